"""A dash where a state should stand: it tells nothing, and only the sender knows what it is for."""

from collections.abc import Iterable

from shnor.datasets import Value
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.read import EMPTY, common

_STATE = "state"


def is_dash(value: Value) -> bool:
    """Whether somebody has written a sign for «nothing»."""
    return bool(plain(value)) and common(value) is EMPTY


def ask_of_dashes(draft: Draft, name: str, records: Iterable[int], code: str) -> None:
    """One question a dash; without an answer the row is what it would be with an empty cell."""
    column, written = draft.body.kind[name], draft.body.values(name)
    choices = tuple(Choice(title, title) for title in column.choices.values())
    for record in records:
        value = written[draft.origin[record]]
        if is_dash(value):
            draft.add(code, record, name, plain(value), choices, taken=column.choices.get(str(column.empty), ""))


def ask_of_assumed(draft: Draft) -> None:
    """States that are taken to be one of the list where nothing is written: «Пусто — завершили»."""
    for column in draft.body.kind.typed:
        if column.name == _STATE and column.empty and _STATE in draft.body.match.columns:
            ask_of_dashes(draft, column.name, range(len(draft.origin)), "state-dash")
