"""What is asked about the letters of a text: which code page, what stands for the damaged ones."""

import re

from shnor.datasets import Grid, a1
from shnor.loaders.files.encodings import BAD, Reading, doubt
from shnor.loaders.issues import of_documents as say
from shnor.loaders.types import KEEP, Choice, Issue

ENCODING = "кодировка"
"""The topic; its answer is the title of a code page."""
LETTERS = "испорченные буквы"
_FEW = 5
_NAMED = 10
_WORDS = 5
_SEEN = 60
_AS_IT_IS = (Choice("Оставить как есть", KEEP),)


def doubts(name: str, data: bytes, grids: tuple[Grid, ...], encoding: str) -> tuple[Issue, ...]:
    """encoding: what the person has answered, "" where nothing."""
    readings = () if encoding else doubt(data)
    asked = (_which(name, readings),) if readings else ()
    return (*asked, *(issue for grid in grids for issue in _damaged(grid)))


def _which(name: str, readings: tuple[Reading, ...]) -> Issue:
    seen = [_first_words(readings, reading.text) for reading in readings]
    choices = tuple(Choice(f"«{words}» — {reading.page}", reading.page)
                    for words, reading in zip(seen, readings, strict=True))
    return say.ENCODING.at(choices=choices, topic=ENCODING, name=name, taken=seen[0], page=readings[0].page)


def _first_words(readings: tuple[Reading, ...], text: str) -> str:
    """From the first word on that differs."""
    cut = [re.findall(r"[^\s;,|]+", reading.text[:4096]) for reading in readings]
    start = next((at for at, words in enumerate(zip(*cut, strict=False)) if len(set(words)) > 1), 0)
    words = re.findall(r"[^\s;,|]+", text[:4096])
    return " ".join(words[start:start + _WORDS])[:_SEEN]


def _damaged(grid: Grid) -> list[Issue]:
    places = [(a1(row, column), value) for row, cells in enumerate(grid.cells) for column, value in enumerate(cells)
              if isinstance(value, str) and BAD in value]
    if len(places) <= _FEW:
        return [say.DAMAGED.at(grid.sheet, cell, value, _AS_IT_IS) for cell, value in places]
    named = ", ".join(cell for cell, _ in places[:_NAMED]) + (" и другие" if len(places) > _NAMED else "")
    return [say.DAMAGED_MANY.at(grid.sheet, choices=_AS_IT_IS, topic=LETTERS, count=len(places), cells=named)]
