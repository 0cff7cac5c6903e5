"""What several kinds take from what they were given: an entry of a list known by its words, a year, the school and the
year a line above the table names, texts without the names of people."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from shnor import periods
from shnor.datasets import Spot
from shnor.datasets.places import SHEET_NAME
from shnor.loaders.records.above import line_place, lines, only
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import named_in
from shnor.loaders.words.headers import normalise, plain
from shnor.personal.person_names import PERSON

OTHER = "other"
_YEAR = re.compile(r"(?<![\d.])20\d\d(?!\d)")
_LEFT = re.compile(r"^[\s,;:()–—-]+|[\s,;:(–—-]+$")


def by_words(text: str | None, stems: Mapping[str, str]) -> str | None:
    """The entry of a list whose words stand in a text, the first of them; OTHER where none does, None for no text."""
    if not text:
        return None
    said = normalise(text)
    return next((entry for entry, pattern in stems.items() if re.search(pattern, said)), OTHER)


def settle_list(draft: Draft, name: str, into: str, stems: Mapping[str, str]) -> None:
    """The column `into`: the entry each text of a column belongs to."""
    found = {text: by_words(text, stems) for text in set(draft.column(name))}
    draft.columns[into] = [found[text] for text in draft.column(name)]


def settle_years(draft: Draft, name: str) -> None:
    """The column `year`: of a day, or of the first day of a period."""
    draft.columns["year"] = [periods.first_day(value).year if isinstance(value, str) and value else
                             getattr(value, "year", None) for value in draft.column(name)]


def settle_school(draft: Draft) -> None:
    """The only school the lines above the table (or the tab) name is the school of every row, unless a column or a
    label tells it. Nothing is asked: of a kind that needs a school the missing column is named."""
    if draft.body.tells("school_id") or any(draft.column("school_id")):
        return
    school = only(filter(None, (named_in(line, draft.known) for line in said_above(draft))))
    if school:
        draft.columns["school_id"] = [school] * len(draft.origin)
        _tell(draft, "school_id", lambda line: named_in(line, draft.known) == school)
        draft.school = school


def settle_year(draft: Draft, name: str = "year") -> None:
    """The only year the lines above the table name, where no column and no label tells it."""
    if draft.body.tells(name):
        return
    year = only(year for line in said_above(draft) for year in _YEAR.findall(line))
    if year:
        draft.columns[name] = [value or int(year) for value in draft.column(name)]
        _tell(draft, name, lambda line: year in line)


def _tell(draft: Draft, name: str, tells: Callable[[str], bool]) -> None:
    draft.spots[name] = line_place(draft, tells) or (Spot(words=SHEET_NAME),)


def said_above(draft: Draft) -> Iterator[str]:
    """Every line above the table, then the tab of the sheet."""
    yield from filter(None, lines(draft))
    yield draft.body.sheet


def written(draft: Draft, name: str) -> list[str]:
    """The cell of a column of each record as it is written, where a dash may mean more than nothing."""
    if draft.places is None:
        values = draft.body.values(name)
        return [plain(values[row]) for row in draft.origin]
    cells = {place: value for row in set(draft.origin) for _, value, place in draft.body.periods(row)}
    return [plain(cells[place]) for place in draft.places]


def header_of(draft: Draft, name: str) -> str:
    """What people call a column on this sheet, normalised; "" where the sheet has none."""
    match, grid = draft.body.match, draft.body.parts[0].grid
    place = match.columns.get(name)
    return "" if place is None else " ".join(normalise(grid.at(row, place))
                                             for row in range(match.header_row, match.first_row))


def without_people(draft: Draft, names: Sequence[str]) -> None:
    """Columns of posts without the marks that stand for names: «[ФИО], директор лицея» → «директор лицея»; a name
    alone is nothing."""
    for name in names:
        texts = {text: _nameless(text) for text in set(draft.column(name)) if text}
        draft.columns[name] = [texts.get(text) for text in draft.column(name)]


def _nameless(text: object) -> str | None:
    return _LEFT.sub("", re.sub(r"\s+", " ", plain(text).replace(PERSON, " "))).strip() or None
