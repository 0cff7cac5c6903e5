"""The register of papers as a list with a search, and what was done without a paper."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from shnor import periods, wording
from shnor.datasets.documents import LEVELS
from shnor.metrics import METRICS
from shnor.metrics.standings import AWAITED
from shnor.service.figures.roadmap import Deadline
from shnor.service.pages.documents import DocumentsPage, Paper
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import NOTHING, Cell, joined, tag
from shnor.ui.kit.links import to_cells, to_deadline, to_rows
from shnor.ui.run.session import Session

SHOWN = 8
"""So many deadlines stand open."""


def searched(name: str, words: str, choices: Sequence[str], head: Sequence[str], rows: Iterable[Sequence[Cell]],
             label: str) -> Markup:
    """A list with a search box and one choice of words; both look through the rows where they stand."""
    options = joined(tag("<option value='{}'>{}</option>", one, one) for one in choices)
    chosen = tag("<select data-shnor-search='{}' aria-label='{}'><option value=''>{}</option>{}</select>", name, label,
                 label, options) if len(choices) > 1 else NOTHING
    box = tag("<div class='shnor-find'><input type='search' data-shnor-search='{}' placeholder='{}' aria-label='{}'>{}"
              "<span data-shnor-none='{}' hidden>Ничего не найдено.</span></div>", name, words, words, chosen, name)
    heading = joined(tag("<th scope='col'>{}</th>", one) for one in head)
    lines = joined(tag("<tr data-shnor-row>{}</tr>", joined(
        tag("<td data-head='{}'>{}</td>", title, html.cell(value)) for title, value in zip(head, row, strict=True)))
        for row in rows)
    return box + tag("<div class='shnor-scroll shnor-longlist' tabindex='0' data-shnor-list='{}'><table "
                     "class='shnor-table'><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>", name, heading,
                     lines)


def papers(session: Session, data: DocumentsPage) -> Shown | None:
    if not data.register:
        return None
    head = ("Документ", "О чём", "Уровень", "Чей", "К чему относится", "Действует")
    levels = [words for key, words in LEVELS.items() if any(one.level == key for one in data.register)]
    rows = tuple((one.particulars, *_told(data, one)) for one in data.register)
    title = f"Реестр документов: {wording.counted(len(data.register), 'документ')}"
    made = Block("documents-register", title, _over(data), session.day, METRICS["papers_count"].source, head, rows,
                 bare=True, rows_link=to_rows(session, "", "papers_count", {}))
    led: list[list[Cell]] = [
        [to_cells(session, wording.capital(one.particulars), one.upload, one.sheet, one.cell), *_told(data, one)]
        for one in data.register]
    return Shown(made, body=searched("papers", "Найти документ: номер, слово, школа", levels, head, led, "все уровни"))


def _over(data: DocumentsPage) -> str:
    return data.names.get(data.whose, "") or ("школы перечня" if data.whose else "")


def _told(data: DocumentsPage, paper: Paper) -> tuple[str, ...]:
    until = f"до {wording.day(paper.valid_to)}" if paper.valid_to else ""
    title = "; ".join(filter(None, (paper.title, paper.replaces and f"вместо: {paper.replaces}",
                                    paper.link and wording.quoted(paper.link))))
    return (title, LEVELS.get(paper.level, "не указан"), data.names.get(paper.school_id, ""), paper.refers_to, until)


def undocumented(session: Session, data: DocumentsPage) -> Shown | None:
    """Deadlines done of which neither a report nor the register has a paper; each leads to its row of the roadmap."""
    if not data.missing.denominator:
        return None
    head = ("Чья карта", "№", "Мероприятие", "Выполнено")
    rows = tuple((_owner(data, row), row.number, row.activity or "", row.fact_date) for row in data.undocumented)
    made = Block("documents-missing", f"{awaited(data)}: {len(rows)}", _over(data) or data.missing.set,
                 session.day, METRICS["papers_missing"].source, head, rows, bare=True,
                 rows_link=to_rows(session, "", "papers_missing", {"period": data.period}))
    if not rows:
        return Shown(made, body=html.text_html("У всего выполненного документ назван в отчёте или есть в реестре."))
    lines = [_line(session, data, row) for row in data.undocumented]
    rest = html.table_html(head, lines[SHOWN:])
    more = html.fold(f"Ещё {len(lines) - SHOWN}", rest) if len(lines) > SHOWN else NOTHING
    return Shown(made, body=html.table_html(head, lines[:SHOWN]) + more)


def awaited(data: DocumentsPage) -> str:
    """«Выполнено, документ ожидается, 2026 год»: as the roadmap says it."""
    of = f", {periods.parse(data.period).title}" if data.period else ""
    return f"{wording.capital(AWAITED)}{of}"


def _owner(data: DocumentsPage, row: Deadline) -> str:
    return data.names.get(row.school_id or "", "муниципалитет") + f", {row.period}"


def _line(session: Session, data: DocumentsPage, row: Deadline) -> list[Cell]:
    day = wording.day(row.fact_date) if row.fact_date else "день не назван"
    return [_owner(data, row), row.number, to_deadline(session, row.activity or row.number, row.src), day]
