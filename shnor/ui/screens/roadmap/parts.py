"""Pieces of the roadmap that several pages show: the four parts, tiles, lists of deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from shnor import wording
from shnor.metrics import METRICS
from shnor.service.figures.roadmap import Figure, Filters
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Marked
from shnor.ui.kit.links import to_deadline, to_source
from shnor.ui.run.session import Session

PARTS = {"confirmed": "подтверждено", "awaited": "выполнено, документ ожидается", "not_done": "не выполнено",
         "no_report": "нет сведений"}


def four_parts(session: Session, counts: Mapping[str, int], filters: Filters) -> None:
    """«Срок наступил по 19 из 24» with its parts: a bar, a legend whose numbers lead to their rows."""
    due, planned = counts["due"], counts["planned"]
    if not due:
        html.text("Срок ни по одному мероприятию не наступил.", mark="shnor-lead")
        return
    html.text("Срок наступил по ", to_source(session, str(due), "roadmap_done_due", filters, "due"),
              f" из {planned}", mark="shnor-lead")
    bar = "".join(
        f"<span class='shnor-{part}' style='flex:{counts[part]}' title='{escape(word)}: {counts[part]}'></span>"
        for part, word in PARTS.items() if counts[part])
    legend = "".join(
        f"<span><span class='shnor-key shnor-{part}'></span>{escape(word)} "
        f"{html.cell(to_source(session, str(counts[part]), 'roadmap_done_due', filters, part))}</span>"
        for part, word in PARTS.items())
    html.show(f"<div class='shnor-parts' role='img' aria-label='{escape(in_words(counts))}'>{bar}</div>"
              f"<div class='shnor-legend'>{legend}</div>")


def in_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{word} {counts[part]}" for part, word in PARTS.items())


def beside(counts: Mapping[str, int]) -> str:
    """What takes no part in «срок наступил», in one line; "" when there is nothing."""
    named = (("ahead", "впереди"), ("dropped", "снято"), ("unrecognised", "срок не распознан"),
             ("unstated", "план на период не указан"))
    return " · ".join(f"{word} {counts[part]}" for part, word in named if counts[part])


def tiles(session: Session, figures: Sequence[Figure], filters: Filters) -> None:
    """A tile a figure: its name, its value, the way to its rows."""
    boxes = "".join(
        f"<div class='shnor-tile'><div class='name'>{escape(METRICS[figure.metric].title)}</div>"
        f"<div class='value'>{escape(wording.figure_text(figure))}</div>"
        f"<div class='from'>{html.cell(to_source(session, 'откуда цифра', figure.metric, filters))}</div></div>"
        for figure in figures)
    html.show(f"<div class='shnor-tiles'>{boxes}</div>")


def directions(session: Session, rows: Sequence[Mapping], filters: Filters) -> None:
    """By direction: due, parts, ahead; every number leads to its rows."""
    def number(row: Mapping, part: str) -> Cell:
        chosen = Filters(**{**filters.__dict__, "direction": row["direction"] or ""})
        return to_source(session, str(row[part]), "roadmap_done_due", chosen, part) if row[part] else "0"

    html.table(["Направление", "Срок наступил", "Подтверждено", "Документ ожидается", "Не выполнено", "Нет сведений",
                "Впереди"],
               [[row["direction"] or "без направления",
                 *(number(row, part) for part in ("due", *PARTS, "ahead"))] for row in rows], numbers=range(1, 7))


def deadlines(session: Session, rows: Sequence[Mapping]) -> None:
    """A line a deadline: number, activity, deadline as written, where it stands, by what it is proved."""
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", "Когда и чем подтверждено"],
               [_line(session, row) for row in rows])


def _line(session: Session, row: Mapping) -> list[Cell]:
    link = to_deadline(session, row["number"], row["src"], row["period"])
    return [link, row["activity"] or "", deadline_text(row), standing(row), proof(row)]


def deadline_text(row: Mapping) -> str:
    """As the document says it; where it says only a column of a year, that year."""
    written = row["deadline"] or row["period"]
    moved = row["due_date"] and row["deadline_end"] and row["due_date"] != row["deadline_end"]
    return f"{written}, перенесено на {row['due_date']:%d.%m.%Y}" if moved else written


def standing(row: Mapping) -> Cell:
    part = next((part for part, word in PARTS.items() if word == row["standing"]), "")
    return [Marked("", f"shnor-key shnor-{part}"), row["standing"]] if part else row["standing"]


def proof(row: Mapping) -> str:
    day = row["fact_date"]
    said = [f"{day:%d.%m.%Y}" if isinstance(day, date) else "", row["fact_document"] or ""]
    return ", ".join(filter(None, said))
