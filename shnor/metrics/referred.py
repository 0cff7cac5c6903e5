"""Which paper of a register belongs to which deadline of a roadmap: it names the number of the activity."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods

PAPER = ["school_id", "signed_on", "activities", "of_year"]
"""What of a paper says to which deadlines it belongs; a paper may name several activities in one cell."""


def referred(deadlines: pa.Table, papers: pa.Table) -> pa.Int64Array:
    """For each deadline the place in `papers` of the newest one of the same owner (school, or the municipality) that
    names its number in a year of the deadline's period; empty where there is none.

    Args:
        deadlines: needs school_id, number, period.
        papers: needs the columns of PAPER.
    """
    codes = [code or "" for code in pc.unique(deadlines["period"]).to_pylist()]
    newest = dict(_named(papers, codes))
    keys = pa.array([*newest], pa.string())
    own = pc.binary_join_element_wise(
        *(pc.fill_null(deadlines[name].cast(pa.string()), "") for name in ("school_id", "number", "period")), "\n")
    places = pa.array([*newest.values()], pa.int64()).take(pc.index_in(own, keys))
    return places.combine_chunks() if isinstance(places, pa.ChunkedArray) else places


def has_paper(deadlines: pa.Table, papers: pa.Table) -> pa.Int64Array:
    """1 where there is such a paper."""
    return referred(deadlines, papers).is_valid().cast(pa.int64())


def _named(papers: pa.Table, codes: list[str]) -> Iterator[tuple[str, int]]:
    """What each paper says of the periods: owner, number and period → its place, the newest last."""
    listed = sorted(enumerate(papers.select(PAPER).to_pylist()), key=lambda one: one[1]["signed_on"])
    touched = [(code, _years(code)) for code in codes]
    for place, row in listed:
        for number in filter(None, (row["activities"] or "").split(";")):
            yield from (("\n".join((row["school_id"] or "", number, code)), place)
                        for code, years in touched if row["of_year"] in years)


def _years(period: str) -> range:
    """Calendar years a period touches; none of a period that is not told."""
    if not period:
        return range(0)
    return range(periods.first_day(period).year, periods.final_day(period).year + 1)
