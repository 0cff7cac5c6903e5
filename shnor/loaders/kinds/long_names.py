"""A register that has nothing but full legal names: the short one is made of them, the full one is kept."""

from shnor.datasets import Longest, Spot
from shnor.datasets.places import SHORTENED
from shnor.loaders.kinds.fis_oko import letters, put
from shnor.loaders.records.draft import Draft
from shnor.loaders.tables.school_lists import named
from shnor.loaders.words.headers import plain


def prepare(draft: Draft) -> None:
    """Before typing: a name that is longer than names may be becomes «МБОУ СОШ № 2», if that is what it says."""
    places = draft.body.match.columns
    if "name" not in places:
        return
    limit = next(one.characters for one in draft.body.kind["name"].constraints if isinstance(one, Longest))
    names = [plain(value) for value in draft.body.values("name")]
    short = [next(iter(named(text)), "") if len(text) > limit else "" for text in names]
    if not any(short):
        return
    own = [plain(value) for value in draft.body.values("full_name")] if "full_name" in places else [""] * len(names)
    for row, name in enumerate(short):
        if name:
            put(draft, row, "name", name)
            draft.row_spots["name", row] = (Spot(letters(draft, "name"), SHORTENED),)
            if "full_name" in places and not own[row]:
                put(draft, row, "full_name", names[row])
    if "full_name" not in places:
        draft.columns["full_name"] = [text if name else None for text, name in zip(names, short, strict=True)]
        draft.spots["full_name"] = (Spot(letters(draft, "name")),)
