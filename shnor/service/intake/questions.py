"""Questions of a drop as a person meets them: what has the same answer in several files is asked once, what only
follows from another question is counted beside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from heapq import merge

from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise
from shnor.service.intake.drop import Reviewed
from shnor.wording import capital

WITHOUT_VALUE = frozenset(("report-month", "period-unsaid", "day-unsaid"))
"""Codes of questions without a value that are the same wherever the choices are."""
WITHOUT_CHOICES = frozenset(("unknown-school", "several-schools"))
"""Codes whose answer depends on the value alone, though nothing is offered."""
OF_A_SCHOOL = frozenset(("unknown-school", "school-unclear", "several-schools"))
"""Codes asked once for all cells of one file too."""
APART = frozenset(("list-of-schools", "repeated-key", "personal-only", "rows-or-people"))
"""Codes whose answer never goes to another file."""
_WORD = re.compile(r"[а-яёa-z]{2}", re.I)
_PLACE = re.compile(r"^(?:(?:Лист «.*?»|Таблица \d+[^,:]*|[A-Z]{1,3}\d+)[^:]*?: )(?=\S)")
_CELLS = re.compile(r" Всего таких ячеек .*$", re.S)
_Cause = tuple[str, str, tuple[str, ...]]
Answer = tuple[str, str, str, str]
"""Key of the file in the tray, sheet, cell or topic, text."""


@dataclass(frozen=True)
class Shared:
    """One question of several files. places: key of the file and its own issue, in the order of the files."""

    places: tuple[tuple[str, Issue], ...]

    @property
    def issue(self) -> Issue:
        return self.places[0][1]

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key, _ in self.places))

    @property
    def id(self) -> str:
        """The same while the question is the same."""
        return sha256(repr(sameness(self.issue)).encode()).hexdigest()[:12]

    @property
    def message(self) -> str:
        """The sentence of the first file without its own place."""
        return capital(_CELLS.sub("", _PLACE.sub("", self.issue.message)))

    @property
    def severity(self) -> str:
        return "error" if any(issue.severity == "error" for _, issue in self.places) else "question"

    def chosen(self, number: int) -> list[Answer]:
        """One of the choices as the answer of every place: each has its own text for it."""
        return [(key, *issue.key, issue.choices[number].value) for key, issue in self.places]

    def written(self, text: str) -> list[Answer]:
        return [(key, *issue.key, text) for key, issue in self.places]


def shared(reviewed: Mapping[str, Reviewed]) -> list[Shared]:
    """Questions that have one answer and are open in at least two files, in the order they are met; of a school also
    where one file names it so in several cells."""
    places: dict[object, list[tuple[str, Issue]]] = {}
    for key, item in reviewed.items():
        for issue in item.checked.issues:
            if _is_alike(issue):
                places.setdefault(sameness(issue), []).append((key, issue))
    groups = (Shared(tuple(found)) for found in places.values())
    return [group for group in groups if len(group.files) > 1
            or (len(group.places) > 1 and group.issue.code in OF_A_SCHOOL)]


def _is_alike(issue: Issue) -> bool:
    """Whether another file with the same words would be answered the same: words, no numbers or days of a row."""
    if issue.severity == "warning" or issue.code in APART:
        return False
    if issue.code in WITHOUT_CHOICES:
        return True
    return bool(issue.choices) and (issue.code in WITHOUT_VALUE or bool(_WORD.search(issue.value)))


def sameness(issue: Issue) -> tuple[object, ...]:
    """Equal for questions that have one answer."""
    return issue.code, normalise(issue.value), tuple(choice.label for choice in issue.choices)


@dataclass(frozen=True)
class Follow:
    """Issues that another one brings about. within: how near they stand, in its row, on its sheet or in its file."""

    roots: frozenset[str]
    followers: frozenset[str]
    within: str


_OF_SCHOOLS = frozenset(("no-rows", "plan-unclear", "unknown-plan", "unknown-activity", "bases-differ"))
FOLLOWS = (
    Follow(frozenset(("no-register",)), _OF_SCHOOLS | {"no-register", "whose-report", "whose-courses", "whose-people",
                                                       "school-blank", "event-school", "form-school"}, "file"),
    Follow(OF_A_SCHOOL, frozenset(("no-rows",)), "file"),
    Follow(OF_A_SCHOOL | {"not-a-month", "report-month"},
           frozenset(("required", "plan-unclear", "unknown-activity", "which-deadline")), "row"),
    Follow(frozenset(("report-month", "whose-report", "plan-unclear", "unknown-plan")),
           frozenset(("plan-unclear", "unknown-activity", "which-deadline")), "sheet"),
    Follow(frozenset(("report-month",)), frozenset(("not-a-date",)), "sheet"),  # the month tells the year of its days
    Follow(frozenset(("form-wave", "day-month-unclear")), frozenset(("required",)), "file"),
    Follow(frozenset(("month-against", "column-against-tab", "tab-against-name")),
           frozenset(("repeated-key", "outside-month")), "file"),
)
CAUSES = frozenset().union(*(follow.roots for follow in FOLLOWS))


def folded(issues: Sequence[Issue]) -> tuple[list[Issue], dict[int, int]]:
    """(issues that stand for themselves, place of one among them → how many others its answer is likely to settle)."""
    roots: dict[int, int] = {}
    causes = _causes(issues)
    for place, issue in enumerate(issues):
        root = next((first for first in _roots(issues, place, causes) if first not in roots), None)
        if root is not None and issue.severity != "warning":
            roots[place] = root
    kept = [place for place in range(len(issues)) if place not in roots]
    places = {root: number for number, root in enumerate(kept)}
    counts: Counter[int] = Counter()
    for root in roots.values():
        while root in roots:  # what it follows from has turned out to follow from another one
            root = roots[root]
        counts[places[root]] += 1
    return [issues[place] for place in kept], dict(counts)


def _causes(issues: Sequence[Issue]) -> Mapping[_Cause, list[int]]:
    """Places of issues others may follow from, by code and by how near they have to be: a file may ask by the ten
    thousand."""
    found: dict[_Cause, list[int]] = defaultdict(list)
    for place, issue in enumerate(issues):
        if issue.code in CAUSES and issue.severity != "warning":
            for within in {follow.within for follow in FOLLOWS if issue.code in follow.roots}:
                found[issue.code, within, _where(issue, within)].append(place)
    return found


def _roots(issues: Sequence[Issue], place: int, causes: Mapping[_Cause, list[int]]) -> Iterator[int]:
    """Places of issues one may follow from; of two with the same code the first."""
    issue = issues[place]
    for follow in FOLLOWS:
        if issue.code in follow.followers:
            where = _where(issue, follow.within)
            for other in merge(*(causes.get((code, follow.within, where), ()) for code in set(follow.roots))):
                if other != place and (issues[other].code != issue.code or other < place):
                    yield other


def _where(issue: Issue, within: str) -> tuple[str, ...]:
    """Equal of two issues that are as near as that."""
    if within == "file":
        return ()
    return (issue.sheet,) if within == "sheet" else (issue.sheet, re.sub(r"\D", "", issue.cell))
