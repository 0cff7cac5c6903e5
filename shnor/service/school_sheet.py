"""«Лист школы»: what the base knows of one school, as the plain data of a printed page."""

import re
from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.reports.sheet import Counts, Pair, SchoolSheet
from shnor.service import school as school_page
from shnor.service import topics
from shnor.service.figures import Figure
from shnor.service.month import Book
from shnor.service.school import SchoolPage
from shnor.store import View

PARTS = (("confirmed", "подтверждено"), ("awaited", "выполнено, документ ожидается"), ("not_done", "не выполнено"),
         ("no_report", "нет сведений"))
STATUS_WORDS = re.compile(r"ШНОР|ШНРО|ШНСУ|ШССУ|ОО НОР|низк\w+ (?:образовательн\w+ )?результат|зон\w+ риска|"
                          r"необъективн|500\+", re.I)
"""Words that name the status of a school: a page that may lie in the teachers' room has none of them."""
LISTED, RESULTS, ANSWERS, QUESTIONS = 4, 8, 3, 3
FEW = 30
_NAMED = 90


def build(view: View, school: str, *, day: date, book: Book, with_status: bool = False) -> SchoolSheet:
    """The page as of a day. book: the workbook that goes with it. with_status: print the lists the school is in and
    texts of the roadmap that name its status."""
    page = school_page.build(view, school, day=day)
    name = _Named(with_status)
    return SchoolSheet(
        school=page.card.name, day=day, about=_about(page, with_status), needed=_needed(page, book, name),
        help=_help(view, school, day), roadmap=_over(page), parts=_parts(page), results=_results(view, school, day),
        courses=_courses(view, school, day), survey=_survey(view, school, day),
        words=tuple((f"{wording.month(row['month'])}, {row['number']}", name.free(row["note"]))
                    for row in page.words[:LISTED]),
        questions=_questions(view, school, day, name))


class _Named:
    """Activities by number and text; a text that names the status of the school is left to its number."""

    def __init__(self, with_status: bool) -> None:
        self._with_status = with_status

    def activity(self, row: dict) -> str:
        text = row["activity"] or ""
        if not self._with_status and STATUS_WORDS.search(text):
            return f"мероприятие № {row['number']}"
        short = text if len(text) <= _NAMED else f"{text[:_NAMED].rsplit(' ', 1)[0]}…"
        return f"{row['number']} {wording.quoted(short)}"

    def free(self, text: str) -> str:
        """The school's own words."""
        return text if self._with_status else STATUS_WORDS.sub("…", text)


def _about(page: SchoolPage, with_status: bool) -> str:
    card = page.card
    listed = [status.title for status in card.statuses] if with_status else []
    return " · ".join((*([wording.counted(card.pupils, "обучающийся")] if card.pupils is not None else []),
                       *([wording.counted(card.staff, "педагог")] if card.staff is not None else []), *listed))


def _needed(page: SchoolPage, book: Book, name: _Named) -> tuple[Pair, ...]:
    """The report first, then what is past its day, then documents, then what comes."""
    head = book.head
    asked = [(f"до {wording.day(head.due)}", f"вернуть отчёт за {head.title}: {wording.counted(book.asked, 'ячейка')}")]
    if head.term and head.term_due:
        asked.append((f"до {wording.day(head.term_due)}", f"заполнить в нём «Итоги» за {head.term}"))
    late = [(f"срок {_due(row)}", f"{name.activity(row)}: {said}")
            for rows, said in ((page.no_report, "нет сведений, сообщите в отчёте"),
                               (page.not_done, "срок прошёл, выполнение не подтверждено")) for row in rows[:LISTED]]
    documents = [("документ", f"ожидается по {', '.join(row['number'] for row in page.awaited)}")]
    ahead = [(f"до {_due(row)}", name.activity(row)) for row in page.ahead[:LISTED]]
    return (*asked, *late, *(documents if page.awaited else ()), *ahead)


def _due(row: dict) -> str:
    return wording.day(row["due_date"])


def _over(page: SchoolPage) -> str:
    if not page.parts:
        return ""
    whole = wording.k_of_n(page.parts["due"], page.parts["activities"])
    return f"Дорожная карта, {page.period}: срок наступил по {whole}"


def _parts(page: SchoolPage) -> tuple[tuple[str, int], ...]:
    return tuple((title, page.parts[part]) for part, title in PARTS) if page.parts and page.parts["due"] else ()


def _help(view: View, school: str, day: date) -> tuple[str, ...]:
    """What was held for the school since January, most often first."""
    since = {"day__from": day.replace(month=1, day=1)}
    rows = topics.marked(view, "events_count", by=("event_kind",), as_of=day, where=since)
    codes = rows[topics.SCHOOLS].to_pylist() if topics.SCHOOLS in rows.column_names else [""] * rows.num_rows
    mine = rows.filter(pa.array([school in (text or "").split(";") for text in codes], pa.bool_()))
    found = topics.figures_of(view, "events_count", mine, by=("event_kind",), as_of=day, name="")
    held = sorted((figure for figure in found if figure.numerator), key=lambda figure: -figure.numerator)
    line = " · ".join(f"{figure.group['event_kind']}: {figure.numerator}" for figure in held)
    return (f"с января проведено для школы — {line}",) if line else ()


def _results(view: View, school: str, day: date) -> Counts | None:
    """Who got «2» of those who wrote, the two newest school years side by side. Marks of the school's own terms are
    not compared with works of others."""
    found = [figure for figure in topics.counted(view, ("low_mark_share",), as_of=day,
                                                 where={"school_id": school, "term": ""})
             if figure.denominator and figure.group.get("level", "school") == "school"]
    years = sorted({figure.group["school_year"] for figure in found})[-2:]
    works: dict[tuple[str, ...], dict[str, Figure]] = {}
    for figure in found:
        if figure.group["school_year"] in years:
            works.setdefault(_work(figure), {})[figure.group["school_year"]] = figure
    newest = {work: told for work, told in works.items() if years[-1] in told} or works
    rows = tuple((", ".join(filter(None, work)), *(_k_of_n(told.get(year)) for year in years), _careful(told, years))
                 for work, told in list(newest.items())[:RESULTS])
    return Counts(("Работа", *years, "что можно сказать"), rows) if rows else None


def _work(figure: Figure) -> tuple[str, ...]:
    group = figure.group
    stage = "" if group["stage"] == "main" else STAGES_IN_WORDS.get(group["stage"], "")
    return group["procedure"], group["subject"], f"{group['grade']} класс" if group["grade"] else "", stage


STAGES_IN_WORDS = {"reserve": "после резервных дней", "additional": "после дополнительного периода"}


def _k_of_n(figure: Figure | None) -> str:
    return wording.k_of_n(figure.numerator, figure.denominator) if figure and figure.denominator else "—"


def _careful(told: dict[str, Figure], years: Sequence[str]) -> str:
    last = told.get(years[-1])
    return "мало участников" if last and last.denominator and last.denominator < FEW else ""


def _courses(view: View, school: str, day: date) -> tuple[str, ...]:
    """This year's numbers as they are told, people and certificates apart."""
    where = {"school_id": school, "day__from": day.replace(month=1, day=1)}
    found = topics.counted(view, ("course_people", "course_certificates"), by=(), as_of=day, where=where)
    told = [f"{title}: {wording.figure_text(figure)}" for title, figure in zip(
        ("завершили курсы", "удостоверений"), found, strict=False) if figure.status == "ok" and figure.numerator]
    return (f"с января — {', '.join(told)}",) if told else ()


def _survey(view: View, school: str, day: date) -> tuple[str, ...]:
    """Positive answers of the newest wave."""
    found = [figure for figure in topics.counted(view, ("survey_share",), as_of=day, where={"school_id": school})
             if figure.denominator]
    newest = max((periods.first_day(figure.group["wave"]) for figure in found), default=day)
    return tuple(f"{wording.quoted(figure.group['question'])} — {_k_of_n(figure)}" for figure in found
                 if periods.first_day(figure.group["wave"]) == newest)[:ANSWERS]


def _questions(view: View, school: str, day: date, name: _Named) -> tuple[Pair, ...]:
    """The newest questions with the answer, or the day it is promised for."""
    table = view.rows("requests", school_id=school, month__to=day).to_arrow_table()
    rows = table.take(pc.sort_indices(table, [("month", "descending"), ("number", "ascending")])).to_pylist()
    return tuple((f"{name.free(row['need'])} ({wording.month(row['month'])})", _answer(row))
                 for row in rows[:QUESTIONS])


def _answer(row: dict) -> str:
    if row["answer"]:
        return row["answer"]
    return f"ответ до {wording.day(row['answer_by'])}" if row["answer_by"] else "ответ готовится"
