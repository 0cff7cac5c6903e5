"""Where a number of a paper comes from, in words: the same in a comment, in the annex, in a book of tables."""

from collections.abc import Iterable
from dataclasses import replace

from shnor.reports.papers.blocks import Missing
from shnor.sentences.pieces import Number, Place, Source
from shnor.wording import capital, day, k_of_n, number, quoted

ANNEX, MISSING, MOVED = "Откуда цифры", "Чего не хватает", "Что изменилось после подписания"
HEADS = ("№", "Цифра в тексте", "Что это", "Сколько", "По чему и где прочитано")
PLACES = 2
"""So many sheets are named in a comment; all of them stand in the annex."""
FORMULAS, FORMULA_HEADS = "Как посчитано", ("Что это", "Как посчитано")


def counts(source: Source) -> str:
    """«33 из 36», «7»; "" where there are no counts."""
    if source.numerator is None:
        return "" if source.denominator is None else number(source.denominator)
    return number(source.numerator) if source.denominator is None else k_of_n(source.numerator, source.denominator)


def place_words(place: Place) -> str:
    """«файл «ноябрь.xlsx», лист «Месяц», ячейки F12, F14»."""
    sheet = f"лист {quoted(place.sheet)}" if place.sheet else ""
    cells = f"ячейки {place.cells}" if place.cells else ""
    return ", ".join(filter(None, (f"файл {quoted(place.file)}", sheet, cells)))


def over(source: Source) -> str:
    """The set and the day it is counted for."""
    return ", ".join(filter(None, (source.set, f"на {day(source.day)}")))


def comment(one: Number) -> tuple[str, ...]:
    """Lines of the comment at a number that has a source: what it is, where it was read, over what it is counted. How
    it is counted stands in the annex, once for all numbers of a kind."""
    source = one.source
    if source is None:
        return ()
    left = len(source.places) - PLACES
    return tuple(filter(None, (
        f"{source.title}: {one.text}", f"Сколько: {told}" if (told := counts(source)) else "",
        *(f"Где прочитано: {place_words(place)}" for place in source.places[:PLACES]),
        f"И ещё листов: {number(left)}, они в приложении" if left > 0 else "", f"По чему: {over(source)}",
        capital(_rows(source)))))


def _rows(source: Source) -> str:
    return f"строк в базе: {number(source.rows)}" if source.rows else ""


def row(place: int, one: Number) -> tuple[str, ...]:
    """Its row in the annex, as HEADS."""
    source = one.source
    if source is None:
        return str(place), one.text, "", "", ""
    what = ". ".join(filter(None, (source.title, source.formula)))
    how_many = "; ".join(filter(None, (counts(source), _rows(source))))
    return str(place), one.text, what, how_many, "; ".join((over(source), *map(place_words, source.places)))


def grouped(numbers: Iterable[Number]) -> tuple[tuple[str, ...], ...]:
    """Rows of the annex, as HEADS: numbers of one source stand in one row, how it is counted is said apart."""
    found: dict[Source, list[tuple[int, str]]] = {}
    for place, one in enumerate(numbers, 1):
        if one.source:
            found.setdefault(one.source, []).append((place, one.text))
    return tuple((", ".join(str(place) for place, _ in told), "; ".join(dict.fromkeys(text for _, text in told)),
                  *row(0, Number("", replace(source, formula="")))[2:]) for source, told in found.items())


def formulas(numbers: Iterable[Number]) -> tuple[tuple[str, str], ...]:
    """(title, how it is counted), each once, as FORMULA_HEADS."""
    return tuple(dict.fromkeys((one.source.title, one.source.formula)
                               for one in numbers if one.source and one.source.formula))


def missing_words(one: Missing) -> str:
    """What a section lacks and which file would make it ready."""
    words = one.words if one.words.endswith(".") else f"{one.words}."
    return f"{words} Нужен файл: {quoted(one.file)}." if one.file else words
