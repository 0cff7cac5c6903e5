"""What a person has to do about each file of a drop: answer, accept, read it again, nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from shnor import wording
from shnor.loaders.types import Issue
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.questions import shared
from shnor.service.intake.reading import AGAIN

LIST_OF_SCHOOLS = "list-of-schools"


@dataclass(frozen=True)
class Standing:
    """Files by what is to be done, each under its key, in the order of the drop."""

    reviewed: Mapping[str, Reviewed]

    @cached_property
    def asking(self) -> dict[str, Reviewed]:
        """Something about them is to be answered."""
        return {key: item for key, item in self.reviewed.items() if key not in self.unread and asks(item)}

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
    def unread(self) -> dict[str, Reviewed]:
        """The reading ended before them: stopped, or out of its budget."""
        return {key: item for key, item in self.reviewed.items()
                if any(issue.code in AGAIN for issue in item.checked.issues)}

    @cached_property
    def refused(self) -> dict[str, Reviewed]:
        """Nothing here makes them acceptable; their sentences say what would."""
        return {key: item for key, item in self._rest.items() if key not in self.ready and key not in self.known}

    @cached_property
    def questions(self) -> int:
        """How many answers are wanted; one of several files is one."""
        repeated = sum(len(group.places) - 1 for group in shared(self.reviewed))
        return sum(answerable(issue) for item in self.asking.values() for issue in item.checked.issues) - repeated

    @cached_property
    def _rest(self) -> dict[str, Reviewed]:
        return {key: item for key, item in self.reviewed.items()
                if key not in self.asking and key not in self.unread}


def todo(standing: Standing) -> str:
    """«Ждут ответа: 9 файлов, 12 вопросов · можно принять: 5 файлов · не приняты: 2 файла»"""
    parts = (("ждут ответа", standing.asking), ("можно принять", standing.ready), ("нового нет", standing.known),
             ("не приняты", standing.refused), ("не прочитаны", standing.unread))
    told = [f"{words}: {wording.counted(len(files), 'файл')}" for words, files in parts if files]
    if standing.asking and standing.questions:
        told[0] += f", {wording.counted(standing.questions, 'вопрос')}"
    return wording.capital(" · ".join(told))


def asks(item: Reviewed) -> bool:
    return any(answerable(issue) or issue.code == LIST_OF_SCHOOLS for issue in item.checked.issues)


def answerable(issue: Issue) -> bool:
    """Whether an answer can be given on the screen, not only in the file."""
    return (issue.severity != "warning" and issue.code != LIST_OF_SCHOOLS
            and bool(issue.cell or issue.choices or issue.severity == "question"))
