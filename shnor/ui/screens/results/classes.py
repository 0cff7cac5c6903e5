"""Which classes wrote in a year: a year of other classes than the year before is not compared with it."""

from shnor.service.pages.results import ResultsPage

DIFFERENT = "разные классы, по годам не сравниваем"


def wrote(data: ResultsPage, place: int) -> list[str]:
    """The classes that wrote in a year."""
    return [line.name for line in data.grades if line.cells[place]]


def are_other(data: ResultsPage, place: int = -1) -> bool:
    """Whether a year was written by other classes than the year before it; one chosen class is compared with itself."""
    if data.chosen.grade or len(data.years) < 2:
        return False
    before, now = (wrote(data, at) for at in (place - 1, place))
    return bool(before and now) and before != now
