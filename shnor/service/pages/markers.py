"""Signs that need more analysis, as lists of the край or of ФИОКО name them: three states of a school, never a verdict.

No list: nothing is known. A school the newest list does not name: nothing is known of it. A school that is named
without a sign: «не отмечено», which is a word of the list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.metrics.markers import MARKING
from shnor.service.figures import topics
from shnor.service.figures.rows import Where, only
from shnor.service.figures.sets import register
from shnor.store import View

NOT_LOADED = "сведения не загружены"
NOT_NAMED = "в списке не названа: сведений нет"
CLEAN = "не отмечено"


@dataclass(frozen=True)
class Named:
    """A school of a list. signs: «ВПР, математика, 5 класс: завышенный средний балл»; none: «не отмечено»."""

    school_id: str
    name: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class MarkerList:
    """A list of one source and year, its schools by number. period: the year as the list names it («2025/26»)."""

    source: str
    year: int
    period: str
    named: tuple[Named, ...]

    @property
    def marked(self) -> tuple[Named, ...]:
        return tuple(one for one in self.named if one.signs)

    @property
    def where(self) -> Where:
        """The rows behind its figures."""
        return {"year": self.year, "source": self.source}

    @property
    def head(self) -> str:
        """«В списке письмо министерства … за 2025–2026 учебный год»"""
        of = f" {wording.quoted(self.source)}" if self.source else ""
        return f"В списке{of} за {wording.period(self.period)}"


def build(view: View, *, day: date) -> tuple[MarkerList, ...]:
    """Lists of years that have begun, the newest first."""
    rows = only(topics.marked(view, MARKING, as_of=day), is_listed=1)
    names = register(view, day).names
    found: dict[tuple[int, str], list[dict]] = {}
    for row in rows.to_pylist():
        found.setdefault((row["year"], row["source"] or ""), []).append(row)
    return tuple(MarkerList(source, year, own[0]["school_year"], _named(own, names))
                 for (year, source), own in sorted(found.items(), key=lambda item: (-item[0][0], item[0][1])))


def _named(rows: Sequence[dict], names: Mapping[str, str]) -> tuple[Named, ...]:
    signs: dict[str, list[str]] = {}
    for row in rows:
        signs.setdefault(row["school_id"], []).extend([_sign(row)] if row["is_sign"] else [])
    schools = (Named(code, names.get(code, code), tuple(own)) for code, own in signs.items())
    return tuple(sorted(schools, key=lambda one: wording.by_number(one.name)))


def _sign(row: dict) -> str:
    work = ", ".join(filter(None, (row["procedure"], row["subject"], f"{row['grade']} класс" if row["grade"] else "")))
    return f"{work}: {row['sign']}" if work else row["sign"]


def absent(lists: Sequence[MarkerList], day: date) -> str:
    """«за 2025–2026 учебный год сведения не загружены» beside older lists: of the school year that ended last; lists
    of the one that runs are still to come."""
    ended = periods.containing("school_year", day).previous()
    return "" if not lists or lists[0].year >= ended.end.year else f"за {wording.period(ended.code)} {NOT_LOADED}"


def standing(lists: Sequence[MarkerList], school: str, day: date) -> str:
    """What the newest list says of a school, with the careful words, and that a newer one was not brought in."""
    if not lists:
        return f"признаки, требующие дополнительного анализа: {NOT_LOADED}"
    return "; ".join(filter(None, (_standing(lists[0], school), absent(lists, day))))


def _standing(newest: MarkerList, school: str) -> str:
    own = next((one for one in newest.named if one.school_id == school), None)
    if own is None:
        return f"{newest.head} школа не названа: о признаках сведений нет"
    if not own.signs:
        return f"{newest.head} признаки, требующие дополнительного анализа, по школе не отмечены"
    return f"{newest.head} по школе отмечены признаки, требующие дополнительного анализа: {'; '.join(own.signs)}"


def sentence(one: MarkerList, *, named: bool = True) -> tuple[str, str, str]:
    """Before, the number, after: «В списке … за … год признаки, требующие дополнительного анализа, отмечены по» ·
    «1 школе» · « из 12 названных: МАОУ СОШ № 11.» named: with the names of the marked. A list that names marked schools
    alone gives their number and not of how many."""
    words = f"{one.head} признаки, требующие дополнительного анализа,"
    if not one.marked:
        return f"{words} по ", wording.counted(len(one.named), "школа", "dat"), " не отмечены."
    schools = f": {', '.join(school.name for school in one.marked)}" if named else ""
    whole = f" из {len(one.named)} названных" if len(one.named) > len(one.marked) else ""
    return f"{words} отмечены по ", wording.counted(len(one.marked), "школа", "dat"), f"{whole}{schools}."
