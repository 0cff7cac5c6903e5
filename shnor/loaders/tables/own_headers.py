"""Headers that only one kind has: by them a table that lacks a needed column is called by its own name, and not taken
for another kind that is content with what is left of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from shnor.loaders.types import Match

LEAST = 2
"""So many headers of its own make a table one of a kind, whatever it lacks."""


def owned(vocabulary: Iterable[tuple[str, Collection[str]]]) -> dict[str, str]:
    """Header → the only kind that has it. vocabulary: kind and its headers, once a layout.
    A number is no sign: «2» heads marks, and stands in the row of numbers under any header."""
    owners: dict[str, set[str]] = {}
    for kind, headers in vocabulary:
        for text in headers:
            owners.setdefault(text, set()).add(kind)
    return {text: next(iter(kinds)) for text, kinds in owners.items()
            if len(kinds) == 1 and any(letter.isalpha() for letter in text)}


def count(kind: str, found: Iterable[Sequence[str]], owners: Mapping[str, str]) -> int:
    """Columns that are signs of a kind. found: of every column that was understood, its header as it may be read."""
    return sum(any(owners.get(text) == kind for text in texts) for texts in found)


def lacking(best: Match, candidates: Iterable[Match]) -> Match:
    """A table that shows more of another kind, headers of its own among it, than the one that fits best: a needed
    column is missing in it, which is said by its own name. Else the one that fits best."""
    others = [match for match in candidates if match.kind != best.kind and match.score < 1
              and match.signs >= LEAST and match.signs > best.signs and _known(match) > _known(best)]
    return max(others, key=lambda match: (match.signs, _known(match), match.score), default=best)


def _known(match: Match) -> int:
    return len(match.columns) + len(match.periods)
