"""Sessions of programmes after reading: the schools that took part, the year of the session."""

from shnor.datasets.programmes import OWN_PROGRAMMES
from shnor.loaders.kinds.derived import said_above, settle_years
from shnor.loaders.kinds.events import settle_schools
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.subjects import one_form


def finish(draft: Draft) -> None:
    """A session over the border of a month is one session, of the year it begins in."""
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    if not draft.body.tells("programme"):
        _programme(draft)
    settle_schools(draft)
    settle_years(draft, "period")


def _programme(draft: Draft) -> None:
    """One programme we know by name in the lines above is the programme of every session."""
    named = {name for line in said_above(draft) for name in OWN_PROGRAMMES if normalise(name) in normalise(line)}
    if len(named) == 1:
        draft.columns["programme"] = [own or next(iter(named)) for own in draft.column("programme")]
