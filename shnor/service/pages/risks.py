"""The risk profile of one school over years: the level of each factor, which are chosen, and by what measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor.datasets.risks import FACTORS
from shnor.metrics.risks import MARKING
from shnor.service.figures import topics
from shnor.service.figures.rows import chosen, current, only
from shnor.store import View


@dataclass(frozen=True)
class Factor:
    """levels: year → id of LEVELS, "" where the profile of the year does not set it. chosen, measure, indicator: of the
    newest profile; chosen and without a measure: `is_bare`. source: where its level is known from."""

    name: str
    levels: Mapping[int, str]
    chosen: bool
    measure: str
    indicator: str
    source: str = ""

    @property
    def is_bare(self) -> bool:
        return self.chosen and not self.measure


@dataclass(frozen=True)
class Profile:
    """years: with a profile, oldest first. factors: in the order of the methodics, own wordings last. numbers: of the
    activities of the school's roadmap of the newest year, which a measure may name."""

    years: tuple[int, ...] = ()
    factors: tuple[Factor, ...] = ()
    numbers: frozenset[str] = frozenset()

    @property
    def chosen(self) -> tuple[Factor, ...]:
        return tuple(factor for factor in self.factors if factor.chosen)

    @property
    def sources(self) -> tuple[str, ...]:
        """Of the newest profile, each once."""
        return tuple(dict.fromkeys(factor.source for factor in self.factors if factor.source))

    @property
    def bare(self) -> tuple[Factor, ...]:
        return tuple(factor for factor in self.factors if factor.is_bare)


def build(view: View, school: str, *, day: date) -> Profile:
    """Of years that have begun."""
    rows = only(topics.marked(view, MARKING, as_of=day, where={"school_id": school}), year__to=day.year).to_pylist()
    years = tuple(sorted({row["year"] for row in rows}))
    told: dict[str, list[dict]] = {}
    for row in sorted(rows, key=lambda row: row["year"]):
        told.setdefault(FACTORS.get(row["factor_id"] or "", row["factor"]), []).append(row)
    order = [*FACTORS.values()]
    names = sorted(told, key=lambda name: order.index(name) if name in order else len(order))
    plan = {"school_id": school, "period": str(years[-1]) if years else ""}
    numbers = frozenset(chosen(current(view, "roadmap"), plan)["number"].to_pylist()) if years else frozenset[str]()
    return Profile(years, tuple(_factor(name, told[name], years[-1]) for name in names), numbers)


def _factor(name: str, rows: Sequence[dict], newest: int) -> Factor:
    last = rows[-1]
    now = last["year"] == newest
    return Factor(name, {row["year"]: row["level"] or "" for row in rows}, now and last["chosen"] == "yes",
                  (last["measure"] or "") if now else "", (last["indicator"] or "") if now else "",
                  (last["source"] or "") if now else "")
