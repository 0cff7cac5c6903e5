"""The picture of the page «Новый перечень»: lists by year side by side; and what each school needs by the first day."""

from datetime import date

from shnor import wording
from shnor.datasets.support_roles import ROLES
from shnor.service.month import forms
from shnor.service.pages.helpers import Helper
from shnor.service.pages.turn import APPOINTED, CHANGES, Turn, Turning
from shnor.ui.kit import heat
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Link, Marked
from shnor.ui.kit.links import to_school
from shnor.ui.run.session import Session

ONE, NOBODY, UNTOLD = "●", "○", "не внесено"
MANY = {"enters": "входят", "leaves": "выходят", "stays": "остаются"}
SOURCE = "перечни школ"
NEEDS = "перечни школ; наставники и тьюторы; дорожные карты; рекомендации; сроки форм"
TO_HELPERS = (("tab", "helpers"),)


def blocks(session: Session, data: Turn) -> tuple[Shown, Shown]:
    return years(session, data), needs(session, data)


def years(session: Session, data: Turn) -> Shown:
    """School × year: where a bar begins or ends on the first day, the school enters or leaves."""
    head = ("Школа", *map(str, data.years), f"С {wording.day(data.since)}")
    rows = [[_name(session, one), *(_year(data, one, year) for year in data.years), CHANGES[one.change]]
            for one in data.schools]
    plain = tuple((one.card.name, *("в перечне" if year in _of(one) else "" for year in data.years),
                   CHANGES[one.change]) for one in data.schools)
    counts = [f"{wording.agreed(len(some), CHANGES[change], MANY[change], CHANGES[change])} {len(some)}"
              for change in CHANGES if (some := data.of(change))]
    made = Block("turn-years", f"Кто входит, кто выходит, кто остаётся: {', '.join(counts)}",
                 f"{wording.counted(len(data.schools), 'школа')} прежнего и нового перечня", session.day, SOURCE, head,
                 plain, bare=True, sort=False, notes=(LEGEND,))
    return Shown(made, body=heat.cells(head, rows, mark="shnor-turnyears"))


LEGEND = ("Закрашено: школа в перечне этого года. Показатели каждого года считаются по перечню этого года: новый "
          "перечень прошлых лет не меняет.")


def _of(one: Turning) -> frozenset[int]:
    return frozenset(one.card.years)


def _name(session: Session, one: Turning) -> Cell:
    return to_school(session, one.card.school_id, wording.typeset(one.card.name))


def _year(data: Turn, one: Turning, year: int) -> Shade:
    days = "; ".join(entry.days for entry in one.card.entries if year in range(
        entry.since.year, (entry.until or date(year, 12, 31)).year + 1))
    said = f"{one.card.name}, {year}"
    if year == data.since.year and one.change == "leaves":
        return Shade("–", hint=f"{said}: в перечне нет", mark="hole")
    if not days:
        return Shade(hint=f"{said}: в перечне нет")
    mark = "enters" if one.change == "enters" and year == data.since.year else "there"
    return Shade("+" if mark == "enters" else ONE, hint=f"{said}: в перечне {days}", mark=mark)


def needs(session: Session, data: Turn) -> Shown:
    """School × what is to be there by the first day."""
    head = ("Школа", *(wording.capital(ROLES[role]) for role in APPOINTED), f"Карта на {data.year}",
            "Рекомендаций не выполнено", "Первый отчёт за месяц", "Первые итоги четверти")
    rows = [[_named(session, one), *(_role(one, role) for role in APPOINTED), _plan(one, data.year),
             _left(one.left), *(_form(one, form) for form in ("month", "quarter"))] for one in data.schools]
    plain = [(one.card.name, *(_role_words(one, role) for role in APPOINTED), one.plan or "нет", one.left,
              *(_form(one, form) for form in ("month", "quarter"))) for one in data.schools]
    rows.append(["Муниципалитет", *("" for _ in APPOINTED), _own_plan(data), _left(data.left), "", ""])
    plain.append(("Муниципалитет", *("" for _ in APPOINTED), data.own_plan or "нет", data.left, "", ""))
    made = Block("turn-needs", f"Что нужно каждой школе к {wording.day(data.since)}",
                 "школы прежнего и нового перечня", session.day, NEEDS, head, tuple(map(tuple, plain)), bare=True,
                 sort=False, notes=(*_missing(data), _signs(data)))
    return Shown(made, body=heat.cells(head, rows, mark="shnor-dots shnor-turnneeds"))


def _named(session: Session, one: Turning) -> Cell:
    said = [f"перечень «{other.title}»" for other in one.others]
    words = "; ".join(([] if one.change == "stays" else [CHANGES[one.change]]) + said)
    return (_name(session, one), Marked(f" {words}", "shnor-small")) if words else _name(session, one)


def _role(one: Turning, role: str) -> Shade:
    found, where = one.helpers[role], f"{one.card.name}, {ROLES[role]}"
    if found:
        link = Link(ONE if len(found) == 1 else str(len(found)), "support", TO_HELPERS)
        return Shade(link.text, link=link, hint=f"{where}: {'; '.join(map(_who, found))}", mark="there")
    if one.change == "leaves":
        return Shade(hint=f"{where}: не закреплён")
    if not one.told:
        return Shade("?", hint=f"{where}: {UNTOLD}", mark="unsaid")
    return Shade(NOBODY, hint=f"{where}: на этот день не закреплён", mark="hole")


def _who(helper: Helper) -> str:
    return ", ".join(filter(None, (helper.who, helper.subject)))


def _role_words(one: Turning, role: str) -> Held:
    if one.helpers[role]:
        return "; ".join(map(_who, one.helpers[role]))
    return "" if one.change == "leaves" else "не закреплён" if one.told else UNTOLD


def _plan(one: Turning, year: int) -> Shade:
    if one.plan:
        return Shade(ONE, hint=one.plan, mark="there",
                     link=Link(ONE, "roadmap", (("plan", one.card.school_id), ("period", str(year)))))
    if one.change == "leaves":
        return Shade(hint="школа выходит из перечня: карта составляется по решению центра")
    return Shade(NOBODY, hint=f"{one.card.name}: карты на {year} год в базе нет", mark="hole")


def _own_plan(data: Turn) -> Shade:
    if data.own_plan:
        return Shade(ONE, hint=data.own_plan, mark="there", link=Link(ONE, "roadmap", (("period", str(data.year)),)))
    return Shade(NOBODY, hint=f"карты муниципалитета на {data.year} год в базе нет", mark="hole")


def _left(n: int) -> Shade:
    return Shade(str(n), link=Link(str(n), "recommendations"), hint=f"не выполнено: {n}", mark="there") if n else Shade(
        "", hint="невыполненных рекомендаций нет")


def _form(one: Turning, form: str) -> str:
    """«за февраль, до 25.02.2027»; of who leaves nothing is asked."""
    found = next((first for first in one.forms if first.form == form), None)
    if found is None:
        return "не требуется"
    named = forms.title(form, found.month).removeprefix("отчёт ").removeprefix("итоги ")
    return f"{named}, до {wording.day(found.due)}"


def _missing(data: Turn) -> list[Cell]:
    """Whom to appoint, by role."""
    if not data.helped:
        return ["Кто помогает школам, не внесено: назначения на этот день неизвестны."]
    lines: list[Cell] = []
    for role in APPOINTED:
        if lacking := data.lacking(role):
            names = ", ".join(wording.short_school(one.card.name) for one in lacking)
            lines.append(f"{wording.capital(ROLES[role])} на {wording.day(data.since)} ещё не назначен: {names}.")
    return lines or ["Наставник, тьютор и куратор на этот день есть у каждой школы нового перечня."]


def _signs(data: Turn) -> str:
    parts = [f"{ONE} есть, {NOBODY} нет, цифра: сколько."]
    if any(not one.told for one in data.listed):
        parts.append("? о школе ещё не внесено ни одного закрепления.")
    if data.lacking("curator"):
        parts.append("Куратор положен участникам проекта «500+»: кому он нужен, база не знает.")
    if data.of("leaves"):
        parts.append("Школе, которая выходит, помощь не отменяется: закрепления действуют до своего последнего дня.")
    return " ".join(parts)



