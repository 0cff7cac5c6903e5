"""Data of a page, built once for as long as nothing it was built from changes: pages get plain data, never rows."""

import logging
import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from inspect import signature
from typing import Any, TypeVar

from shnor.scope import Scope
from shnor.service.figures.kept import Kept
from shnor.store import Store, View
from shnor.ui.run.session import Session

Data = TypeVar("Data")
Question = tuple[Callable[..., Any], tuple[tuple[str, Any], ...]]
KEPT = Kept(400)
"""So many things in all."""
LATEST, AHEAD = 60, 0.4
"""So many questions are asked again after a change, the last one first, for at most so many seconds."""
_latest: OrderedDict[tuple[Store, Scope, Question], None] = OrderedDict()
_reads: dict[Hashable, frozenset[str]] = {}
_lock = threading.Lock()


def built(session: Session, builder: Callable[..., Data], *arguments: Any, **named: Any) -> Data:
    """What `builder(view, …)` makes for the session's base, scope and state; a builder with a parameter `forms` gets
    the rules of forms of the base, which are no part of a state. Nobody may change what it gives: all sessions share
    it."""
    question = builder, asked(builder, session, *arguments, **named)
    if not session.past and not session.unseen:
        _remember((session.store, session.scope, question))
    with session.view() as view:
        return _built(view, question)


def renew(store: Store) -> None:
    """After a change: what the centre asked last is made ready, so that the page it opens next does not wait. Not for
    schools: there are thirty of them, most look once a day, and whoever has accepted waits meanwhile."""
    with _lock:
        latest = [one for one in reversed(_latest) if one[0] is store and one[1].sees_all]
    until = time.monotonic() + AHEAD
    for _, scope, question in latest:
        if time.monotonic() > until:
            return
        try:
            with store.view(scope) as view:
                _built(view, question)
        except Exception as error:  # the page that asks will say what is wrong; the acceptance is over and stays
            logging.getLogger(__name__).warning("not renewed: %s, %s", question[0].__module__, type(error).__name__)


def _remember(asked: tuple[Store, Scope, Question]) -> None:
    with _lock:
        _latest[asked] = None
        _latest.move_to_end(asked)
        if len(_latest) > LATEST:
            _latest.popitem(last=False)


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


def drawn(data: Data, draw: Callable[..., Any], *more: Hashable) -> Any:
    """What is drawn from the data of a page and from `more`, drawn once for as long as that data is there: a file a
    person has taken away is not held here. draw: a function of a module: one made anew at every run is another one
    every time, and so is what it draws."""
    key = id(data), draw, more

    def made() -> tuple[object, Any]:
        piece = draw(data, *more)
        try:
            weakref.finalize(data, KEPT.forget, key)
        except TypeError:  # a text, a tuple: nothing tells when it ends
            return data, piece
        return None, piece

    return KEPT.get(key, made, lambda _: 1)[1]
