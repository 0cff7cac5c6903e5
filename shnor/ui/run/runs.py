"""How often a page was run since the start, for whoever watches a server."""

import itertools

_runs = itertools.count(1)
_last = 0


def count() -> None:
    """One more; counted right by any number of threads but perhaps one behind."""
    global _last
    _last = next(_runs)


def counted() -> int:
    return _last
