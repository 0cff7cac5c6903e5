"""Which figures an acceptance or a withdrawal changes."""

from dataclasses import dataclass, replace
from datetime import date

from shnor.metrics import Figure
from shnor.service.figures import every
from shnor.store import Store


@dataclass(frozen=True)
class Effect:
    """A figure that is different before and after: both as they would be shown."""

    before: Figure
    after: Figure


def effect(store: Store, before: int, after: int, as_of: date) -> list[Effect]:
    """The figures that differ between two states."""
    kinds = {kind for upload in store.uploads() if before < upload.state <= after for kind in upload.kinds}
    with store.view(state=before) as view:
        old = every.touched(view, kinds, as_of=as_of)
    with store.view(state=after) as view:
        new = every.touched(view, kinds, as_of=as_of)
    return _different(old, new)


def effect_of_withdrawal(store: Store, upload: int, as_of: date) -> list[Effect]:
    """The figures that would differ if this upload were taken back now."""
    kinds = {kind for listed in store.uploads() if listed.id == upload for kind in listed.kinds}
    with store.view() as view:
        old = every.touched(view, kinds, as_of=as_of)
    with store.view(without=frozenset({upload})) as view:
        new = every.touched(view, kinds, as_of=as_of)
    return _different(old, new)


def _different(old: list[Figure], new: list[Figure]) -> list[Effect]:
    def key(figure: Figure) -> tuple[str, tuple[tuple[str, str], ...]]:
        return figure.metric, tuple(sorted(figure.group.items()))

    was, now = {key(f): f for f in old}, {key(f): f for f in new}
    pairs = [(was.get(k) or _nothing(now[k]), now.get(k) or _nothing(was[k])) for k in {**was, **now}]
    return [Effect(before, after) for before, after in pairs if _said(before) != _said(after)]


def _said(figure: Figure) -> tuple[int, int | None, str]:
    return figure.numerator, figure.denominator, figure.status


def _nothing(figure: Figure) -> Figure:
    empty = 0 if figure.denominator is not None else None
    return replace(figure, numerator=0, denominator=empty, value=None, low=None, high=None, status="no_data", rows=0)
