"""What is said of results: what a figure is of, how it changed and in which direction, what may not be compared."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shnor import periods, wording, wording_change
from shnor.datasets.results import STAGES
from shnor.metrics import METRICS
from shnor.metrics.change import CONFIRMED, Change
from shnor.metrics.passport import Better, Metric
from shnor.service.figures.lines import Cell, Line
from shnor.service.pages.results import LOW, ResultsPage
from shnor.ui.kit.html import Marked
from shnor.ui.screens.results import classes

SHORT = {LOW: "«2»", "quality_rate": "качество", "pass_rate": "успеваемость", "mean_mark": "средняя отметка",
         "sou_index": "СОУ"}
"""As the switch calls them."""
NAMED = {LOW: "Доля отметок «2»", "quality_rate": "Доля отметок «4» и «5»",
         "pass_rate": "Доля отметок не ниже «3»", "mean_mark": "Средняя отметка",
         "sou_index": "Степень обученности (СОУ)"}
"""In the nominative and feminine, as the sentence of a change goes on."""
BELOW, BELOW_NAMED = "ниже порога", "Доля не преодолевших минимальный порог"
"""ЕГЭ has no marks."""
SAID, FEW = "Вывод", 10
UNTOLD = "вывода не делаем"
"""Of a mean, whose spread is not counted."""
_FORM = re.compile(r"^[МГЧ]?[АБКО]?ОУ\s+")


class Toward(NamedTuple):
    """A change by its sign: ▲ больше, ▼ меньше, = без изменений; side: where it leads, "" of an indicator without a
    better side, and where nothing may be concluded."""

    sign: str
    word: str
    side: str


def toward(better: Better, difference: float, *, told: bool = True) -> Toward:
    if not difference:
        return Toward("=", "без изменений", "")
    word = "больше" if difference > 0 else "меньше"
    side = ("better" if word == better else "worse") if better and told else ""
    return Toward("▲" if difference > 0 else "▼", word, side)


def year(code: str) -> str:
    """«2025–2026»."""
    return periods.parse(code).title.removesuffix(" учебный год")


def school(name: str) -> str:
    """«СОШ № 3» of «МБОУ СОШ № 3»."""
    return _FORM.sub("", name)


def is_exam_by_points(data: ResultsPage) -> bool:
    return data.chosen.procedure.endswith("ЕГЭ")


def short(data: ResultsPage, indicator: str = "") -> str:
    name = indicator or data.chosen.indicator
    return BELOW if name == LOW and is_exam_by_points(data) else SHORT[name]


def subject(data: ResultsPage) -> str:
    return BELOW_NAMED if data.chosen.indicator == LOW and is_exam_by_points(data) else NAMED[data.chosen.indicator]


def what(data: ResultsPage) -> str:
    """«ВПР, математика, 5–8 классы», an exam with its stage."""
    return ", ".join(filter(None, (work(data), data.classes)))


def work(data: ResultsPage) -> str:
    """«ВПР, математика», «ОГЭ, основной день, математика»."""
    chosen = data.chosen
    marks = f"отметки за {chosen.term}" if chosen.procedure.startswith("Отметки за") and chosen.term else ""
    held = (marks,) if marks else (chosen.procedure, STAGES.get(chosen.stage, ""), chosen.term)
    return ", ".join(filter(None, (*held, chosen.subject)))


def value(cell: Cell | None, beside: Cell | None = None) -> str:
    """The shortest there is of a figure: «22,8 %», «3 из 8», «3,12». beside: another it stands with: where either is
    of few people both are counts."""
    if cell is None:
        return wording.NO_DATA
    if beside and beside.figure.status == "small" and cell.figure.unit == "доля":
        return wording.k_of_n(cell.figure.numerator, cell.figure.denominator or 0)
    figure = cell.figure
    if figure.unit != "доля":
        return wording.number(figure.value or 0, 2) if figure.denominator else wording.NO_DATA
    if figure.status != "ok":
        return wording.figure_text(figure)
    near = f"≈{wording.NBSP}" if figure.about else ""
    return f"{near}{wording.percent(figure.numerator, figure.denominator or 0)}"


def headline(data: ResultsPage) -> str:
    """«ВПР, математика: „2“ 30,0 % → 22,8 %, пока не вывод»: the answer is the title."""
    total = data.total
    one = f", {data.classes}" if data.chosen.grade else ""
    named = f"{wording.capital(work(data))}{one}: {short(data)}"
    if total is None:
        return named
    if len(total.cells) < 2 or None in total.cells[-2:]:
        newest = next((value(cell) for cell in reversed(total.cells) if cell), "")
        return f"{named} {newest}"
    before, after = total.cells[-2:]
    if classes.are_other(data):
        return f"{named} {value(before, after)} и {value(after, before)}, {classes.DIFFERENT}"
    return f"{named} {value(before, after)} → {value(after, before)}{_briefly(data, total)}"


def _briefly(data: ResultsPage, line: Line) -> str:
    if not data.of_shares:
        return f", {toward('', difference(line) or 0).word}"
    change = line.change
    if change is None:
        return ""
    if change.verdict in CONFIRMED:
        alone = ", но за счёт одной школы" if len(change.rests) == 1 else ""
        return f", {wording_change.WORDS[change.verdict]}{alone}"
    return f", {wording_change.WORDS.get(change.verdict, wording_change.WORDS['open'])}"


def difference(line: Line) -> float | None:
    """Of the last two figures, of means as they are shown."""
    ends = [cell.figure.value for cell in line.cells[-2:] if cell]
    if len(line.cells) < 2 or len(ends) < 2 or None in ends:
        return None
    before, after = (round(end or 0, 2) if line.cells[-1] and line.cells[-1].figure.unit != "доля" else end or 0
                     for end in ends)
    return after - before


def sentence(data: ResultsPage) -> str:
    """What changed and what may be said of it, in full."""
    total = data.total
    if total is None:
        return ""
    named = f"{subject(data)} ({what(data)}){wording.over(data.set)}"
    if classes.are_other(data) and None not in total.cells[-2:]:
        ends = [cell.figure for cell in total.cells[-2:] if cell]
        told = [wording.k_of_n(one.numerator, one.denominator or 0) if data.of_shares else wording.figure_text(one)
                for one in ends]
        return f"{named}: {' и '.join(told)}; {classes.DIFFERENT}."
    if not data.of_shares:
        return f"{named}: {_of_means(data, total)}"
    if total.change is None:
        return f"{named}: {not_compared(data)}"
    return wording_change.sentence(named, total.change, total.rests_on)


def _of_means(data: ResultsPage, line: Line) -> str:
    moved = difference(line)
    if moved is None:
        return not_compared(data)
    ends = " и ".join(wording.figure_text(cell.figure) for cell in line.cells[-2:] if cell)
    size = f" на {wording.number(abs(moved), 2)}" if moved else ""
    return f"{ends},{size} {toward('', moved).word}. Возможный разброс для неё не считается, {UNTOLD}."


def why_open(line: Line) -> str:
    """Why a change is not told though its spread lies on one side of zero: it is one of many comparisons."""
    change = line.change
    if change is None or change.verdict != "one":
        return ""
    alone = (f" Без одной школы{f' ({line.rests_on})' if line.rests_on else ''} не видно и этого."
             if len(change.rests) == 1 else "")
    return (f"Сам по себе разброс нуля не захватывает, но сравнений {wording.number(change.family)}, и с поправкой на "
            f"их число изменение не подтверждается.{alone}")


def not_compared(data: ResultsPage) -> str:
    """One year, or none just before the newest."""
    if len(data.years) < 2:
        return "сравнить не с чем, данные есть за один учебный год."
    cells = data.total.cells[-2:] if data.total else ()
    missing = [year(code) for code, cell in zip(data.years[-2:], cells, strict=True) if cell is None]
    return f"сравнить не с чем, нет данных за {wording.listed(missing)} учебный год."


def moved_head(data: ResultsPage) -> str:
    """Of a column: «Изменение за год», «Изменение с 2022–2023»."""
    return f"Изменение {since(data)}".rstrip()


def since(data: ResultsPage) -> str:
    """«за год» of neighbouring years alone, else «с 2022–2023»."""
    if len(data.years) < 2:
        return ""
    before, after = data.years[-2:]
    return "за год" if periods.parse(before).next().code == after else f"с {year(before)}"


def gap(data: ResultsPage) -> str:
    """Years between the two that are compared, of which there is nothing."""
    missing = between(data.years[-2], data.years[-1]) if len(data.years) > 1 else ()
    if not missing:
        return ""
    return f"За {years(missing)} данных нет."


def between(first: str, last: str) -> tuple[str, ...]:
    """School years that lie between two."""
    found, one = [], periods.parse(first).next()
    while one.code < last:
        found.append(one.code)
        one = one.next()
    return tuple(found)


def changed(data: ResultsPage, line: Line) -> Marked | str:
    """«▼ на 7,2 п.п. меньше», of few in people: sign, number, word; in the colour of its side where it is confirmed."""
    metric = _metric(data, line)
    moved, change = difference(line), line.change
    if metric.unit != "доля":
        return "" if moved is None else _moved(toward(metric.better, moved, told=False), wording.number(abs(moved), 2))
    if change is None or change.verdict in ("none", "other", "moved"):
        return ""
    told = change.verdict in CONFIRMED
    if change.points is None or min(change.n0, change.n1) < FEW:
        found = toward(metric.better, change.people, told=told)
        return Marked(f"{found.sign} {wording_change.moved(change)}", _mark(found))
    return _moved(toward(metric.better, float(change.points), told=told),
                  wording_change.points(abs(change.points)).lstrip("+"))


def _metric(data: ResultsPage, line: Line) -> Metric:
    return METRICS[next((cell.figure.metric for cell in line.cells if cell), data.chosen.indicator)]


def _moved(found: Toward, size: str) -> Marked:
    if found.sign == "=":
        return Marked("= без изменений", _mark(found))
    if not size.strip(f"0,.п{wording.NBSP}"):
        return Marked("≈ почти без изменений", "shnor-toward")
    return Marked(f"{found.sign} на {size} {found.word}", _mark(found))


def _mark(found: Toward) -> str:
    return f"shnor-toward {found.side}".strip()


def conclusion(change: Change | None, rests_on: str = "") -> str:
    """In words, also where nothing may be concluded."""
    return wording_change.conclusion(change, rests_on) if change else ""


def of_total(data: ResultsPage, line: Line) -> tuple[Marked | str, str]:
    """How a line over all the chosen classes changed and what may be said of it: nothing of other classes."""
    if classes.are_other(data):
        return "", classes.DIFFERENT
    return changed(data, line), conclusion(line.change, line.rests_on)


def of_tile(data: ResultsPage, line: Line) -> tuple[Marked | str, ...]:
    """The same in a tile; a mean has no sign, for nothing is concluded of it."""
    moved, said = of_total(data, line)
    if isinstance(moved, Marked) and _metric(data, line).unit != "доля":
        moved, said = moved.text.lstrip("▲▼=≈ "), UNTOLD
    return moved, "; " if moved and said else "", said


def other_sets(line: Line) -> str:
    """Where no school has all the years, each year stands over its own."""
    if line.set:
        return ""
    named = list(dict.fromkeys(cell.figure.set for cell in line.cells[-2:] if cell))
    return f"Школы двух лет разные: сначала {named[0]}, потом {named[1]}." if len(named) > 1 else ""


def other_classes(data: ResultsPage) -> str:
    """Two years that were written by different classes say less of a change than the same classes would."""
    if data.total is None or data.total.change is None or data.chosen.grade:
        return ""
    if classes.are_other(data):
        named = [f"{year(data.years[place])} — {wording.listed(classes.wrote(data, place))}" for place in (-2, -1)]
        return f"Писали: {'; '.join(named)}."
    schools = wording.counted(data.mixed, "школа", "gen")
    return f"У {schools} в двух годах писали разные классы." if data.mixed else ""


def breaks(data: ResultsPage) -> str:
    if not data.beside.earlier:
        return ""
    codes = [code for code, _ in data.beside.earlier]
    return (f"{wording.capital(years(codes))} с остальными не сравниваем: ВПР 2022 года перенесли на осень, ряд "
            "прерван.")


def years(codes: Sequence[str]) -> str:
    """«2021–2022 учебный год», «2023–2024 и 2024–2025 учебные годы»."""
    return f"{wording.listed([*map(year, codes)])} {'учебный год' if len(codes) == 1 else 'учебные годы'}"
