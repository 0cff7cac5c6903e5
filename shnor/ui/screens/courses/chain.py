"""Pictures of deficits: need → help → result as one picture, which groups in which subjects."""

from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import shape
from shnor.datasets.deficits import GROUPS
from shnor.service.pages import deficit_words
from shnor.service.pages.deficits import (
    BY_DEFICIT,
    CLOSED,
    FOUND,
    HELPED,
    PEOPLE,
    PEOPLE_CLOSED,
    PEOPLE_HELPED,
    UNKNOWN,
    Chain,
    DeficitsPage,
    Square,
)
from shnor.ui.kit import heat, html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Link, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session

SOURCE = "форма «Профессиональные дефициты»"
NO_SUBJECT, NO_GROUP, FEW = "не по предмету", "группа не указана", "менее 10"
FEW_WORDS = "Не показываем: менее 10 случаев"
TWICE = "Случай — один дефицит у одного педагога: педагог с двумя дефицитами учтён дважды."
Part = tuple[int, str, str, Link | None]
"""How many, what it is called, its look, its rows."""


def need(session: Session, data: DeficitsPage) -> Shown | None:
    """Three steps with their counts; the third is the whole again, by what the re-diagnosis has said."""
    chain = data.chain
    if chain is None:
        return None
    steps = (("Выявлено", FOUND, chain.found, ""), ("Помощь организована", HELPED, chain.helped, "helped"),
             ("Устранение подтверждено", CLOSED, chain.closed, "closed"))
    chart = Chart("courses-deficits", f"Дефицит, помощь, результат: {data.year} год", "дефицитов",
                  chain.figures[FOUND].set, data.last, SOURCE, tuple(
                      Series(name, (facts.count("дефицитов", count, rows(session, data, "", FOUND, part).address),))
                      for name, _, count, part in steps))
    notes: list[Cell] = [html.Marked(deficit_words.said(chain), "shnor-strong"), deficit_words.rest(chain),
                         by_deficit(session, data), TWICE]
    return Shown.of(chart, shape("bars", whole=False), "Шаг", _steps(session, data, chain), sort=False,
                    notes=tuple(note for note in notes if note))


def rows(session: Session, data: DeficitsPage, text: str, metric: str, part: str = "", **where: str) -> Link:
    """The number and the deficits behind it, of the choice of the page."""
    chosen = data.chain.where if data.chain else {}
    return to_rows(session, text, metric, {**chosen, **where}, part, day=data.last)


def _steps(session: Session, data: DeficitsPage, chain: Chain) -> Markup:
    people = {name: figure.numerator for name, figure in chain.figures.items()}
    left = chain.found - chain.helped
    lines = (
        _step("Выявлено", people[PEOPLE], [_part(session, data, chain.found, "дефицитов", "found", "")]),
        _step("Помощь организована", people[PEOPLE_HELPED], [
            _part(session, data, chain.helped, "помощь организована", "helped", "helped"),
            (left, "мера не записана", "none", None)]),
        _step("Повторная диагностика", people[PEOPLE_CLOSED] if chain.checked else 0, [
            _part(session, data, chain.closed, "устранён", "closed", "closed"),
            _part(session, data, chain.kept, "проверен и не устранён", "kept", "kept"),
            _part(session, data, chain.unchecked, "не проверялся", "unknown", "unchecked")], "устранён в "))
    return tag("<div class='shnor-chain shnor-picture'>{}</div>", html.joined(lines))


def _part(session: Session, data: DeficitsPage, count: int, words: str, mark: str, part: str) -> Part:
    return count, words, mark, rows(session, data, "", FOUND, part)


def _step(name: str, people: int, parts: Sequence[Part], before: str = "") -> Markup:
    """people: cases, a teacher with two deficits is two; 0 = it is not known."""
    said = f"{before}{wording.counted(people, 'случай', 'pre' if before else 'nom')}" if people else ""
    shown = html.joined(_bar(*part) for part in parts if part[0])
    legend = " · ".join(f"{words}{wording.NBSP}{count}" for count, words, *_ in parts if count and len(parts) > 1)
    small = tag("<small>{}</small>", wording.typeset(legend)) if legend else html.NOTHING
    return tag("<div class='step'><span class='name'>{}<small>{}</small></span><div class='shnor-parts'>{}</div>{}"
               "</div>", name, wording.typeset(said), shown, small)


def _bar(count: int, words: str, mark: str, link: Link | None) -> Markup:
    if link is None:
        return tag("<span class='shnor-{}' style='flex:{}' title='{}: {}'><b>{}</b></span>", mark, count, words, count,
                   count)
    return tag("<a href='{}' class='shnor-{}' style='flex:{}' title='{}: {}'><b>{}</b></a>", link.address, mark, count,
               words, count, count)


def by_deficit(session: Session, data: DeficitsPage) -> Cell:
    """Courses chosen by a diagnosis: people of the year; how much nobody tells of stands beside."""
    figure = data.by_deficit
    if figure is None:
        return ""
    where = {name: value for name, value in (data.chain.where if data.chain else {}).items() if name != "year"}
    number = to_rows(session, wording.figure_text(figure), BY_DEFICIT, {**where, "year": str(data.asked)})
    unsaid = sum(figure.more.values())
    more = f"; в {wording.counted(unsaid, 'строка', 'pre')} не сказано, по дефициту ли программа" if unsaid else ""
    return (f"Курсы {data.asked} года по выявленному дефициту завершили: ", number if figure.numerator else "никто",
            f"{more}.")


def matrix(session: Session, data: DeficitsPage) -> Shown | None:
    """Which groups in which subjects, the year before beside."""
    if not data.squares:
        return None
    places = {(one.subject, one.group): one for one in data.squares}
    head = ("Предмет", *(GROUPS.get(group, NO_GROUP) for group in data.groups))
    lines: list[list[Shade | Cell]] = [
        [subject or NO_SUBJECT, *(_square(session, data, places.get((subject, group))) for group in data.groups)]
        for subject in data.subjects]
    before = any(one.before is not None for one in data.squares)
    small = f"Мелким шрифтом — сколько было в {data.year - 1} году; без такого числа тогда не выявлено."
    notes = [small if before else "",
             f"«{FEW}»: за числом меньше десяти случаев." if any(one.hidden for one in data.squares) else ""]
    told = Block("courses-deficits-groups", f"Каких дефицитов сколько: группы и предметы, {data.year} год",
                 data.chain.figures[FOUND].set if data.chain else "", data.last, SOURCE, head, tuple(
                     (subject or NO_SUBJECT, *(_held(places.get((subject, group))) for group in data.groups))
                     for subject in data.subjects), tuple(range(1, len(head))), bare=True,
                 notes=(" ".join(filter(None, notes)),))
    return Shown(told, body=heat.cells(head, lines))


def _held(one: Square | None) -> Held:
    return None if one is None else FEW if one.hidden else one.found


def _square(session: Session, data: DeficitsPage, one: Square | None) -> Shade:
    if one is None:
        return Shade()
    where = f"{one.subject or NO_SUBJECT}, {GROUPS.get(one.group, NO_GROUP)}"
    if one.hidden:
        return Shade(FEW, hint=f"{where}. {FEW_WORDS}", mark="hole")
    note = f"было{wording.NBSP}{one.before}" if one.before else ""
    if not one.found:
        return Shade("0", note=note, hint=f"{where}: в {data.year} году не выявлено", mark="hole")
    link = rows(session, data, str(one.found), FOUND, group_id=one.group or UNKNOWN, subject=one.subject)
    people = f", случаев {one.people}" if one.people else ""
    return Shade(str(one.found), one.found, link, note, f"{where}: {one.found}{people}")


def schools(session: Session, data: DeficitsPage, names: dict[str, str]) -> Markup:
    """By number of the school, folded; for the coordinator alone."""
    if len(data.schools) < 2:
        return html.NOTHING
    lines = [[names.get(code, code), *_line(session, data, code, chain)] for code, chain in data.schools.items()]
    return html.fold("Дефициты по школам", html.table_html(
        ["Школа", "Выявлено", "Помощь", "Устранено", "Проверено, не устранено", "Не проверялось"], lines,
        numbers=range(1, 6)))


def _line(session: Session, data: DeficitsPage, code: str, chain: Chain) -> list[Cell]:
    found, helped, closed = (
        rows(session, data, str(count), FOUND, part, school_id=code) if count else "0"
        for count, part in ((chain.found, ""), (chain.helped, "helped"), (chain.closed, "closed")))
    told = [closed, str(chain.kept)] if chain.checked else ["не проверялось", ""]
    return [found, helped, *told, str(chain.unchecked)]
