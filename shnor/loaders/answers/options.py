"""How a question of a form was answered, told by its answers alone: one option, several, or in own words.

What cannot be told is asked: an option may hold a comma, and a comma also stands between options.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from shnor.datasets.forms import LONG, MOST, NOT_POSITIVE, OTHER_WORDS, OWN, POSITIVE, REPEATED
from shnor.loaders.words.headers import normalise

ONE, SEVERAL, FREE = "один вариант", "несколько вариантов", "свободный ответ"
OTHER = "Другое"
_SEPARATORS = ("; ", ";", ", ")

_WORDS = POSITIVE | NOT_POSITIVE
_MARKS = frozenset("12345")


@dataclass(frozen=True)
class Manner:
    """how: ONE, SEVERAL or FREE, "" = cannot be told. options: as they are written, the most frequent first.
    rare: texts given once among others that repeat: options hardly chosen, or «Другое» in own words."""

    how: str
    options: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()


def manner(cells: Sequence[str]) -> Manner:
    """Of the cells of one question that are not empty."""
    counted = Counter(map(normalise, cells))
    joined = {text for text in counted if text not in _WORDS and _parts(text) != (text,)}
    single = set(counted) - joined
    if counted and set(counted) <= _WORDS | _MARKS:
        return _listed(ONE, cells, [(cell,) for cell in cells])
    if _own_words(cells):
        return Manner(FREE)
    if not joined:
        return _listed(ONE, cells, [(cell,) for cell in cells]) if _is_list(cells) else Manner("")
    if all(part in single or is_other(part) for text in joined for part in _parts(text)):
        tokens = [parts_of(cell) for cell in cells]
        flat = [token for found in tokens for token in found if not is_other(token)]
        return _listed(SEVERAL, flat, tokens) if _is_list(flat) else Manner("")
    shared = Counter(part for text in counted for part in set(_parts(text)) | {text})
    apart = all(shared[part] == 1 for text in joined for part in _parts(text))
    return _listed(ONE, cells, [(cell,) for cell in cells]) if apart and _is_list(cells) else Manner("")


def with_known(found: Manner, others: Collection[str]) -> Manner:
    """A text given once that is an option of another question is an option here too."""
    known = tuple(text for text in found.rare if normalise(text) in others)
    if not known:
        return found
    rare = tuple(text for text in found.rare if text not in known)
    other = tuple(option for option in found.options if option == OTHER)
    return Manner(found.how, (*(option for option in found.options if option != OTHER), *known, *other), rare)


def parts_of(cell: str) -> tuple[str, ...]:
    """«а; б», «а, б» → а and б, cut at the first separator of those that forms use which stands in the text."""
    separator = next((mark for mark in _SEPARATORS if mark in cell), "")
    return tuple(part.strip() for part in cell.split(separator) if part.strip()) if separator else (cell.strip(),)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(map(normalise, parts_of(text)))


def split(cell: str, options: Collection[str]) -> list[tuple[str, ...]]:
    """Every way (two at most) to read a cell as options of the list; what is none of them is «Другое». One way: it is
    settled; two: an option holds the separator, and only a person can tell."""
    known = {normalise(option): option for option in options}
    ways: list[tuple[str, ...]] = []
    mark = next((mark for mark in _SEPARATORS if mark in cell), "")
    pieces = [piece.strip() for piece in cell.split(mark)] if mark else [cell.strip()]

    blind: set[int] = set()

    def go(start: int, taken: tuple[str, ...]) -> None:
        if start == len(pieces):
            ways.append(taken)
            return
        before = len(ways)
        for end in range(len(pieces), start, -1) if start not in blind else ():
            if len(ways) < 2 and (option := known.get(normalise(mark.join(pieces[start:end])))):
                go(end, (*taken, option))
        if len(ways) == before:
            blind.add(start)

    go(0, ())
    return ways or [_with_other(cell, pieces, mark, known)]


def _with_other(cell: str, pieces: list[str], mark: str, known: dict[str, str]) -> tuple[str, ...]:
    """Options from the left as long as they are known, the longest first; the rest is «Другое» once."""
    taken: list[str] = []
    start = 0
    while start < len(pieces):
        end = next((end for end in range(len(pieces), start, -1)
                    if normalise(mark.join(pieces[start:end])) in known), 0)
        taken.append(known[normalise(mark.join(pieces[start:end]))] if end else OTHER)
        start = end or start + 1
    return tuple(dict.fromkeys(taken))


def is_other(text: str) -> bool:
    """«Другое», «Другое: …», «Иное: …»."""
    return normalise(text).partition(":")[0].strip() in OTHER_WORDS


def positive_of(options: Iterable[str]) -> tuple[str, ...]:
    """Those usually taken for positive: known words, 4 and 5 of a scale to 5. A proposal, never a decision."""
    listed = [option for option in options if option != OTHER]
    if {normalise(option) for option in listed} <= _MARKS:
        return tuple(option for option in listed if normalise(option) in "45")
    known = tuple(option for option in listed if normalise(option) in POSITIVE)
    return known or _affirmed(listed)


def _affirmed(options: Sequence[str]) -> tuple[str, ...]:
    """«Скорее полезен» and «Очень полезен» beside «Совсем не полезен»: the same word that others deny."""
    words = {option: normalise(option).split() for option in options}
    denied = {said[-1] for said in words.values() if "не" in said[:-1]}
    return tuple(option for option, said in words.items() if said and said[-1] in denied and "не" not in said)


def _listed(how: str, texts: Sequence[str], answers: Sequence[tuple[str, ...]]) -> Manner:
    """The options, one writing each; a text given once, unless it is a word of a scale, is rare."""
    seen = Counter(normalise(text) for text in texts)
    written: dict[str, Counter[str]] = {}
    for text in texts:
        written.setdefault(normalise(text), Counter())[text] += 1
    known = _WORDS | _MARKS if set(seen) & (_WORDS | _MARKS) else frozenset()
    names = {text: max(found, key=lambda name: (found[name], name)) for text, found in written.items()}
    rare = [text for text in seen if seen[text] == 1 and text not in known and not is_other(text)]
    options = [names[text] for text, _ in seen.most_common() if text not in rare and not is_other(text)]
    other = (OTHER,) if any(is_other(token) for found in answers for token in found) else ()
    return Manner(how, (*_in_order(options), *other), tuple(names[text] for text in rare))


def _in_order(options: list[str]) -> list[str]:
    """Marks of a scale by their number, all else by how often they were chosen."""
    return sorted(options, key=int, reverse=True) if all(option.isdigit() for option in options) else options


def _own_words(texts: Sequence[str]) -> bool:
    """Mostly different or long texts. Few answers tell nothing."""
    if any(len(text) > LONG for text in texts) and _share(texts) < REPEATED:
        return True
    return len(texts) >= 10 and _share(texts) <= OWN and _share([p for text in texts for p in parts_of(text)]) <= OWN


def _is_list(texts: Sequence[str]) -> bool:
    return len(texts) > 2 and len(set(map(normalise, texts))) <= MOST and _share(texts) >= REPEATED


def _share(texts: Sequence[str]) -> float:
    """The share of texts that were given at least twice."""
    seen = Counter(map(normalise, texts))
    return sum(count for count in seen.values() if count > 1) / max(len(texts), 1)
