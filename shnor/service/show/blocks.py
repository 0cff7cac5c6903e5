"""A block of a page as a slide: its schools under letters, its numbers as far as a room may see them.

Each number is followed to its rows, for these say whose it is; a number nobody can follow is not shown."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from shnor import wording
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import Shape
from shnor.metrics import METRICS, Figure
from shnor.metrics.results import MINIMUM
from shnor.reports.slides.deck import Grid, Picture, Slide
from shnor.service.figures import topics
from shnor.service.figures.lines import Cell
from shnor.service.figures.rows import Where
from shnor.service.show.masking import HIDDEN, SCHOOLS, about, of_schools, schools_behind
from shnor.service.show.room import Absent, Room, behind, source_line, sources_words

PEOPLE = frozenset({"results", "surveys", "courses", "staff", "deficits", "routes", "competence"})
"""Kinds whose rows count people; the others count deadlines, events, questions, which give nobody away."""
TOOK_PART = frozenset({"participation_share"})
"""Metrics that count people over rows of contests."""
BEYOND = frozenset({"region", "country"})
"""Levels of rows that no school of ours is known by."""
NUMBER = re.compile(r"\d+(?:,\d+)?\s*%|\bиз\s+\d|→|\d+\s+(?:педагог|школ|участник|обучающ)")
"""How a title says a number; a class, a year and «2» are none."""
FEW = "Здесь одна школа или две: их узнают. Слайд появится, когда вы подтвердите показ ниже."
UNFOLLOWED = "не показываем: к строкам не пройти"
NOTHING_LEFT = "Из этого блока показать нечего: школ меньше трёх или участников мало."

Followed = tuple[str, Where] | None
Held = Point | str


@dataclass(frozen=True)
class Piece:
    """What a page draws in a block. chart None: the table is the picture. head, rows: the table; a number in it is a
    point whose link leads to its rows. plain: its other numbers are none of people (months, plans, events)."""

    title: str
    set: str
    source: str
    chart: Chart | None
    shape: Shape | None
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Held, ...], ...] = ()
    plain: bool = False


class Masked:
    """follow: the address behind a number → its metric and the choice of its rows; None where it leads elsewhere.
    plain: numbers without a way to their rows are no people's and stay."""

    def __init__(self, room: Room, follow: Callable[[str], Followed], *, plain: bool = False) -> None:
        self._room, self._follow, self._plain = room, follow, plain
        self.hidden = False

    def lines(self, lines: Sequence[tuple[str, Sequence[Point]]], *, parts: bool = False) -> list[
            tuple[str, list[Point]]]:
        """(name, its points) → the same as a room may see it, schools by their letters and after each other. parts: the
        points of a line are parts of one whole, whose people are looked at; of one school there is none."""
        known = [[self._cell(point) for point in points] for _, points in lines]
        self._refuse_few(known)
        lines = [(name, [_counted(point, cell) for point, cell in zip(points, cells, strict=True)])
                 for (name, points), cells in zip(lines, known, strict=True)]
        whose = [_one_school(cells) for cells in known]
        made = [[self._point(point, cell, bool(school), _whole(points) if parts else None)
                 for point, cell in zip(points, cells, strict=True)]
                for (_, points), cells, school in zip(lines, known, whose, strict=True)]
        self._rounded(lines, known, whose, made)
        named = [(self._room.letters.text(name), points) for (name, _), points in zip(lines, made, strict=True)]
        places = [self._place(self._room.letters.code(name), row) for row, (name, _) in enumerate(named)]
        return [named[row] for row in sorted(range(len(named)), key=places.__getitem__)]

    def _refuse_few(self, known: Sequence[Sequence[Cell | None]]) -> None:
        self.refuse_few({code for cells in known for cell in cells if cell for code in _codes(cell.where)})

    def refuse_few(self, codes: Set[str]) -> None:
        """A block of one school or two is shown when somebody has said that it is meant. Raises Absent."""
        if 0 < len(codes) < SCHOOLS:
            self._room.masks.recognisable |= codes
            if not self._room.masks.knowingly:
                raise Absent(FEW)

    def _place(self, school: str, place: int) -> tuple[int, int]:
        """Schools by letter, where the first of them stood; the order of their numbers would give them away."""
        return (1, self._room.letters.place(school)) if school in self._room.letters.order else (0, place)

    def _cell(self, point: Point) -> Cell | None:
        """The figure behind a number, over the schools that really stand behind it."""
        followed = self._follow(point.link) if point.link else None
        if followed is None:
            return None
        metric, where = METRICS[followed[0]], followed[1]
        rows = topics.marked(self._room.view, metric.marking, as_of=self._room.day, where=where)
        found = topics.figures_of(self._room.view, metric.id, rows, as_of=self._room.day)
        if len(found) != 1:
            return None
        [figure] = found
        codes = schools_behind(rows, where, self._room.letters.order)
        return Cell(figure, {**where, "school_id": tuple(sorted(codes))})

    def _point(self, point: Point, cell: Cell | None, of_school: bool, whole: int | None) -> Point:
        room, bare = self._room, replace(point, link="")
        if point.k is None and point.n is None and point.value is None:
            return replace(bare, text=room.letters.text(point.text if self._plain else _without_digits(point.text)))
        if cell is None and not point.k and not point.n:
            return replace(bare, text=bare.text if self._plain else "", k=None)  # none of anything leads nowhere
        if cell is None:
            self.hidden = True
            return Point(point.at, why=UNFOLLOWED)
        if not _of_people(cell.figure.metric) or cell.where.get("level") in BEYOND:
            return replace(bare, text=room.letters.text(bare.text))
        if of_school:
            return self._of_one(point, cell)
        if why := room.masks.why(_with_counts(cell, point, whole)):
            self.hidden = True
            return Point(point.at, why=why)
        return replace(bare, text=room.letters.text(bare.text))

    def _of_one(self, point: Point, cell: Cell) -> Point:
        """A number of people of one school that is no share: its range; a mean by tenths."""
        self.hidden = True
        if point.n is None and point.k is not None:
            return Point(point.at, about(point.k))
        if point.k is None and point.value is not None and (point.n or 0) >= MINIMUM:
            return Point(point.at, wording.number(point.value, 1), value=round(point.value, 1))
        return Point(point.at, why=HIDDEN)

    def _rounded(self, lines: Sequence[tuple[str, Sequence[Point]]], known: Sequence[Sequence[Cell | None]],
                 whose: Sequence[str], made: list[list[Point]]) -> None:
        """Shares of single schools, place by place: which of them are hidden is decided by all of them together."""
        places = dict.fromkeys(point.at for _, points in lines for point in points)
        for at in places:
            found: dict[str, Figure | None] = {}
            where: dict[str, tuple[int, int]] = {}
            for row, (_, points) in enumerate(lines):
                for column, point in enumerate(points):
                    cell = known[row][column]
                    if (point.at == at and whose[row] and cell and point.k is not None and point.n is not None
                            and _of_people(cell.figure.metric)):
                        found[whose[row]] = _with_counts(cell, point).figure
                        where[whose[row]] = row, column
            for school, point in of_schools(at, found).items():
                row, column = where[school]
                made[row][column] = point


def _counted(point: Point, cell: Cell | None) -> Point:
    """A number that is written as a text alone has the counts of its figure."""
    told = point.k is not None or point.n is not None or point.value is not None
    if told or cell is None or not re.search(r"\d", point.text):
        return point
    return replace(point, k=cell.figure.numerator, n=cell.figure.denominator, value=cell.figure.value)


def _of_people(metric: str) -> bool:
    return METRICS[metric].kind in PEOPLE or metric in TOOK_PART


def _whole(points: Sequence[Point]) -> int:
    return sum(point.k or 0 for point in points)


def _with_counts(cell: Cell, point: Point, whole: int | None = None) -> Cell:
    """The number as the page shows it, which may be of a part of the rows. whole: of what it is a part."""
    k, n = point.k, point.n if whole is None else whole
    if k is None:
        return cell
    small = n is not None and n < MINIMUM
    status = "small" if small else cell.figure.status if cell.figure.status in ("ok", "no_n") else "ok"
    return Cell(replace(cell.figure, numerator=k, denominator=n, status=status), cell.where)


def _one_school(cells: Sequence[Cell | None]) -> str:
    """The code of the school a line is of; "" = of none or of several."""
    codes = {code for cell in cells if cell for code in _codes(cell.where)}
    return next(iter(codes)) if len(codes) == 1 else ""


def _codes(where: Mapping[str, object]) -> tuple[str, ...]:
    codes = where.get("school_id", ())
    return codes if isinstance(codes, tuple) else (str(codes),)


def _without_digits(text: str) -> str:
    """Words alone: a number without a way to its rows is left out."""
    return "" if re.search(r"\d", text) else text


def slide(room: Room, id: str, piece: Piece, follow: Callable[[str], Followed]) -> Slide:
    """Raises Absent where nothing is left to be shown."""
    masked = Masked(room, follow, plain=piece.plain)
    masked.refuse_few({room.letters.code(room.letters.text(piece.set).split(" ·")[0])} - {""})
    if piece.chart is not None and piece.shape is not None:
        chart = _chart(room, masked, piece.chart, parts=piece.shape.kind == "distribution")
        # a range has no place on a picture, noughts beside hidden parts say nothing
        left = [point for series in chart.series for point in series.points]
        shown = any(point.k or point.n or point.value for point in left) or (not masked.hidden and any(
            point.value is not None or point.k is not None for point in left))
        body: Picture | Grid = Picture(chart, piece.shape)
        source, sources, notes = source_line(chart), behind(chart), (sources_words(chart),)
    else:
        grid = _grid(room, masked, piece)
        shown = any(re.search(r"\d", cell) for row in grid.rows for cell in row[1:])
        body, sources = grid, None
        source = " · ".join(filter(None, (room.letters.text(piece.set), f"на {wording.day(room.day)}", piece.source)))
        notes = (f"Откуда цифры. {source}.",)
    if not shown:
        raise Absent(NOTHING_LEFT)
    return Slide(id, _title(room, piece, masked), body, source=source, notes=notes, sources=sources)


def _chart(room: Room, masked: Masked, chart: Chart, *, parts: bool) -> Chart:
    words = {series.name: series.words for series in chart.series}
    lines = masked.lines([(series.name, series.points) for series in chart.series], parts=parts)
    kept = {room.letters.text(name): said for name, said in words.items()}
    return replace(chart, title=room.letters.text(chart.title), set=room.letters.text(chart.set), series=tuple(
        Series(name, tuple(points), _without_digits(room.letters.text(kept.get(name, "")))) for name, points in lines))


def _grid(room: Room, masked: Masked, piece: Piece) -> Grid:
    """The first column names the line."""
    lines = []
    for row in piece.rows:
        cells = [cell if isinstance(cell, Point) else Point("", str(cell)) for cell in row[1:]]
        lines.append((row[0] if isinstance(row[0], str) else row[0].words,
                      [replace(cell, at=str(place)) for place, cell in enumerate(cells)]))
    made = masked.lines(lines)
    return Grid(tuple(map(room.letters.text, piece.head)), tuple(
        (name, *(point.words if point.words != wording.NO_DATA else "" for point in points)) for name, points in made),
        tuple(range(1, len(piece.head))))


def _title(room: Room, piece: Piece, masked: Masked) -> str:
    """The conclusion of the page, unless it says a number that is not shown here."""
    title = room.letters.text(piece.title)
    return title if not masked.hidden or not NUMBER.search(title) else title.partition(":")[0]
