"""What is said and what is answered beside the sheets of a file passes the same door as their cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shnor.loaders.types import Answers, Choice, Issue
from shnor.personal.masks import mask, suspicious

_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


def answers_without_names(answers: Answers, sheets: Iterable[str]) -> Answers:
    """Answers to cells of these sheets are typed into the cells and pass the door with them; all others here."""
    own = set(sheets)
    return {key: text if key[0] in own and _ADDRESS.fullmatch(key[1]) else mask(text)[0]
            for key, text in answers.items()}


def issues_without_names(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """A sentence that quotes a cell quotes it with its masks, also where the file was only being opened."""
    texts = {text for issue in issues for text in (issue.message, issue.value) if text}
    masked = {text: changed for text in suspicious(*texts) for changed, what in [mask(text)] if what} if texts else {}
    return tuple(_masked(issue, masked) if {issue.message, issue.value} & masked.keys() else issue for issue in issues)


def _masked(issue: Issue, masked: dict[str, str]) -> Issue:
    choices = tuple(Choice(*(mask(text)[0] for text in (choice.label, choice.value))) for choice in issue.choices)
    return replace(issue, message=masked.get(issue.message, issue.message),
                   value=masked.get(issue.value, issue.value), choices=choices)
