"""What the check says of a report that lies on the desk: read as the centre will read it, beside the rows of this
school alone, so that no sentence speaks of another one."""

from dataclasses import dataclass, replace
from functools import cached_property

from shnor.datasets import KINDS
from shnor.desk import Sent
from shnor.loaders.types import KEEP, Checked, Issue
from shnor.personal.masks import mask_whole
from shnor.service.desk.own import SchoolDesk
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.questions import OF_A_SCHOOL
from shnor.service.intake.reading import AGAIN, Reader
from shnor.store import Preview
from shnor.workbooks.month_sheets import HELD

OF_THE_CENTRE = OF_A_SCHOOL | {"event-school"}
"""Codes of what is asked of schools that took part in an event: the centre alone knows the others."""


@dataclass(frozen=True)
class Look:
    """A report and what there is to say of it. issues: what is the school's to answer."""

    sent: Sent
    reviewed: Reviewed

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.checked.issues
                     if not (issue.sheet == HELD and issue.code in OF_THE_CENTRE))

    @property
    def checked(self) -> Checked:
        return self.reviewed.checked

    @property
    def errors(self) -> int:
        return sum(issue.severity == "error" for issue in self.issues)

    @property
    def questions(self) -> int:
        return sum(issue.severity == "question" for issue in self.issues)

    @cached_property
    def preview(self) -> Preview | None:
        """What would change. Of rows that several schools share only how many: their old words may be another
        school's."""
        found = self.reviewed.preview
        return found and replace(found, tables=tuple(
            replace(table, changes=(), replaced=()) if KINDS[table.kind].shared else table for table in found.tables))

    @property
    def against(self) -> str:
        """Why it cannot be handed in as it is; "" = it can."""
        if self.reviewed.approved:
            return "Этот месяц центр уже утвердил, отчёт за него не принимается. Позвоните координатору."
        if any(issue.code in AGAIN for issue in self.issues):
            return "Прочитать отчёт сейчас не удалось. Откройте страницу ещё раз через минуту."
        if self.errors:
            return "Отправить можно, когда ошибки исправлены."
        if self.reviewed.preview is None:
            return "В отчёте пока нет ни одной отметки. Отметьте, что сделано, или «Изменений нет»."
        return "Всё, что в отчёте, уже принято." if self.reviewed.preview.empty else ""


def look(own: SchoolDesk, sent: Sent, reader: Reader | None = None) -> Look:
    """Stores nothing. Reading may take a second: it is done in the reading process."""
    file = Incoming(sent.file, sent.data, sent.answers)
    [reviewed] = drop.review(own.store, [file], own.today, reader, own.alone)
    return Look(sent, reviewed)


def answer(own: SchoolDesk, sent: Sent, issue: Issue, text: str) -> Sent:
    """The text that stands for the cell from now on; a choice of the question as it is. Raises NotThere."""
    own.refuse_others()
    chosen = text == KEEP or text in (choice.value for choice in issue.choices)
    return own.desk.post.answer(sent.number, own.school, {issue.key: text if chosen else mask_whole(text.strip())[0]})


def ask_again(own: SchoolDesk, sent: Sent, place: tuple[str, str]) -> Sent:
    """Take an answer back: the question returns. Raises NotThere."""
    own.refuse_others()
    return own.desk.post.answer(sent.number, own.school, {place: None})
