"""«Карточка к выезду»: what whoever goes to a school has to know, as the plain data of a printed page."""

from collections.abc import Sequence
from datetime import date

from shnor import wording
from shnor.datasets.risks import LEVELS
from shnor.metrics.events import MARKING
from shnor.metrics.recommendations import STANDINGS
from shnor.reports.sheet import Pair
from shnor.reports.visit import Advised, VisitCard
from shnor.service.figures import topics
from shnor.service.figures.rows import only
from shnor.service.pages import recommendations, risks, school_topics
from shnor.service.pages import school as school_page
from shnor.service.pages.recommendations import DROPPED, Advice
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_topics import SchoolTopics
from shnor.service.pages.support import VISIT
from shnor.store import View

DUE, OLDER, ASKED = 6, 5, 3
"""So many lines of each find room."""
LONGEST = 110
KNOWN = {**STANDINGS, "late": "срок прошёл: выполнение не подтверждено", DROPPED: "снято"}


def build(view: View, school: str, *, day: date) -> VisitCard:
    """As of a day. Raises ShnorError for an unknown school."""
    page = school_page.build(view, school, day=day)
    told = school_topics.build(view, school, day=day, several_years=False)
    last, advised, older = _advice(recommendations.of_school(view, school, day=day))
    return VisitCard(
        school=page.card.name, day=day, about=_about(page), visits=_visits(told), last=last,
        before=_before(view, school, day), advised=tuple(map(_line, advised)),
        older=tuple(_of_paper(one) for one in older[:OLDER]), due=_due(page),
        risks=_risks(risks.build(view, school, day=day)), asks=_asks(told))


def _advice(given: Sequence[Advice]) -> tuple[str, Sequence[Advice], Sequence[Advice]]:
    """The paper of the last visit, where none is called so the newest paper; what it advised; what others left open."""
    visits = sorted({one.source for one in given if one.source.lower().startswith(VISIT)}, key=_day_of, reverse=True)
    last = next(iter(visits), given[0].source if given else "")
    return (last, [one for one in given if one.source == last],
            [one for one in given if one.source != last and one.is_left])


def _before(view: View, school: str, day: date) -> tuple[Pair, ...]:
    """Of the newest visit that tells it: when it was, what was seen and what the school promised."""
    held = only(topics.marked(view, MARKING, as_of=day), event_kind=VISIT, is_held=1, school_codes=school).to_pylist()
    told = max((row for row in held if row["seen"] or row["promised"]), key=lambda row: row["day"], default=None)
    if told is None:
        return ()
    said = (("увидели", told["seen"]), ("обещала школа", told["promised"]))
    return (("выезд", wording.period(told["period"])), *((name, text) for name, text in said if text))


def _day_of(source: str) -> tuple[int, ...]:
    """The day in the name of a visit, «выезд 12.11.2026», as numbers that sort; nothing where there is none."""
    parts = next((word.split(".") for word in source.split() if word.count(".") == 2), [])
    return tuple(int(part) for part in reversed(parts)) if all(part.isdigit() for part in parts) else ()


def _line(one: Advice) -> Advised:
    day = f" {wording.day(one.done_on)}" if one.standing == "done" and one.done_on else ""
    proof = f", {one.proof}" if one.proof else ""
    due = wording.day(one.due) if one.due else "не назван"
    return f"{one.number}. {one.text}", due, f"{KNOWN[one.standing]}{day}{proof}"


def _of_paper(one: Advice) -> Advised:
    text, due, known = _line(one)
    return f"{text} ({one.source})", due, known


def _about(page: SchoolPage) -> str:
    card = page.card
    return " · ".join(wording.counted(n, word) for n, word in ((card.pupils, "обучающийся"), (card.staff, "педагог"))
                      if n is not None)


def _visits(told: SchoolTopics) -> str:
    """«с начала года 4 выезда, следующий 08.12.2026»"""
    found = told.help
    if not found:
        return ""
    held = found.of(VISIT)
    said = [f"за {found.year} год {wording.event_count(held, VISIT)}"] if held else []
    return ", ".join((*said, *([f"следующий {wording.day(found.visit['day'])}"] if found.visit else [])))


def _due(page: SchoolPage) -> tuple[Pair, ...]:
    """Of the roadmap: what is past its day, then what comes."""
    rows = [*((row, "нет сведений") for row in page.no_report),
            *((row, f"не выполнено; {row.reason}") for row in page.not_done), *((row, "") for row in page.ahead)]
    named = [(_when(row.due_date, page), "; ".join(filter(None, (f"{row.number} {_short(row.activity or '')}", said))))
             for row, said in rows[:DUE]]
    rest = len(rows) - len(named)
    return (*named, *([("", f"и ещё {wording.counted(rest, 'мероприятие')}")] if rest else []))


def _when(due: date | None, page: SchoolPage) -> str:
    return wording.day(due) if due else page.period


def _short(text: str) -> str:
    return wording.quoted(text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…")


def _risks(profile: risks.Profile) -> tuple[str, ...]:
    newest = profile.years[-1] if profile.years else 0
    return tuple(f"{factor.name}: уровень {LEVELS.get(factor.levels.get(newest, ''), 'не определён')}; "
                 + (f"мера: {factor.measure}" if factor.measure else "меры пока нет") for factor in profile.chosen)


def _asks(told: SchoolTopics) -> tuple[Pair, ...]:
    still = [one for one in told.questions if not one.answer]
    return tuple((wording.day(one.asked_on), f"{one.need} → ответ до {wording.day(one.answer_by)}")
                 for one in still[:ASKED])
