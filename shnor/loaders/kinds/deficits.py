"""Deficits after reading: their group by its words, the year they were found in."""

from shnor.datasets.deficits import GROUP_STEMS
from shnor.loaders.kinds.derived import settle_list, settle_school, settle_years
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.subjects import one_form


def finish(draft: Draft) -> None:
    """Fill what the rows do not say themselves."""
    settle_school(draft)
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    settle_list(draft, "group", "group_id", GROUP_STEMS)
    settle_years(draft, "found_on")
