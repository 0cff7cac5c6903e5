"""Contests, grants, practices and materials after reading: which of them it is, by its words."""

from shnor.datasets.achievements import ACHIEVEMENT_TYPES, TYPE_STEMS
from shnor.loaders.kinds.derived import OTHER, by_words, header_of, said_above, settle_list, settle_school, settle_years
from shnor.loaders.records.draft import Draft


def finish(draft: Draft) -> None:
    """A list of contests says so in its header or in its title; rows need not repeat it."""
    settle_school(draft)
    if not draft.body.tells("achievement_type"):
        texts = (header_of(draft, "title"), *said_above(draft))
        said = next((entry for text in texts if (entry := by_words(text, TYPE_STEMS)) not in (None, OTHER)), None)
        draft.columns["achievement_type"] = [own or (ACHIEVEMENT_TYPES[said] if said else None)
                                             for own in draft.column("achievement_type")]
    settle_list(draft, "achievement_type", "type_id", TYPE_STEMS)
    settle_years(draft, "held_on")
    draft.columns["occasion"] = [day.isoformat() if day else "" for day in draft.column("held_on")]
