"""Items of a list after reading: items that stand as columns get the words of the list they are of."""

import re

from shnor.datasets.checklists import ITEM_WORDS, OWN_LISTS
from shnor.loaders.kinds.derived import said_above, settle_school, settle_year, without_people, written
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.headers import DASHES, normalise

_WORDS = {item: re.compile(words) for item, words in ITEM_WORDS.items()}
_ITEMS = {normalise(item): (item, place, checklist) for checklist, items in OWN_LISTS.items()
          for place, item in enumerate(items, 1)}


def finish(draft: Draft) -> None:
    """School, year and list from above; who has looked without a name."""
    settle_school(draft)
    settle_year(draft)
    without_people(draft, ["checked_by"])
    _dashes(draft)
    if draft.body.layout.unpivot:
        _items(draft)
    if not draft.body.tells("checklist"):
        _checklists(draft)


def _dashes(draft: Draft) -> None:
    """«-» beside «+» is «нет»; an empty cell tells nothing."""
    texts = [DASHES.sub("-", text) for text in written(draft, "state")]
    draft.columns["state"] = [state or ("absent" if text == "-" else None)
                              for state, text in zip(draft.column("state"), texts, strict=True)]


def _items(draft: Draft) -> None:
    """«план вшк» of a header → «План ВШК на год», its number in the list."""
    known = [_ITEMS.get(normalise(_named(item)), (item, None, "")) for item in draft.column("item")]
    draft.columns["item"] = [item for item, _, _ in known]
    draft.columns["number"] = [place for _, place, _ in known]


def _named(item: str) -> str:
    return next((name for name, words in _WORDS.items() if words.fullmatch(item)), item)


def _checklists(draft: Draft) -> None:
    """A list named above the table; else the one list of ours all its items are of."""
    titles = [name for name in OWN_LISTS if any(normalise(name) in normalise(line) for line in said_above(draft))]
    of_items = {_ITEMS.get(normalise(item), ("", 0, ""))[2] for item in draft.column("item")}
    name = titles[0] if len(titles) == 1 else of_items.pop() if len(of_items) == 1 else ""
    draft.columns["checklist"] = [value or name or None for value in draft.column("checklist")]
