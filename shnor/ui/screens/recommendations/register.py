"""The register: a table a document, the search over all of them; what went over; gaps in numbers."""

from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.metrics.recommendations import STANDINGS, Numbering
from shnor.service.pages.recommendations import DROPPED, Advice, Paper, RecommendationsPage
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown, words
from shnor.ui.kit.html import Cell, Link, Marked, joined, tag
from shnor.ui.kit.links import to_cells, to_school
from shnor.ui.run.session import Session

LIST, SOURCE = "recommendations", "реестр рекомендаций и задач"
"""The name of the list that is searched."""
WORDS = {**STANDINGS, "late": "срок прошёл: выполнение не подтверждено", DROPPED: "снято"}
HEAD = ("№", "Кому", "Рекомендация", "Срок", "Что известно")
OPEN = 2
"""So many documents stand open."""


def to_cell(session: Session, one: Advice, text: str) -> Link:
    """To where it was read."""
    return to_cells(session, text, one.upload_id, one.sheet, one.cell)


def papers(session: Session, data: RecommendationsPage) -> Shown:
    """Every recommendation, by document, the newest first; as a file it is one table."""
    rows = tuple((paper.source, *map(words, _row(session, one))) for paper in data.papers for one in paper.advice)
    made = Block("recommendations-register", "Реестр", data.set, session.day, SOURCE, ("Документ", *HEAD), rows,
                 bare=True)
    return Shown(made, body=_register(session, data))


def _register(session: Session, data: RecommendationsPage) -> Markup:
    total = sum(len(paper.advice) for paper in data.papers)
    dropped = total - sum(paper.given for paper in data.papers)
    search = tag(
        "<div class='shnor-booksearch'><input type='search' data-shnor-search='{}' aria-label='Что найти' "
        "placeholder='Слово из рекомендации, школа, документ'><span>Показано: <b data-shnor-found='{}'>{}</b> из {}{}"
        "</span></div><p class='shnor-text' data-shnor-none='{}' hidden>Ничего не найдено. Попробуйте одно слово, без "
        "окончания.</p>", LIST, LIST, total, total,
        f", из них снято {dropped}" if dropped else "", LIST)
    listed = joined(_paper(session, paper, is_open=place < OPEN) for place, paper in enumerate(data.papers))
    return tag("{}<div data-shnor-list='{}'>{}</div>", search, LIST, listed)


def _paper(session: Session, paper: Paper, *, is_open: bool) -> Markup:
    head = joined(tag("<th scope='col'>{}</th>", name) for name in HEAD)
    rows = joined(tag("<tr data-shnor-row>{}</tr>", joined(
        tag("<td data-head='{}'>{}</td>", name, html.cell(cell)) for name, cell in zip(
            HEAD, _row(session, one), strict=True))) for one in paper.advice)
    title = f"{wording.capital(paper.source)}{_year(paper)}: {paper.parts}"
    return tag("<details class='shnor-fold'{}><summary>{}</summary><div class='shnor-scroll'>"
               "<table class='shnor-table'><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div></details>",
               Markup(" open") if is_open else html.NOTHING, html.typeset(title), head, rows)


def _year(paper: Paper) -> str:
    return "" if str(paper.year) in paper.source else f", {paper.year} год"


def _row(session: Session, one: Advice) -> Sequence[Cell]:
    beside = [f"основание: {one.ground}"] if one.ground else []
    beside += [f"перенесена из {one.carried_from} года"] if one.is_carried else []
    text: Cell = [one.text, "\n", Marked("; ".join(beside), "shnor-small")] if beside else one.text
    due = wording.day(one.due) if one.due else "не назван"
    return to_cell(session, one, one.number), _whom(session, one), text, due, _known(one)


def _whom(session: Session, one: Advice) -> Cell:
    """A school, and who beside its director is to do it there."""
    if not one.school_id:
        return wording.capital(one.addressee)
    school = to_school(session, one.school_id, one.school)
    return school if one.addressee_id in ("director", "") else [school, f", {one.addressee}"]


def _known(one: Advice) -> Cell:
    """«выполнено 10.12.2026: приказ № 131»"""
    day = f" {wording.day(one.done_on)}" if one.standing == "done" and one.done_on else ""
    proof = f": {one.proof}" if one.proof else ""
    word = one.open_word if one.standing == "open" else WORDS[one.standing]
    words = f"{word}{day}{proof}"
    return Marked(words, "shnor-awaits") if one.standing == "late" else words


def carried(session: Session, data: RecommendationsPage) -> Shown | None:
    """What is still open of earlier years; a year without any has no such block."""
    if not data.carried:
        return None
    head = ("Из года", "Рекомендация", "Кому", "Документ")
    rows = tuple((str(one.carried_from), one.text, one.school or wording.capital(one.addressee),
                  f"{one.source}, № {one.number}") for one in data.carried)
    led: list[list[Cell]] = [[*row[:3], to_cell(session, one, row[3])] for row, one in zip(
        rows, data.carried, strict=True)]
    made = Block("recommendations-carried", "Перешло из прежних лет и не выполнено", data.set, session.day,
                 SOURCE, head, rows, bare=True)
    return Shown(made, body=html.table_html(head, led))


def numbered(session: Session, data: RecommendationsPage) -> Shown | None:
    """Documents whose numbers have gaps or repeat; of a choice of one addressee a list is not whole and not looked at.
    """
    if data.addressee:
        return None
    wrong = [(paper, name, numbers) for paper in data.papers for name, numbers in paper.numbered]
    head = ("Документ", "Список", "Что с номерами")
    rows = tuple((paper.source, wording.capital(name) or "весь документ", _wrong(numbers))
                 for paper, name, numbers in wrong)
    made = Block("recommendations-numbers", "Нумерация: пропуски и повторы", data.set, session.day,
                 SOURCE, head if rows else (), rows, bare=True)
    if not rows:
        return Shown(made, body=html.text_html("Номера идут подряд, без пропусков и повторов."))
    return Shown(made, body=html.table_html(head, rows))


def _wrong(numbers: Numbering) -> str:
    """«нет № 4; № 2 дважды»"""
    said = [f"нет № {', '.join(numbers.missing)}"] if numbers.missing else []
    said += [f"№ {', '.join(numbers.doubled)} — больше одного раза"] if numbers.doubled else []
    return "; ".join(said)
