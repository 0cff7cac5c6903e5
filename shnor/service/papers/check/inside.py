"""What a paper says against itself: no base is needed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from shnor import wording
from shnor.datasets.paper_words import MONTHS_OF_PAST
from shnor.loaders.claims.said import Act, Day, Entered, Everybody, Listed, Named, Numbered, Paper, Share, Summed, Task
from shnor.metrics import possible
from shnor.service.papers.check.found import Finding, made

_MONTH_DAYS, _END_OF_YEAR = 30, 12
_WHOLE = 100_00


def findings(paper: Paper, day: date, staff: int) -> Iterator[Finding]:
    """day: of the check. staff: so many teachers there are, 0 = unknown."""
    said = paper.said
    yield from _orders([one for one in said if isinstance(one, Act)])
    yield from _percentages([one for one in said if isinstance(one, Share)], staff)
    yield from _schools(said)
    yield from _tasks(paper)
    for one in said:
        match one:
            case Numbered():
                yield from _numbered(one)
            case Summed():
                yield from _summed(one)
            case Day():
                yield from _day(one, day)
            case Everybody():
                yield made(one, "unchecked", "share-in-words",
                           "назовите, сколько из скольких: «все» — это 100 % от числа, которого в тексте нет",
                           doubt=True)
            case Entered() if one.year == paper.year and one.month > 1:
                since = wording.month(date(one.year, one.month, 1))
                yield made(one, "unchecked", "since-inclusion",
                           f"в перечень школа вошла: {since}; числа за весь год относятся ко времени с этого месяца",
                           doubt=True)
    if paper.school_year and paper.year and said:
        yield Finding("unchecked", "two-periods", f"{paper.year} год и {paper.school_year} учебный год", "", "",
                      "проверьте у каждого числа, за какой из двух периодов оно названо", True)


def _numbered(one: Numbered) -> Iterator[Finding]:
    numbers = one.numbers
    missing = [number for number in range(1, max(numbers)) if number not in numbers]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if not missing and not twice:
        return
    told = "; ".join(filter(None, (
        f"{wording.counted(len(numbers), 'пункт')}, последний — № {max(numbers)}",
        f"нет № {', '.join(map(str, missing))}" if missing else "",
        f"дважды № {', '.join(map(str, twice))}" if twice else "")))
    yield made(one, "differs", "numbering", told)


def _summed(one: Summed) -> Iterator[Finding]:
    total = sum(one.parts)
    told = f"{' + '.join(map(str, one.parts))} = {total}, а всего названо {one.whole}"
    if total == one.whole:
        yield made(one, "agrees", "same-inside", told=f"{' + '.join(map(str, one.parts))} = {total}")
    elif one.table:
        yield made(one, "unchecked", "sum", f"{told}; если люди посчитаны по одному разу, так и должно быть",
                   doubt=True)
    elif one.exhaustive or total > one.whole:
        yield made(one, "differs", "sum", told)


def _day(one: Day, day: date) -> Iterator[Finding]:
    if one.first is None or one.last is None:
        yield made(one, "differs", "day-impossible", "в этом месяце такого числа нет")
    elif one.last < one.first:
        yield made(one, "differs", "time-turned", f"{wording.day(one.last)} раньше, чем {wording.day(one.first)}")
    elif one.done and one.last > day:
        yield made(one, "unchecked", "time-later", f"сказано как о сделанном, а сегодня {wording.day(day)}", doubt=True)


def _orders(acts: Sequence[Act]) -> Iterator[Finding]:
    own = [one for one in acts if one.own]
    first = own[0] if own else None
    for one in own[1:]:
        if first and (one.number, one.day) != (first.number, first.day):
            reason = "act-number" if one.number != first.number else "act-day"
            yield made(one, "differs", reason, f"в другом месте этого документа: {first.said}")
        else:
            yield made(one, "agrees", "same-inside", "в заголовке и в приложении одно и то же")
    for one in acts:
        if one.span and (one.span - one.day).days > MONTHS_OF_PAST * _MONTH_DAYS:
            yield made(one, "unchecked", "act-old",
                       f"приказ от {wording.day(one.day)}, работа по нему с {wording.day(one.span)}: проверьте год",
                       doubt=True)


def _tasks(paper: Paper) -> Iterator[Finding]:
    """What is to be done in a year that was over when the paper was signed was copied; in the year whose results it
    tells at its end, or years ahead, may be."""
    signed = max((one.day for one in paper.said if isinstance(one, Act) and one.own), default=None)
    for one in paper.said:
        if not isinstance(one, Task) or not (signed or paper.year):
            continue
        first = signed.year if signed else paper.year
        beside = f"приказ подписан {wording.day(signed)}" if signed else f"документ о {paper.year} годе"
        if one.year < first:
            yield made(one, "differs", "year-copied", f"{beside}, а поручено на прошедший год")
        elif one.year > first + 1:
            yield made(one, "unchecked", "year-far", beside, doubt=True)
        elif signed and one.year == paper.year == first and signed.month == _END_OF_YEAR:
            yield made(one, "unchecked", "year-copied", f"{beside} и поручает на тот же год: проверьте год", doubt=True)


def _percentages(shares: Sequence[Share], staff: int) -> Iterator[Finding]:
    alone: dict[str, list[Share]] = defaultdict(list)
    for one in shares:
        digits = possible.digits(one.hundredths)
        if one.hundredths > _WHOLE and one.n is None:
            yield made(one, "unchecked", "percent-over", "сверх плана назовите числами", doubt=True)
        elif one.k is not None and one.n:
            right = wording.percent(one.k, one.n, digits)
            if not _same(one, digits):
                yield made(one, "differs", "percent-not-of-counts", f"{wording.k_of_n(one.k, one.n)} — это {right}")
        elif one.n and not possible.is_possible(one.hundredths, one.n):
            yield made(one, "differs", "percent-impossible", f"ни одно целое число из {one.n} этого процента не даёт")
        elif one.n is None:
            alone[one.whom].append(one)
    for group in alone.values():
        yield from _without_n(group, staff)


def _same(one: Share, digits: int) -> bool:
    """Whether the percentage is k of n, rounded half up to its own digits."""
    assert one.k is not None
    assert one.n
    step = 10 ** (2 - digits)
    return (2 * one.k * _WHOLE + one.n * step) // (2 * one.n * step) * step == one.hundredths


def _without_n(group: Sequence[Share], staff: int) -> Iterator[Finding]:
    """Percentages of the same people without their number."""
    told = {one.hundredths for one in group} - {0, _WHOLE}
    shared = possible.bases(told, min(staff or possible.UP_TO, possible.UP_TO)) if len(told) > 1 else ()
    if not group[0].whom:
        shared = ()
    elif len(told) > 1 and not shared and staff and staff < possible.UP_TO:
        for one in group:
            yield made(one, "differs", "percents-impossible",
                       f"педагогов в школах перечня {staff}: вместе эти проценты не получаются ни при каком числе")
        return
    words = ", ".join(f"{first}–{last}" if first < last else f"{first}" for first, last in possible.runs(shared))
    for one in group:
        beside = f"; вместе с другими процентами этого документа возможно только при {words}" \
            if words and one.hundredths in told else ""
        yield made(one, "unchecked", "n-missing", f"назовите, сколько из скольких{beside}", doubt=True)


def _schools(said: Sequence[object]) -> Iterator[Finding]:
    """The list the paper gives itself, and the forms of property it names its schools with."""
    for listed in [one for one in said if isinstance(one, Listed)]:
        same = listed.number == len(listed.names)
        yield made(listed, "agrees" if same else "differs", "same-inside" if same else "list-count",
                   f"перечислено {wording.counted(len(listed.names), 'школа')}")
    forms: dict[tuple[int, str], str] = {}
    for one in said:
        if isinstance(one, Named) and one.number is not None and not one.full:
            form, _, rest = one.name.partition(" ")
            first = forms.setdefault((one.number, rest), one.name)
            if first != one.name and form.isupper() and first.partition(" ")[0].isupper():
                yield made(one, "unchecked", "school-form", f"выше: {first}", doubt=True)
