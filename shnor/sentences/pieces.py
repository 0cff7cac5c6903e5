"""What a sentence is made of: words, and numbers that know where they come from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Place:
    """Cells of an accepted file a number was read from. cells: «F12, F14…F19»."""

    file: str
    sheet: str
    cells: str


@dataclass(frozen=True)
class Source:
    """What a number of a paper rests on. metric: id of its passport, "" of a record of a register. title, formula: in
    words. set: what it is counted over. day: the day it is counted for. numerator, denominator: counts, None where
    there are none. rows: how many stand behind it. places: where the first of them were read. link: address of the
    page with all of them."""

    metric: str
    title: str
    formula: str
    set: str
    day: date
    numerator: int | None = None
    denominator: int | None = None
    rows: int = 0
    places: tuple[Place, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Number:
    """A number as it is printed («33», «93,9 %», «96 из 421»). source None: it is part of a name or a date."""

    text: str
    source: Source | None = None


@dataclass(frozen=True)
class Amount:
    """A count a sentence is made of, and what it rests on. value None: there are no data of it, which is not zero."""

    value: int | float | None
    source: Source | None = None


@dataclass(frozen=True)
class Share:
    """A part of a whole, one figure: «31 из 33», «93,9 %». None: there are no data of it."""

    part: int | None
    whole: int | None
    source: Source | None = None


Piece = str | Number
Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Sentence:
    """pattern: its id in the list («due», «done_parts»), the same in every version of the words."""

    pattern: str
    pieces: Pieces

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    @property
    def numbers(self) -> tuple[Number, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Number))


Sentences = tuple[Sentence, ...]
"""What a pattern says: mostly one sentence, two where one would hold more than three figures, none where there is
nothing to say of a zero."""


def said(pattern: str, *parts: Piece | Pieces) -> Sentences:
    """One sentence of its parts: a capital first, a full stop last, texts that stand together made one."""
    pieces: list[Piece] = []
    for piece in (one for part in parts for one in (part if isinstance(part, tuple) else (part,))):
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        elif piece:
            pieces.append(piece)
    if isinstance(pieces[0], str):
        pieces[0] = pieces[0][:1].upper() + pieces[0][1:]
    last = pieces[-1]
    if not isinstance(last, str) or not last.endswith((".", ".»")):
        pieces = [*pieces[:-1], last + "."] if isinstance(last, str) else [*pieces, "."]
    return (Sentence(pattern, tuple(pieces)),)
