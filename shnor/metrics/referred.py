"""Which deadlines of a roadmap some paper of a register refers to. Plain Python over counted tables: a paper may name
several activities in one cell."""

import pyarrow as pa

from shnor import periods


def referred(deadlines: pa.Table, papers: pa.Table) -> list[int]:
    """1 for each deadline that a paper of the same owner (school, or the municipality) names by its number in a year of
    the deadline's period.

    Args:
        deadlines: needs school_id, number, period.
        papers: needs school_id, activities («1.4;2.3»), of_year.
    """
    named = {(row["school_id"] or "", number, row["of_year"]) for row in papers.to_pylist()
             for number in (row["activities"] or "").split(";") if number}
    return [int(any((row["school_id"] or "", row["number"], year) in named for year in _years(row["period"] or "")))
            for row in deadlines.select(["school_id", "number", "period"]).to_pylist()]


def _years(period: str) -> range:
    """Calendar years a period touches; none of a period that is not told."""
    if not period:
        return range(0)
    return range(periods.first_day(period).year, periods.final_day(period).year + 1)
