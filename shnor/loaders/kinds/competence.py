"""Tests of competence after reading."""

from shnor.loaders.kinds.derived import settle_school, settle_years
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.subjects import one_form


def finish(draft: Draft) -> None:
    """The year of the day; subjects in one form."""
    settle_school(draft)
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    settle_years(draft, "held_on")
