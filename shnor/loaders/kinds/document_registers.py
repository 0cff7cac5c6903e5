"""Registers of papers: whose they are and what kind of paper each row is, where no column says it."""

import re

from shnor.datasets.documents import OF_REGISTER
from shnor.loaders.kinds.derived import header_of, said_above, settle_school
from shnor.loaders.records.above import only
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.headers import normalise

_BEGINNINGS = {name: re.compile(beginning) for name, beginning in OF_REGISTER.items()}


def settle(draft: Draft) -> None:
    """«№ приказа», «Реестр приказов» make orders of rows that do not say what they are."""
    settle_school(draft)
    if draft.body.tells("document_type"):
        return
    headers = " ".join(header_of(draft, name) for name in ("number", "title", "signed_on"))
    said = _only(headers) or _only(" ".join(said_above(draft)))
    draft.columns["document_type"] = [value or said for value in draft.column("document_type")]


def _only(text: str) -> str | None:
    """The one kind of paper a text names."""
    return only(name for name, beginning in _BEGINNINGS.items() if beginning.search(normalise(text)))
