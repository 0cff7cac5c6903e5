"""What came of it in marks: the list together, school by school, the same children a year on."""

from dataclasses import replace

from shnor import wording, wording_change
from shnor.charts.facts import TOO_FEW, Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.metrics.change import Change
from shnor.reports.slides.deck import Slide
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.lines import Cell, Line
from shnor.service.pages import results
from shnor.service.pages.results import Chosen, ResultsPage
from shnor.service.show import titles
from shnor.service.show.masking import SCHOOLS, of_schools, ranges, step_of
from shnor.service.show.room import Absent, Room, at, pictured, year

SOURCE = "форма «Результаты»"
EMPTY = "Нет результатов работ: примите выгрузки ФИС ОКО или отметки школ на «Приёме»."
WAYS = {-1: "↓ стало меньше", 0: "= столько же", 1: "↑ стало больше"}
"""How the share of a school has moved in a year, by its rounded values."""
CAREFUL = "ВПР не оценивают учителя и школу: они показывают, кому нужна помощь."


def together(room: Room) -> Slide:
    """The share of «2» of the list over the years."""
    data = _data(room)
    assert data.total is not None
    points = tuple(at(year(code), room.masks.whole(cell))
                   for code, cell in zip(data.years, data.total.cells, strict=True))
    if not any(point.text for point in points):
        raise Absent(f"Отметки по перечню: {points[-1].why}.")
    shown = _change(data.total, points)
    newest = next(point.text for point in reversed(points) if point.text)
    title = titles.marks(_work(data), shown, newest)
    # on which school it rests is seen on the next slide: here nobody is told of
    said = f"{_counts(shown)}; {_conclusion(replace(shown, rests=()))}" if shown else ""
    spread = wording.capital(wording_change.difference(shown)) if shown else ""
    return pictured("marks", title, _chart(room, "show-marks", data, (Series("", points),)), shape("trend"),
                    lead=said, notes=(spread, CAREFUL), seconds=150)


def by_school(room: Room) -> Slide:
    """A panel a school under its letter: shares in whole percent, no numbers of people."""
    data = _data(room)
    lines = sorted(_lettered(room, data), key=lambda line: room.letters.place(line.school_id))
    if len(lines) < SCHOOLS:
        raise Absent("Школ с результатами меньше трёх: на слайде их узнают.")
    figures = [{line.school_id: cell.figure if (cell := line.cells[place]) else None for line in lines}
               for place in range(len(data.years))]
    step = step_of(figure for found in figures for figure in found.values())
    years = [of_schools(year(code), found, step) for code, found in zip(data.years, figures, strict=True)]
    people = ranges({line.school_id: _people(line) for line in lines})
    series = tuple(_panel(room.letters.of(line.school_id), tuple(points[line.school_id] for points in years))
                   for line in lines)
    changes = [line.change for line, one in zip(lines, series, strict=True)
               if line.change and all(point.value is not None for point in one.points[-2:])]
    lead = f"Порядок школ случайный, доли с точностью до {step}{wording.NBSP}%"
    return pictured("schools", titles.by_school(changes), _chart(room, "show-schools", data, series),
                    shape("multiples", years=True), lead=lead,
                    notes=("Не ищите себя: важно, что помогло, а не кто где.", _sizes(room, people)))


def _panel(name: str, points: tuple[Point, ...]) -> Series:
    """With the way its share has gone, as it is shown."""
    before, after = [None, *(point.value for point in points)][-2:]
    way = "" if before is None or after is None else WAYS[(after > before) - (after < before)]
    return Series(name, points, way)


def _sizes(room: Room, people: dict[str, str]) -> str:
    """«Участников: школа А — от 25 до 49; …», where it is said."""
    told = "; ".join(f"{room.letters.of(code)} {wording.LONG_DASH} {size}" for code, size in people.items() if size)
    return f"Участников: {told}." if told else ""


def _people(line: Line) -> int:
    """Participants of the newest year."""
    return next((cell.figure.denominator or 0 for cell in reversed(line.cells) if cell), 0)


def children(room: Room) -> Slide:
    """The newest two years, a panel a class: its line goes down or up."""
    data = _data(room)
    newest = [one for one in data.same_children if one.after == data.years[-1]]
    hidden = _hidden(room, data)
    series, told, notes = [], [], ["Кто-то приехал, кто-то уехал: участников в два года не поровну."]
    for one in newest:
        points = _ends(room, data, one, hidden)
        name = f"{one.grade} → {one.grade + 1} класс"
        series.append(Series(name, points))
        if all(point.text for point in points):
            told.append((name, one.change))
            notes.append(f"{name}: {_conclusion(one.change)}.")
    if not told:
        raise Absent("Те же дети год спустя: нет двух лет подряд, мало участников или мало школ.")
    return pictured("children", titles.children(told), _chart(room, "show-children", data, tuple(series)),
                    shape("multiples", years=True), notes=notes)


def _data(room: Room) -> ResultsPage:
    data = results.build(room.view, Chosen(), day=room.day)
    if data.total is None or not any(data.total.cells):
        raise Absent(EMPTY)
    return data


def _work(data: ResultsPage) -> str:
    return f"{data.chosen.procedure}, {data.chosen.subject}"


def _chart(room: Room, id: str, data: ResultsPage, series: tuple[Series, ...]) -> Chart:
    title = f"{_work(data)}, {data.classes}: доля отметок «2»"
    return Chart(id, title, "доля отметок «2»", room.letters.text(data.set), room.day, SOURCE, series)


def _counts(change: Change) -> str:
    """«131 из 436 → 96 из 421»."""
    return f"{wording.k_of_n(change.k0, change.n0)} → {wording.k_of_n(change.k1, change.n1)}"


def _conclusion(change: Change) -> str:
    """As the pages say it; «одно из 26 сравнений» in words for who hears it once."""
    if change.verdict != "one":
        return wording_change.conclusion(change)
    compared = wording.counted(change.family, "сравнение", "gen")
    return f"{wording_change.WORDS['open']}: из {compared} одно могло выйти таким случайно"


def _change(line: Line, points: tuple[Point, ...]) -> Change | None:
    """None where one of its sides is not shown."""
    return line.change if len(points) > 1 and all(point.text for point in points[-2:]) else None


def _lettered(room: Room, data: ResultsPage) -> list[Line]:
    """Schools of the list with results."""
    return [line for line in data.schools if line.school_id in room.letters.order and line.school_id in room.listed]


def _hidden(room: Room, data: ResultsPage) -> set[tuple[str, str]]:
    """Class and year that may not be told, by all classes of the topic, whichever are shown."""
    found = set()
    for place, code in enumerate(data.years):
        cells: list[Cell | None] = [line.cells[place] for line in data.grades]
        for line, point in zip(data.grades, room.masks.parts(cells), strict=True):
            if not point.text:
                found.add((line.name.split()[0], code))
    return found


def _ends(room: Room, data: ResultsPage, one: Cohort, hidden: set[tuple[str, str]]) -> tuple[Point, Point]:
    """Before and after; nothing where it is not all of a class, or the class may not be told."""
    change, made = one.change, []
    for grade, code, k, n in ((one.grade, one.before, change.k0, change.n0),
                              (one.grade + 1, one.after, change.k1, change.n1)):
        line = next((line for line in data.grades if line.name.split()[0] == str(grade)), None)
        cell = line.cells[data.years.index(code)] if line else None
        if cell is None or any(one.letters) or (str(grade), code) in hidden:
            made.append(Point(year(code), why=TOO_FEW))
            continue
        own = Cell(replace(cell.figure, numerator=k, denominator=n, value=k / n if n else None, low=None, high=None),
                   {**cell.where, "school_id": one.schools})
        made.append(at(year(code), room.masks.whole(own)))
    return made[0], made[1]
