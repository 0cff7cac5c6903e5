"""What a person has to do about each file of a drop: answer, accept, read it again, nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from shnor import wording
from shnor.datasets.arrival import ARRIVALS
from shnor.loaders.types import Issue
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.questions import shared
from shnor.service.intake.reading import AGAIN

LIST_OF_SCHOOLS = "list-of-schools"
Files = Mapping[str, Reviewed]


@dataclass(frozen=True)
class Standing:
    """Files by what is to be done, each under its key, in the order of the drop."""

    reviewed: Files

    @cached_property
    def asking(self) -> dict[str, Reviewed]:
        """Something about them is to be answered."""
        return {key: item for key, item in self.reviewed.items() if key not in self.stopped and asks(item)}

    @cached_property
    def ready(self) -> dict[str, Reviewed]:
        """Can be accepted as they are."""
        return {key: item for key, item in self._rest.items() if item.ready}

    @cached_property
    def known(self) -> dict[str, Reviewed]:
        """Everything in them is in the base already."""
        return {key: item for key, item in self._rest.items()
                if item.preview is not None and item.preview.empty and not item.approved}

    @cached_property
    def stopped(self) -> dict[str, Reviewed]:
        """The reading ended before them, or out of its budget: they can be read again."""
        return {key: item for key, item in self.reviewed.items()
                if any(issue.code in AGAIN for issue in item.checked.issues)}

    @cached_property
    def unread(self) -> dict[str, Reviewed]:
        """Nothing in them was read: stopped, pictures, tables that are none of ours."""
        return {key: item for key, item in self.reviewed.items()
                if key in self.stopped or (key in self._left and not item.checked.batches and item.preview is None)}

    @cached_property
    def refused(self) -> dict[str, Reviewed]:
        """Read, but nothing here makes them acceptable; their sentences say what would."""
        return {key: item for key, item in self._left.items() if key not in self.unread}

    @cached_property
    def groups(self) -> dict[str, dict[str, Reviewed]]:
        """State of the common list → the files in it; every file stands in one."""
        return {"questions": self.asking, "ready": self.ready, "known": self.known, "refused": self.refused,
                "unread": self.unread}

    def state(self, key: str) -> str:
        return next(state for state, files in self.groups.items() if key in files)

    @cached_property
    def questions(self) -> int:
        """How many answers are wanted; one of several files is one."""
        repeated = sum(len(group.places) - 1 for group in shared(self.reviewed))
        return sum(answerable(issue) for item in self.asking.values() for issue in item.checked.issues) - repeated

    @cached_property
    def _rest(self) -> dict[str, Reviewed]:
        return {key: item for key, item in self.reviewed.items()
                if key not in self.asking and key not in self.stopped}

    @cached_property
    def _left(self) -> dict[str, Reviewed]:
        return {key: item for key, item in self._rest.items() if key not in self.ready and key not in self.known}


def told(standing: Standing) -> dict[str, str]:
    """State → «готовы 2», «с вопросами 3 (12 вопросов)», of those there are."""
    found = {}
    for state, arrival in ARRIVALS.items():
        if arrival.files and (number := len(standing.groups[state])):
            one, several = arrival.files
            found[state] = f"{wording.agreed(number, one, several, several)} {number}"
    if standing.asking and standing.questions:
        found["questions"] += f" ({wording.counted(standing.questions, 'вопрос')})"
    return found


def asks(item: Reviewed) -> bool:
    return any(answerable(issue) or issue.code == LIST_OF_SCHOOLS for issue in item.checked.issues)


def answerable(issue: Issue) -> bool:
    """Whether an answer can be given on the screen, not only in the file."""
    return (issue.severity != "warning" and issue.code != LIST_OF_SCHOOLS
            and bool(issue.cell or issue.choices or issue.severity == "question"))
