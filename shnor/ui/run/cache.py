"""Data of a page, built once for as long as nothing it was built from changes: pages get plain data, never rows."""

import threading
from collections.abc import Callable, Hashable
from inspect import signature
from typing import Any, TypeVar

from shnor.service.figures.kept import Kept
from shnor.store import View
from shnor.ui.run.session import Session

Data = TypeVar("Data")
KEPT = Kept(400)
"""So many things in all."""
_reads: dict[Hashable, frozenset[str]] = {}
_lock = threading.Lock()


def built(session: Session, builder: Callable[..., Data], *arguments: Any, **named: Any) -> Data:
    """What `builder(view, …)` makes for the session's base, scope and state; a builder with a parameter `forms` gets
    the rules of forms of the base, which are no part of a state. Nobody may change what it gives: all sessions share
    it."""
    question = builder, asked(builder, session, *arguments, **named)
    with session.store.view(session.scope, session.state) as view:
        return _built(view, question)


def asked(builder: Callable[..., Any], session: Session, *arguments: Any, **named: Any) -> tuple[tuple[str, Any], ...]:
    """The question with every default spelled out: a page that names one and a page that does not ask the same."""
    parameters = signature(builder)
    if "forms" in parameters.parameters:
        named["forms"] = session.forms
    bound = parameters.bind(None, *arguments, **named)
    bound.apply_defaults()
    return tuple(bound.arguments.items())[1:]


def _built(view: View, question: tuple[Callable[..., Data], tuple[tuple[str, Any], ...]]) -> Data:
    """What the builder has read so far is what its answer depends on: while that is the same, it would go the same way
    to the same answer. Where it has now read more, the answer is asked for once more under all of it."""
    reads = _reads.get(question)
    if reads is None:
        data = _made(view, question)
        reads = _reads[question]
        return KEPT.get((question, reads, view.key_of(reads)), lambda: data, lambda _: 1)
    data = KEPT.get((question, reads, view.key_of(reads)), lambda: _made(view, question), lambda _: 1)
    return data if _reads[question] == reads else _built(view, question)


def _made(view: View, question: tuple[Callable[..., Data], tuple[tuple[str, Any], ...]]) -> Data:
    builder, named = question
    data = builder(view, **dict(named))
    with _lock:
        _reads[question] = _reads.get(question, frozenset()) | view.reads
    return data


def drawn(data: Data, draw: Callable[[Data], Any]) -> Any:
    """What is drawn from the data of a page, drawn once for as long as that data is there."""
    return KEPT.get((id(data), draw.__qualname__), lambda: (data, draw(data)), lambda _: 1)[1]
