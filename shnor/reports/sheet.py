"""«Лист школы»: one A4 page for a director, PDF. Plain data in, bytes out; nothing of another school."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typst

from shnor import wording

Pair = tuple[str, str]
PEOPLE = 10
"""Fewer people than so many on either side are drawn as people, not as a share."""
_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()
FOOTER = "Лист сделан для администрации школы. Данных других школ в нём нет. Что неверно, напишите в ответ."


@dataclass(frozen=True)
class Moments:
    """Two moments of one work: (k, n) before and now, None = nobody wrote. low, high: the interval of the newer share,
    0…1."""

    before: tuple[int, int] | None
    after: tuple[int, int] | None
    low: float | None = None
    high: float | None = None

    @property
    def are_people(self) -> bool:
        """One of them is too small for a share."""
        return any(side and side[1] < PEOPLE for side in (self.before, self.after))


@dataclass(frozen=True)
class Counts:
    """Results in counts. head: titles of the columns, the first of them names the work; rows: texts of the cells; note:
    what stands under them; pictures: of each row, drawn beside its name; none at all = without."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    pictures: tuple[Moments, ...] = ()


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
    about = " · ".join(filter(None, (f"Лист школы на {wording.day(sheet.day)}", sheet.about)))
    return printed(sheet.school, about, _sections(sheet), FOOTER, sheet.day)


def printed(school: str, about: str, sections: Sequence[Mapping], footer: str, day: date) -> bytes:
    """A page about one school. sections: title and what stands under it: «pairs», «lines», «text», «table» (head, rows,
    fr: parts of the width), «blank»: names of lines to write on by hand."""
    data = {"school": school, "footer": footer, "sections": sections, "about": about}
    inputs = {"data": wording.typeset(json.dumps(data, ensure_ascii=False))}
    moment = int((day - date(1970, 1, 1)).total_seconds())
    return typst.compile(_TEMPLATE, format="pdf", sys_inputs=inputs, ignore_system_fonts=True, timestamp=moment)


def _sections(sheet: SchoolSheet) -> list[dict]:
    needed = {"pairs": sheet.needed} if sheet.needed else {"text": "Срочного нет."}
    roadmap = {**({"parts": sheet.parts} if sheet.parts else {}), **({"text": sheet.beside} if sheet.beside else {})}
    results = _results(sheet.results) if sheet.results else {}
    found: Sequence[tuple[str, dict]] = (
        ("Что сейчас нужно", needed), ("Чем помогаем", _lines(sheet.help)), (sheet.roadmap, roadmap),
        ("Результаты: получили «2», человек из числа писавших", results), ("Курсы", _lines(sheet.courses)),
        ("Анкета", _lines(sheet.survey)), ("Пояснение школы", _pairs(sheet.words)),
        ("Вопросы школы центру", _pairs(sheet.questions)))
    return [{"title": title, **content} for title, content in found if content]


def _results(counts: Counts) -> dict:
    note = {"text": counts.note} if counts.note else {}
    if not counts.pictures:
        return {"head": counts.head, "rows": counts.rows, **note}
    top = _top(counts.pictures)
    return {"head": counts.head, "rows": counts.rows, "axis": wording.percent(int(top * 100), 100, 0),
            "pictures": [_picture(one, top) for one in counts.pictures], **note}


def _top(pictures: Sequence[Moments]) -> float:
    """Where the axis of shares ends: at the next tenth above all intervals and shares."""
    ends = [end for one in pictures if not one.are_people
            for end in (one.high or 0, *(side[0] / side[1] for side in (one.before, one.after) if side and side[1]))]
    return min(1.0, (int(max(ends, default=0.4) * 10) + 1) / 10)


def _picture(one: Moments, top: float) -> dict:
    """Places on an axis of 0…1, or the people of the newer moment."""
    if one.are_people:
        k, n = one.after or (0, 0)
        return {"people": [k, n]}
    shares = {name: side[0] / side[1] / top for name, side in (("before", one.before), ("after", one.after))
              if side and side[1]}
    band = {"low": one.low / top, "high": one.high / top} if one.low is not None and one.high is not None else {}
    return shares | band


def _lines(texts: tuple[str, ...]) -> dict:
    return {"lines": texts} if texts else {}


def _pairs(rows: tuple[Pair, ...]) -> dict:
    return {"pairs": rows} if rows else {}
