"""A question of an export: how it was answered, by which options, which of them are positive. Nothing is guessed: what
the answers do not settle is asked beside the question, and until then it is not counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from shnor.datasets import a1
from shnor.loaders.answers import options
from shnor.loaders.answers.export import Asked
from shnor.loaders.answers.options import FREE, ONE, OTHER, SEVERAL
from shnor.loaders.issues.findings import Findings
from shnor.loaders.types import KEEP, Choice, Known, Question
from shnor.loaders.words.headers import normalise

NO_POSITIVE = "положительных нет"
_SHOWN = 6
_OF_OTHERS = 0.3
"""A remembered list of options fits when no more of the answers than that lie outside it."""

Given = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Understood:
    """how: one of ONE, SEVERAL, FREE. chosen: the options of each respondent, () = no answer. positive: None = not
    said."""

    text: str
    how: str
    options: tuple[str, ...]
    chosen: tuple[tuple[str, ...], ...]
    positive: frozenset[str] | None = None

    @property
    def answered(self) -> int:
        return sum(map(bool, self.chosen))


def understand(question: Asked, given: Given, known: Known, findings: Findings, place: tuple[str, int]) -> Understood:
    """place: sheet and row, from 0, of the question on the sheet of what was understood."""
    before = _remembered(question.text, known)
    if question.options:
        read = Understood(question.text, SEVERAL, question.options, tuple(given))
    else:
        read = _read(question.text, given, before, findings, (place[0], a1(place[1], 1)))
    if read.how != ONE:
        return read
    cell = place[0], a1(place[1], 2)
    return replace(read, positive=positive_of(read.text, read.options, known, findings, cell))


def _remembered(text: str, known: Known) -> Question | None:
    """The same question in any survey of the base."""
    wanted = normalise(text)
    return next((question for asked in known.surveys.values() for name, question in asked.items()
                 if normalise(name) == wanted), None)


def _read(text: str, given: Given, before: Question | None, findings: Findings, cell: tuple[str, str]) -> Understood:
    cells = [texts[0] for texts in given if texts]
    how, listed = _answer(findings.answers.get(cell, ""), cells)
    if not how and before and _fits(before, cells):
        how, listed = (SEVERAL if before.several else ONE), tuple(before.options)
    if not how:
        found = options.manner(cells)
        how, listed = found.how, found.options
        if not how and cells:
            _ask(text, cells, findings, cell)
        elif found.rare and findings.answers.get(cell) != KEEP:
            _ask_rare(text, found, findings, cell)
        if found.rare and OTHER not in listed:
            listed = (*listed, OTHER)
    chosen = _chosen(how, given, listed)
    if torn := next((texts[0] for texts, ways in zip(given, chosen, strict=True) if len(ways) > 1), ""):
        findings.add("form-unsplit", *cell, text, (Choice(FREE, FREE),), seen=torn[:120])
        how = FREE
    if how not in (ONE, SEVERAL):
        return Understood(text, FREE, (), tuple(() for _ in given))
    return Understood(text, how, _used(listed, chosen), tuple(ways[0] if ways else () for ways in chosen))


def _answer(said: str, cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """«несколько вариантов: Семинары; Курсы», «один вариант», «свободный ответ»; without a list the options are those
    of the answers."""
    name, _, tail = said.partition(":")
    how = next((word for word in (ONE, SEVERAL, FREE) if normalise(word) == normalise(name)), "")
    listed = tuple(dict.fromkeys(part.strip() for part in tail.split(";") if part.strip()))
    if how and not listed:
        texts = cells if how == ONE else [part for cell in cells for part in options.parts_of(cell)]
        listed = tuple({normalise(text): text for text in reversed(texts) if not options.is_other(text)}.values())[::-1]
    return how, listed


def _fits(before: Question, cells: Sequence[str]) -> bool:
    read = [options.split(cell, before.options)[0] if before.several else _one(cell, before.options) for cell in cells]
    flat = [option for found in read for option in found]
    return bool(flat) and flat.count(OTHER) <= _OF_OTHERS * len(flat)


def _chosen(how: str, given: Given, listed: Sequence[str]) -> list[list[tuple[str, ...]]]:
    """Every way to read the answer of each respondent; no way where there is no answer."""
    if how == ONE:
        return [[_one(texts[0], listed)] if texts else [] for texts in given]
    return [options.split(texts[0], listed) if texts and how == SEVERAL else [] for texts in given]


def _one(cell: str, listed: Iterable[str]) -> tuple[str, ...]:
    return (next((option for option in listed if normalise(option) == normalise(cell)), OTHER),)


def _used(listed: Sequence[str], chosen: Sequence[list[tuple[str, ...]]]) -> tuple[str, ...]:
    """The options, «Другое» last and only where somebody gave it."""
    other = any(OTHER in ways[0] for ways in chosen if ways)
    return (*(option for option in listed if option != OTHER), *((OTHER,) if other else ()))


def _ask(text: str, cells: Sequence[str], findings: Findings, cell: tuple[str, str]) -> None:
    choices = tuple(Choice(word, word) for word in (ONE, SEVERAL, FREE))
    seen = ", ".join(f"«{shown[:60]}»" for shown in dict.fromkeys(cells) if shown)[:200]
    findings.add("form-question", *cell, text, choices, seen=seen)


def _ask_rare(text: str, found: options.Manner, findings: Findings, cell: tuple[str, str]) -> None:
    every = "; ".join(option for option in (*found.options, *found.rare) if option != OTHER)
    choices = (Choice("Посчитать как «Другое»", KEEP), Choice("Это варианты формы", f"{found.how}: {every}"))
    findings.add("form-rare", *cell, text, choices, seen=", ".join(f"«{one[:60]}»" for one in found.rare[:_SHOWN]))


def positive_of(text: str, every: Sequence[str], known: Known, findings: Findings,
                cell: tuple[str, str]) -> frozenset[str] | None:
    """Which options of a question are positive: as the person said in the cell, else as it was said of the same
    question before; else it is asked with a proposal. None = not said."""
    listed = [option for option in every if option != OTHER]
    said = findings.answers.get(cell, "")
    if said == KEEP or not listed:
        return None
    if normalise(said) == NO_POSITIVE:
        return frozenset()
    wanted = {normalise(part) for part in said.split(";")} - {""}
    if wanted and wanted <= set(map(normalise, listed)):
        return frozenset(option for option in listed if normalise(option) in wanted)
    marks = _marks(_remembered(text, known))
    if all(marks.get(normalise(option)) for option in listed):
        return frozenset(option for option in listed if marks[normalise(option)] == "yes")
    proposed = "; ".join(options.positive_of(listed))
    choices = (*((Choice(proposed, proposed),) if proposed else ()), Choice(NO_POSITIVE, NO_POSITIVE))
    findings.add("form-positive", *cell, text, choices, seen=", ".join(f"«{one}»" for one in listed))
    return None


def _marks(before: Question | None) -> Mapping[str, str]:
    return {normalise(option): mark for option, mark in before.options.items()} if before else {}
