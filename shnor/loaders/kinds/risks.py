"""Risk profiles after reading: factors by their words, the year above the table."""

from shnor.datasets.risks import FACTOR_STEMS
from shnor.loaders.kinds.derived import settle_list, settle_school, settle_year
from shnor.loaders.records.draft import Draft


def finish(draft: Draft) -> None:
    """A factor of another wording is «other» and keeps its own words."""
    settle_school(draft)
    settle_year(draft)
    settle_list(draft, "factor", "factor_id", FACTOR_STEMS)
