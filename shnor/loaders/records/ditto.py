"""«То же», «-//-» and a lone quotation mark stand for the value above."""

from shnor.datasets import Spot, Value, a1, column_letters
from shnor.datasets.leftovers import DITTO
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import DASHES, plain

LONGEST = 24
ABOVE, AS_WRITTEN = "взять значение сверху", "оставить как написано"


def fill_ditto(draft: Draft) -> None:
    """The value above is taken, and asked once a column. A cell over which nothing stands is left as it is."""
    body = draft.body
    for name in dict.fromkeys(name for part in body.parts for name in part.match.columns):
        cells = body.cells(name)
        signs = {value for value in set(cells) if isinstance(value, str) and is_ditto(value)}
        rows = [row for row, value in enumerate(cells) if value in signs] if signs else []
        above = {row: top for row in rows if (top := _above(cells, row)) is not None}
        if not above:
            continue
        first = min(above)
        sheet, cell = body.place(first, name)
        topic = f"знаки «то же», столбец {column_letters(body.parts[body.of_part[first]].match.columns[name])}"
        listed = ", ".join(body.place(row, name)[1] for row in list(above)[:6]) + (" и ниже" if len(above) > 6 else "")
        choices = (Choice(f"{ABOVE}: {plain(cells[above[first]])[:40]}", ABOVE), Choice(AS_WRITTEN, AS_WRITTEN))
        draft.findings.add("ditto", sheet, cell, plain(cells[first]), choices, topic=topic,
                           column=body.kind[name].title, listed=listed, above=plain(cells[above[first]]))
        if draft.answers.get((sheet, topic)) != AS_WRITTEN:
            for row, top in above.items():
                body.put(row, name, cells[top])
                part = body.parts[body.of_part[top]]
                draft.row_spots[name, row] = (Spot(a1(body.numbers[top], part.match.columns[name])),)


def is_ditto(value: str) -> bool:
    return len(value) < LONGEST and DASHES.sub("-", "".join(value.split())).lower() in _TIGHT


_TIGHT = frozenset("".join(word.split()) for word in DITTO)


def _above(cells: list[Value], row: int) -> int | None:
    """The nearest row above with a value of its own."""
    return next((top for top in range(row - 1, -1, -1)
                 if plain(cells[top]) and not (isinstance(cells[top], str) and is_ditto(str(cells[top])))), None)
