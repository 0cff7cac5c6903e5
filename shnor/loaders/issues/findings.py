"""What was found wrong on the way, each with its sheet and cell. After an error a cell is not spoken of again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.types import KEEP, Answers, Choice, Issue
from shnor.wording import capital

_TABLE = re.compile(r"Таблица \d+")


class Findings:
    """Collects issues. A question the person has answered with «как есть» is not asked again."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._issues: dict[tuple[str, str, str], Issue] = {}
        self._wrong: set[tuple[str, str]] = set()

    def add(self, code: str, sheet: str, cell: str, value: object = "", choices: tuple[Choice, ...] = (),
            topic: str = "", **facts: Any) -> None:
        """topic: see `Issue`; such an issue does not silence what else there is to say of its cell."""
        kind: IssueType = ISSUES[code]
        if kind.severity != "error" and self.answers.get((sheet, topic or cell)) == KEEP:
            return
        if topic and self.answers.get((sheet, topic)) in {choice.value for choice in choices}:
            return
        if topic:
            self._issues.setdefault((code, sheet, topic), kind.at(sheet, cell, str(value), choices, topic, **facts))
            return
        if cell and (sheet, cell) in self._wrong:
            return
        if kind.severity == "error":
            self._wrong.add((sheet, cell))
        self._issues.setdefault((code, sheet, cell), kind.at(sheet, cell, str(value), choices, **facts))

    def settle(self, sheet: str, cell: str) -> None:
        """The cell was spoken of elsewhere: nothing more is said of it."""
        self._wrong.add((sheet, cell))

    def withdraw(self, codes: Iterable[str], sheet: str, cell: str) -> None:
        """What is read around the cell has settled it: nothing of the kind is asked any more."""
        for code in codes:
            if self._issues.pop((code, sheet, cell), None):
                self._wrong.discard((sheet, cell))

    def insist(self, code: str, sheet: str, cell: str) -> None:
        """A question without whose answer the row cannot be stored is an error until it is answered."""
        if issue := self._issues.get((code, sheet, cell)):
            self._issues[code, sheet, cell] = replace(issue, severity="error")
            self._wrong.add((sheet, cell))

    def silence(self, sheet: str, cell: str) -> None:
        """What there is to say of the cell is said of its column."""
        self._wrong.add((sheet, cell))

    def has(self, code: str, sheet: str, cell: str) -> bool:
        """Whether this was said of the cell."""
        return (code, sheet, cell) in self._issues

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(self._issues.values())


def in_order(issues: tuple[Issue, ...], sheets: Mapping[str, int]) -> tuple[Issue, ...]:
    """By sheet, then down the rows, then across; what speaks of the whole sheet first."""
    return tuple(sorted(issues, key=lambda issue: (sheets.get(issue.sheet, -1), *_place(issue.cell))))


def placed(issue: Issue, *, alone: bool) -> Issue:
    """The message without «Лист …» where the sheet is a table of a text or a document, named by us: the only one of its
    file goes without a name, of several it is «Таблица 2, C2»."""
    start = f"Лист «{issue.sheet}»"
    if not _TABLE.fullmatch(issue.sheet) or not issue.message.startswith(start):
        return issue
    rest = issue.message.removeprefix(start)
    return replace(issue, message=capital(rest.lstrip(",: ")) if alone else f"{issue.sheet}{rest}")


def _place(cell: str) -> tuple[int, int, str]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters):] or 0), len(letters), letters
