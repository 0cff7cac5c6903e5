"""Which answers are positive, asked once for all questions of a survey that have one scale. Nothing is guessed: the
proposal is the first choice, and each question can still be answered apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shnor.loaders.answers import options
from shnor.loaders.answers.options import OTHER
from shnor.loaders.answers.questions import NO_POSITIVE, remembered_positive, said_of_positive
from shnor.loaders.issues.findings import Findings
from shnor.loaders.types import KEEP, Choice, Known
from shnor.loaders.words.headers import normalise

APART = "по каждому вопросу отдельно"
Place = tuple[str, str]
Positive = frozenset[str] | None


@dataclass(frozen=True)
class Rated:
    """A question with one choice. cell: where its own answer stands; shared: where one for all like it would."""

    text: str
    options: tuple[str, ...]
    cell: Place
    shared: Place

    @property
    def scale(self) -> frozenset[str]:
        return frozenset(map(normalise, self.options)) - {normalise(OTHER)}


def positive_of(rated: Sequence[Rated], known: Known, findings: Findings) -> list[Positive]:
    """Of each question its positive options, None = not said: as it was said of it, else as of all with its scale, else
    as before in the base; what is left is asked."""
    settled: dict[int, Positive] = {}
    for place, one in enumerate(rated):
        said = findings.answers.get(one.cell, "")
        told = said_of_positive(said, one.options)
        if not one.scale or said == KEEP or told is not None:
            settled[place] = None if said == KEEP or not one.scale else told
    for scale in _scales(rated):
        left = [(place, rated[place]) for place in scale if place not in settled]
        settled |= _of_scale(left, rated[scale[0]].shared, known, findings) if left else {}
    return [settled[place] for place in range(len(rated))]


def _scales(rated: Sequence[Rated]) -> Iterator[list[int]]:
    """Places of questions whose options are all among those of the widest one: an option of one of them may have been
    chosen by nobody."""
    left = sorted(range(len(rated)), key=lambda place: -len(rated[place].scale))
    while left:
        widest = rated[left[0]].scale
        yield sorted(place for place in left if rated[place].scale <= widest)
        left = [place for place in left if not rated[place].scale <= widest]


def _of_scale(members: Sequence[tuple[int, Rated]], shared: Place, known: Known,
              findings: Findings) -> dict[int, Positive]:
    """Of the questions of a scale that have no answer of their own. shared: where one answer for all stands."""
    options_of_all = (option for _, one in members for option in one.options if option != OTHER)
    every = tuple({normalise(option): option for option in options_of_all}.values())
    said = findings.answers.get(shared, "")
    told = said_of_positive(said, every)
    if told is not None:
        chosen = set(map(normalise, told))
        return {place: frozenset(option for option in one.options if normalise(option) in chosen)
                for place, one in members}
    before = {place: remembered_positive(one.text, one.options, known) for place, one in members}
    asked = [one for place, one in members if before[place] is None]
    if len(asked) > 1 and said not in (APART, KEEP):
        _ask_of_all(asked, every, findings, shared)
    elif said != KEEP:
        for one in asked:
            choices = _choices(one.options)
            findings.add("form-positive", *one.cell, one.text, choices, seen=_listed(one.options))
    return before


def _ask_of_all(asked: Sequence[Rated], every: Sequence[str], findings: Findings, shared: Place) -> None:
    listed = "; ".join(sorted(every, key=normalise))
    choices = (*_choices(every), Choice("Ответить о каждом вопросе отдельно", APART))
    findings.add("form-positive-all", *shared, listed, choices, seen=_listed(every), count=len(asked),
                 first=asked[0].text)


def _choices(every: Sequence[str]) -> tuple[Choice, ...]:
    proposed = "; ".join(options.positive_of(every))
    return (*((Choice(proposed, proposed),) if proposed else ()), Choice(NO_POSITIVE, NO_POSITIVE))


def _listed(every: Sequence[str]) -> str:
    return ", ".join(f"«{one}»" for one in every if one != OTHER)
