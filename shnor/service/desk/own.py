"""Whose desk it is, and that nobody else works at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from shnor import wording
from shnor.desk import Desk, Sent, Way
from shnor.errors import ShnorError
from shnor.personal.masks import mask_whole
from shnor.scope import Actor, Scope
from shnor.service.month.forms import Forms
from shnor.store import Store, View

LONGEST = 2_000
"""Characters of one answer of a school: the longest column of the workbook takes so many."""
NOT_THE_SCHOOL = "Отчёт заполняет сама школа: здесь его видит и отправляет её директор."


class Refused(ShnorError):
    """What a school wants to hand in cannot be taken, and what to do."""


@dataclass(frozen=True)
class SchoolDesk:
    """The desk of one school for one month, in the hands of somebody of that school. who: says who that is at this
    moment, for a page may have stood open for long. today: of the base. Raises Refused for anybody else."""

    store: Store
    desk: Desk
    who: Callable[[], Actor]
    school: str
    month: date
    today: date
    forms: Forms

    def __post_init__(self) -> None:
        self.refuse_others()

    def refuse_others(self) -> None:
        """Before every deed. Raises Refused for whoever may not work here at this moment."""
        assert self.by

    @property
    def by(self) -> Actor:
        """Whoever does something now, with the right over this school alone. Raises Refused."""
        actor = self.who()
        if actor.scope.role != "director" or self.school not in (actor.scope.schools or ()):
            raise Refused(NOT_THE_SCHOOL)
        return replace(actor, scope=self.alone)

    @property
    def alone(self) -> Scope:
        """This school alone, whoever has several."""
        return Scope("director", frozenset({self.school}))

    def lay(self, way: Way, file: str, data: bytes) -> Sent:
        """Open on the desk from now on; what lay open for the month gives way, however it was made."""
        by = self.by.title
        for before in self.desk.post.lying(self.school):
            if before.state == "open" and before.month == self.month:
                self.desk.post.take_back(before.number, self.school, by=by)
        return self.desk.post.add(self.school, self.month, way, file, data, by=by)

    @contextmanager
    def view(self) -> Iterator[View]:
        with self.store.view(self.alone) as view:
            yield view


@dataclass(frozen=True)
class Written:
    """A text as it is kept, and what is said of it; "" = nothing."""

    text: str
    said: str = ""


def without_people(text: str) -> Written:
    """The door of every text a school types. Raises Refused for one that is too long."""
    if len(text) > LONGEST:
        raise Refused(f"Здесь помещается {wording.number(LONGEST)} знаков. Сократите текст.")
    kept, what = mask_whole(text.strip())
    said = f"Убрали {what}: имена, телефоны и адреса людей здесь не хранятся. Пишите должность." if what else ""
    return Written(kept, said)
