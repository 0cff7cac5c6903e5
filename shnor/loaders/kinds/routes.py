"""Steps of routes after reading: whose they are without a name, the year of their quarter."""

from shnor.loaders.kinds.derived import settle_school, settle_years, without_people
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.subjects import one_form


def finish(draft: Draft) -> None:
    """A route is known by its number, never by the name of a teacher."""
    settle_school(draft)
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    without_people(draft, ["owner"])
    settle_years(draft, "quarter")
