"""A question of an export: how it was answered, by which options, which of them are positive. Nothing is guessed: what
the answers do not settle is asked beside the question, and until then it is not counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shnor.datasets import a1
from shnor.loaders.answers import options
from shnor.loaders.answers.export import Asked
from shnor.loaders.answers.options import FREE, ONE, OTHER, SEVERAL
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.person_shapes import are_names
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


def understand(question: Asked, given: Given, known: Known, findings: Findings, place: tuple[str, int],
               others: frozenset[str] = frozenset()) -> Understood:
    """place: sheet and row, from 0, of the question on the sheet of what was understood. others: options of other
    questions, see `listed_options`. Which are positive is settled for all questions together, see `scales`."""
    before = _remembered(question.text, known)
    cell = place[0], a1(place[1], 1)
    if question.options and not _are_names(question, question.options, before, findings, cell):
        return Understood(question.text, SEVERAL, question.options, tuple(given))
    if question.options:
        return Understood(question.text, FREE, (), tuple(() for _ in given))
    return _read(question, given, before, findings, cell, others)


def listed_options(question: Asked, given: Given) -> frozenset[str]:
    """The options of a question that its answers tell by themselves, normalised."""
    found = options.manner([texts[0] for texts in given if texts]) if not question.options else options.Manner(SEVERAL)
    return frozenset(map(normalise, (*question.options, *found.options))) - {normalise(OTHER)}


def _are_names(question: Asked, texts: Iterable[str], before: Question | None, findings: Findings,
               cell: tuple[str, str]) -> bool:
    """Answers that look like people are not kept before somebody has said that they are options."""
    if findings.answers.get(cell, "") not in ("", KEEP):
        return findings.answers[cell] == FREE
    if before or not are_names(question.text, texts):
        return False
    options_then = SEVERAL if question.options else ONE
    choices = (Choice("Это люди, не хранить", FREE), Choice("Это варианты ответа", options_then))
    findings.add("form-names", *cell, question.text, choices)
    return True


def _remembered(text: str, known: Known) -> Question | None:
    """The same question in any survey of the base."""
    wanted = normalise(text)
    return next((question for asked in known.surveys.values() for name, question in asked.items()
                 if normalise(name) == wanted), None)


def _read(question: Asked, given: Given, before: Question | None, findings: Findings, cell: tuple[str, str],
          others: frozenset[str]) -> Understood:
    text, cells = question.text, [texts[0] for texts in given if texts]
    how, listed = _answer(findings.answers.get(cell, ""), cells)
    if not how and before and _fits(before, cells):
        how, listed = (SEVERAL if before.several else ONE), tuple(before.options)
    if not how and _are_names(question, cells, before, findings, cell):
        how = FREE
    if not how:
        found = options.with_known(options.manner(cells), others)
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


def said_of_positive(said: str, every: Iterable[str]) -> frozenset[str] | None:
    """The options a person named as positive; None where the text names anything else."""
    listed = [option for option in every if option != OTHER]
    if normalise(said) == NO_POSITIVE:
        return frozenset()
    wanted = {normalise(part) for part in said.split(";")} - {""}
    if wanted and wanted <= set(map(normalise, listed)):
        return frozenset(option for option in listed if normalise(option) in wanted)
    return None


def remembered_positive(text: str, every: Iterable[str], known: Known) -> frozenset[str] | None:
    """Which options were called positive when the same question was accepted before; None = not of all of them."""
    listed = [option for option in every if option != OTHER]
    marks = _marks(_remembered(text, known))
    if all(marks.get(normalise(option)) for option in listed):
        return frozenset(option for option in listed if marks[normalise(option)] == "yes")
    return None


def _marks(before: Question | None) -> Mapping[str, str]:
    return {normalise(option): mark for option, mark in before.options.items()} if before else {}
