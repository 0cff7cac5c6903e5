"""The centre's own свод of past years, as it was brought in: by indicator, school and period. Nothing is counted here:
a value is what its cell says, so there is no metric and nothing is ever summed over schools."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.service.centre.schools import cards
from shnor.service.figures.rows import chosen, current
from shnor.store import View

MUNICIPALITY = "Муниципалитет"


@dataclass(frozen=True)
class Value:
    """One cell. counted None = the свод does not say out of how many."""

    value: float
    unit: str
    counted: int | None
    upload: int
    sheet: str
    cell: str

    @property
    def text(self) -> str:
        """«48,5 %», «86 чел.», «3,5», «48,5 % (из 86)»."""
        return f"{self.short} (из {wording.number(self.counted)})" if self.counted is not None else self.short

    @property
    def short(self) -> str:
        """The same without out of how many."""
        return wording.number(self.value) + (f"{wording.NBSP}{self.unit}" if self.unit else "")


@dataclass(frozen=True)
class Line:
    """A school (school_id "" = the municipality as the свод gives it) or, on the page of a school, an indicator."""

    school_id: str
    title: str
    values: dict[str, Value]


@dataclass(frozen=True)
class Indicator:
    """periods: codes in time order. lines: by school number, the municipality last."""

    title: str
    unit: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def counted(self) -> bool:
        """Whether every share says out of how many it is."""
        return all(value.counted is not None for line in self.lines for value in line.values.values())


def build(view: View, school: str = "", *, day: date) -> tuple[Indicator, ...]:
    """Indicators in the order of the свод, of periods that are over; of one school when it is named."""
    own = {"school_id": school} if school else {}
    rows = chosen(current(view, "indicator_values"), {"known_on__to": day, **own}).to_pylist()
    names = {card.school_id: card.name for card in cards(view, day)}
    found: dict[str, list[dict]] = {}
    for row in sorted(rows, key=lambda row: row["src"]):
        found.setdefault(row["indicator"], []).append(row)
    return tuple(_indicator(title, own, names) for title, own in found.items())


def _indicator(title: str, rows: list[dict], names: dict[str, str]) -> Indicator:
    lines: dict[str, dict[str, Value]] = {}
    for row in rows:
        value = Value(row["value"], row["unit"] or "", row["counted"], row["upload_id"], row["sheet"], row["cell"])
        lines.setdefault(row["school_id"], {})[row["period"]] = value
    order = [*names, *(school for school in lines if school and school not in names), ""]
    units = {row["unit"] or "" for row in rows}
    return Indicator(title, units.pop() if len(units) == 1 else "", in_time(row["period"] for row in rows),
                     tuple(Line(school, names.get(school, school) or MUNICIPALITY, lines[school])
                           for school in order if school in lines))


def in_time(codes: Iterable[str]) -> tuple[str, ...]:
    """Different periods from the first to the last."""
    return tuple(sorted(set(codes), key=lambda code: (periods.first_day(code), code)))


def period_title(code: str) -> str:
    """«2024», «2024–2025 учебный год», «ноябрь 2026»."""
    if len(code) == 10:
        return wording.day(date.fromisoformat(code))
    title = periods.parse(code).title
    return title if "учебн" in title else title.removesuffix(" год").removesuffix(" года")
