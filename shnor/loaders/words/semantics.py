"""What a planned value means, told from the plan and its years together: a sum, a level of each year, or unclear."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor.loaders.words.planned import Planned


@dataclass(frozen=True)
class Meaning:
    """semantics: a choice of the column «Смысл плана». sum: of the years that are known."""

    semantics: str
    sum: float = 0.0


def meaning(total: Planned, years: Sequence[Planned | None]) -> Meaning:
    """The plan decides if its own words do (rate, share, pair, boolean); a number is compared with its years.

    A year that is empty is unknown, not zero: then what is known may fall short of the plan.
    """
    known = [year for year in years if year is not None and year.value is not None]
    summed = sum(year.value or 0.0 for year in known)
    if total.semantics == "none" and not total.raw:
        return Meaning(_of_years(years), summed)
    if total.semantics != "total" or total.value is None:
        return Meaning(_pair(total, known) if total.semantics == "pair" else total.semantics, summed)
    if not known:
        return Meaning("total", summed)
    some_unknown = len(known) < len(years)
    return Meaning(_number(total, [year.value or 0.0 for year in known], some_unknown), summed)


def _number(total: Planned, years: list[float], some_unknown: bool) -> str:
    wanted, summed = total.value or 0.0, sum(years)
    if summed == wanted:
        return "total"
    if len(years) > 1 and all(year == wanted for year in years):
        return "level"
    if some_unknown and summed < wanted:
        return "total"
    if (total.op == ">=" and summed >= wanted) or (total.op == "<=" and summed <= wanted):
        return "total"
    return "unclear"


def _of_years(years: Sequence[Planned | None]) -> str:
    said = {year.semantics for year in years if year is not None and year.raw}
    if len(said) == 1:
        return said.pop()
    return "none"


def _pair(total: Planned, years: Sequence[Planned]) -> str:
    """«1;4» with «1;2» and «1;2»: each of the two is a level of the years it is planned in, or their sum."""
    planned = [year for year in years if year.value2 is not None]
    if not planned:
        return "pair"
    fits = all(summed == wanted or all(value == wanted for value in values)
               for wanted, values in ((total.value, [year.value for year in planned]),
                                      (total.value2, [year.value2 for year in planned]))
               for summed in [sum(value or 0.0 for value in values)])
    return "pair" if fits else "unclear"
