"""Which row of a file is one that is known already, though its key is another one: a date corrected, a month where
another file has the day, one number for what other rows tell apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from shnor.datasets.overlaps import (
    FEW,
    LEAST_ANSWERED,
    LEAST_GROWN,
    LEAST_NUMBERS,
    LEAST_WRITERS,
    NEAR_DAYS,
    SAME_NUMBERS_DAYS,
    TYPO_LETTERS,
)
from shnor.service.intake.told_rows import Pair, Row


def pairs(fresh: Sequence[Row], earlier: Sequence[Row]) -> list[Pair]:
    """fresh: rows whose key is not known; earlier: rows in force whose key the file does not have."""
    found = {(id(pair.new), id(pair.old)): pair
             for pair in (*_by_words(fresh, earlier), *_by_numbers(fresh, earlier), *_sums(fresh, earlier),
                          *_parts(fresh, earlier), *_grown(fresh, earlier))}
    return list(found.values())


def _by_words(fresh: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Pair]:
    """The same words of the same school: in an overlapping time all of them, in a near one the nearest."""
    known: dict[tuple, list[Row]] = defaultdict(list)
    for row in earlier:
        known[row.same, row.words].append(row)
    if earlier and earlier[0].rule.titles:
        yield from _by_titles(fresh, known)
        return
    for row in fresh:
        others = [old for old in known.get((row.same, row.words), ()) if _same_schools(row, old)]
        over = [old for old in others if _overlap(row, old)]
        near = sorted((old for old in others if _is_near(row, old)), key=lambda old: _gap(row, old))
        for old in over or near[:1]:
            yield Pair(row, old)


def _by_titles(fresh: Sequence[Row], known: Mapping[tuple, list[Row]]) -> Iterator[Pair]:
    """The same questions under another title or in a near time, where all numbers of the group are the same; under the
    same title in an overlapping time whatever they are."""
    sizes = Counter(row.group for row in fresh)
    groups: dict[tuple, list[Pair]] = defaultdict(list)
    for row in fresh:
        for old in known.get((row.same, row.words), ()):
            if _overlap(row, old) or _is_next(row, old):
                groups[row.group, old.group].append(Pair(row, old))
    for group in groups.values():
        first = group[0]
        is_one = first.new.titles == first.old.titles and _overlap(first.new, first.old)
        if is_one or (len(group) == sizes[first.new.group] and _all_counted_alike(group)):
            yield from group


def _all_counted_alike(group: Sequence[Pair]) -> bool:
    most = max((number for pair in group for number in pair.new.numbers[:2] if number is not None), default=0)
    return most >= LEAST_ANSWERED and len(group) > 1 and all(pair.new.numbers == pair.old.numbers for pair in group)


def _is_next(row: Row, old: Row) -> bool:
    """Two times that follow each other, neither longer than a month."""
    return _gap(row, old) <= 31 and all((last - first).days <= 31 for first, last in (row.span, old.span))


def _overlap(row: Row, old: Row) -> bool:
    return row.span[0] <= old.span[1] and old.span[0] <= row.span[1]


def _gap(row: Row, old: Row) -> int:
    return abs((row.span[0] - old.span[0]).days)


def _same_schools(row: Row, old: Row) -> bool:
    """One list of schools corrected into another still has a school of it, or the numbers are the same."""
    for name in row.rule.loose:
        ours, theirs = (set(str(one.values[name] or "").split(";")) - {""} for one in (row, old))
        if ours and theirs and not ours & theirs and not _counts_alike(row, old):
            return False
    return True


def _counts_alike(row: Row, old: Row) -> bool:
    """The same numbers, and something is counted."""
    first = row.numbers[0] if row.numbers else None
    return row.numbers == old.numbers and isinstance(first, int | float) and first >= FEW


def _is_near(row: Row, old: Row) -> bool:
    """One day corrected into another; one month into the next one with the same numbers."""
    if not (row.is_told and old.is_told):
        return False
    if row.rule.renumbered:
        return False
    lengths = {(last - first).days for first, last in (row.span, old.span)}
    alike = _counts_alike(row, old)
    if lengths == {0}:
        days = SAME_NUMBERS_DAYS if alike and not row.rule.steady else NEAR_DAYS
        return _gap(row, old) <= days or (alike and _is_slip(row.span[0], old.span[0]))
    return alike and max(lengths) <= 31 and min(lengths) > 0 and _gap(row, old) <= 31


def _is_slip(one: date, other: date) -> bool:
    """Day and month the other way round. The same day of another year is a custom more often than a slip."""
    return (one.year, one.day, one.month) == (other.year, other.month, other.day)


def _by_numbers(fresh: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Pair]:
    """The same school, time and numbers, and words that differ by a slip of the keyboard."""
    known: dict[tuple, list[Row]] = defaultdict(list)
    for row in earlier:
        if row.numbers and row.numbers[0] is not None:
            known[row.same, row.values[row.rule.when], row.numbers].append(row)
    for row in fresh:
        for old in known.get((row.same, row.values[row.rule.when], row.numbers), ()):
            if row.words != old.words and all(_is_one_word(row, old, place) for place in range(len(row.words))):
                yield Pair(row, old)


def _is_one_word(row: Row, old: Row, place: int) -> bool:
    """Whether the words of a column mean the same: but for a slip, or the same work under another name."""
    told = [number for number in row.numbers if number is not None]
    if row.rule.words[place] in row.rule.named and len(told) >= LEAST_NUMBERS and told[0] >= LEAST_WRITERS:
        return True
    return _is_typo(row.words[place], old.words[place])


def _is_typo(one: str, other: str) -> bool:
    """The same but for one letter of one long word; numbers are never slips."""
    if one == other:
        return True
    ours, theirs = one.split(), other.split()
    if len(ours) != len(theirs):
        return False
    differ = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(differ) == 1 and all(len(word) >= TYPO_LETTERS and word.isalpha() for word in differ[0]) \
        and _one_letter(*differ[0])


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)):] == long[start + 1:]


def _grown(fresh: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Pair]:
    """Every row of an earlier file of this year again, later and with numbers that have not fallen: counted since
    January."""
    known: dict[tuple, list[Row]] = defaultdict(list)
    for row in fresh if earlier and earlier[0].rule.grows else ():
        known[row.same, row.words, row.span[0].year].append(row)
    files: dict[str, list[Row]] = defaultdict(list)
    for old in earlier if known else ():
        files[old.file].append(old)
    for olds in files.values():
        again = [Pair(row, old) for old in olds if old.is_told
                 for row in known.get((old.same, old.words, old.span[0].year), ())[:1]
                 if row.span[1] > old.span[1] and row.total >= old.total > 0]
        if len(again) >= LEAST_GROWN and len(again) == len(olds):
            yield from again


def corrected(fresh: Sequence[Row], lost: Sequence[Row]) -> list[Pair]:
    """Of a file sent again: a row that is not there any more, and a row in its place in which one thing is another (the
    school, the words or the time), the numbers being the same."""
    found, taken = [], set()
    for row in fresh:
        for old in lost:
            equal = row.same == old.same, row.words == old.words, row.span == old.span
            if id(old) not in taken and sum(equal) == len(equal) - 1 and _counts_alike(row, old):
                taken.add(id(old))
                found.append(Pair(row, old))
                break
    return found


def _sums(fresh: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Pair]:
    """One number of a longer time that is the sum of finer rows known already."""
    for row, parts in _within(fresh, earlier):
        yield from (Pair(row, old) for old in parts)


def _parts(fresh: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Pair]:
    """Finer rows that add up to one number known already."""
    for old, parts in _within(earlier, fresh):
        yield from (Pair(row, old) for row in parts)


def _within(wholes: Sequence[Row], parts: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """(a row of a longer time without words of its own, the rows inside it), where the sum is its number."""
    wholes = [row for row in wholes
              if row.rule.total and not row.is_told and row.total > 1 and row.span[0] < row.span[1]]
    known: dict[tuple, list[Row]] = defaultdict(list)
    for row in parts:
        known[row.same, row.kindred].append(row)
    for row in wholes:
        inside = [one for one in known.get((row.same, row.kindred), ()) if one.span != row.span
                  and row.span[0] <= one.span[0] and one.span[1] <= row.span[1]]
        if inside and sum(one.total for one in inside) == row.total:
            yield row, inside
