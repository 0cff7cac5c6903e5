"""«Лист школы»: one A4 page for a director, PDF. Plain data in, bytes out; nothing of another school."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typst

from shnor import wording

Pair = tuple[str, str]
_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()
FOOTER = "Лист сделан для администрации школы. Данных других школ в нём нет. Что неверно, напишите в ответ."


@dataclass(frozen=True)
class Counts:
    """Results in counts. head: titles of the columns, the first of them names the work; rows: texts of the cells; note:
    what stands under them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class SchoolSheet:
    """What the page says; whatever is empty is left out. about: the line under the name («86 обучающихся · …»);
    needed: when and what; parts: the four parts of «срок наступил» by their names, in their order; roadmap: the line
    over them; beside: what they leave out; words: when and what the school wrote; questions: what it asked and what was
    answered."""

    school: str
    day: date
    about: str = ""
    needed: tuple[Pair, ...] = ()
    help: tuple[str, ...] = ()
    roadmap: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    beside: str = ""
    results: Counts | None = None
    courses: tuple[str, ...] = ()
    survey: tuple[str, ...] = ()
    words: tuple[Pair, ...] = ()
    questions: tuple[Pair, ...] = ()


def pdf(sheet: SchoolSheet) -> bytes:
    """The page as PDF with its fonts inside; the same sheet gives the same bytes."""
    data = {"school": sheet.school, "footer": FOOTER, "sections": _sections(sheet),
            "about": " · ".join(filter(None, (f"Лист школы на {wording.day(sheet.day)}", sheet.about)))}
    inputs = {"data": wording.typeset(json.dumps(data, ensure_ascii=False))}
    moment = int((sheet.day - date(1970, 1, 1)).total_seconds())
    return typst.compile(_TEMPLATE, format="pdf", sys_inputs=inputs, ignore_system_fonts=True, timestamp=moment)


def _sections(sheet: SchoolSheet) -> list[dict]:
    needed = {"pairs": sheet.needed} if sheet.needed else {"text": "Срочного нет."}
    roadmap = {**({"parts": sheet.parts} if sheet.parts else {}), **({"text": sheet.beside} if sheet.beside else {})}
    results = {"head": sheet.results.head, "rows": sheet.results.rows,
               **({"text": sheet.results.note} if sheet.results.note else {})} if sheet.results else {}
    found: Sequence[tuple[str, dict]] = (
        ("Что сейчас нужно", needed), ("Чем помогаем", _lines(sheet.help)), (sheet.roadmap, roadmap),
        ("Результаты: получили «2», человек из числа писавших", results), ("Курсы", _lines(sheet.courses)),
        ("Анкета", _lines(sheet.survey)), ("Пояснение школы", _pairs(sheet.words)),
        ("Вопросы школы центру", _pairs(sheet.questions)))
    return [{"title": title, **content} for title, content in found if content]


def _lines(texts: tuple[str, ...]) -> dict:
    return {"lines": texts} if texts else {}


def _pairs(rows: tuple[Pair, ...]) -> dict:
    return {"pairs": rows} if rows else {}
