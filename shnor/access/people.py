"""Who has an access: a login, what somebody is («директор МБОУ ООШ № 5»), a role, the schools of the role. Names of
people are not kept: a title says enough, and a list of names would be personal data."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from shnor.access import journal
from shnor.access.database import Database, text
from shnor.errors import ShnorError
from shnor.scope import Role, Scope

ROLES: dict[Role, str] = {
    "coordinator": "координатор", "head": "руководитель", "director": "директор", "curator": "куратор",
    "guest": "гость семинара"}
OF_SCHOOLS: tuple[Role, ...] = ("director", "curator")
"""Roles that see their own schools alone."""
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}", re.I)


class BadPerson(ShnorError):
    """What is wrong with an access, and what is allowed."""


@dataclass(frozen=True)
class Person:
    """schools: of the roles OF_SCHOOLS, empty for the others. has_password: has come in by a link once."""

    id: int
    login: str
    title: str
    role: Role
    schools: frozenset[str]
    active: bool
    has_password: bool

    @property
    def scope(self) -> Scope:
        """A guest sees no school at all: letters are another page's business."""
        if self.role in OF_SCHOOLS:
            return Scope(self.role, self.schools)
        return Scope(self.role, frozenset() if self.role == "guest" else None)


class People:
    """by: how who makes a change is called; it goes to the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Person]:
        """By role, then by title."""
        order = list(ROLES)
        found = [self._person(row) for row in self._database.read("select * from person")]
        return sorted(found, key=lambda person: (order.index(person.role), person.title, person.login))

    def of(self, login: str) -> Person | None:
        found = self._database.read("select * from person where login = ?", login)
        return self._person(found[0]) if found else None

    def by_id(self, id: int) -> Person | None:
        found = self._database.read("select * from person where id = ?", id)
        return self._person(found[0]) if found else None

    def add(self, login: str, title: str, role: Role, schools: Collection[str] = (), *, by: str) -> Person:
        """Raises BadPerson for a login that is taken or unreadable, a role of schools without one."""
        login, title = login.strip(), " ".join(title.split())
        if not LOGIN.fullmatch(login):
            raise BadPerson(f"Имя входа «{login}» не подходит: от 3 до 40 латинских букв, цифр, точек и дефисов, "
                            "например oosh5.")
        if not title:
            raise BadPerson("Напишите, кто это: «директор МБОУ ООШ № 5». Фамилия не нужна.")
        if self.of(login):
            raise BadPerson(f"Имя входа «{login}» уже есть. Возьмите другое.")
        own = self._schools(role, schools)
        with self._database.change() as rows:
            made = rows.execute("insert into person (login, title, role, made) values (?, ?, ?, ?)",
                                (login, title, role, text(self._database.now())))
            self._put_schools(rows, made.lastrowid or 0, own)
            journal.write(self._database, by, "доступ заведён", f"{login}: {ROLES[role]}")
        return self._known(login)

    def change(self, login: str, role: Role, schools: Collection[str] = (), *, by: str) -> Person:
        """Another role, other schools: what is open sees it at its next step. Raises BadPerson."""
        person, own = self._known(login), self._schools(role, schools)
        if person.role == "coordinator" and role != "coordinator":
            self._not_last(person)
        with self._database.change() as rows:
            rows.execute("update person set role = ? where id = ?", (role, person.id))
            rows.execute("delete from person_school where person = ?", (person.id,))
            self._put_schools(rows, person.id, own)
            journal.write(self._database, by, "доступ изменён", f"{login}: {ROLES[role]}, {', '.join(sorted(own))}")
        return self._known(login)

    def switch(self, login: str, active: bool, *, by: str) -> Person:
        """Somebody leaves or comes back. Who is off comes in no more, and what is open ends at its next step."""
        person = self._known(login)
        if not active and person.role == "coordinator":
            self._not_last(person)
        with self._database.change() as rows:
            rows.execute("update person set active = ? where id = ?", (int(active), person.id))
            journal.write(self._database, by, "доступ включён" if active else "доступ выключен", login)
        return self._known(login)

    def move_school(self, old: str, new: str, *, by: str) -> list[Person]:
        """A school merged into another: whoever had it has the other one. Gives who they are."""
        having = [person for person in self.all() if old in person.schools]
        with self._database.change():
            for person in having:
                self.change(person.login, person.role, {*person.schools - {old}, new}, by=by)
        return [self._known(person.login) for person in having]

    def _known(self, login: str) -> Person:
        person = self.of(login)
        if person is None:
            raise BadPerson(f"Имени входа «{login}» нет.")
        return person

    def _not_last(self, person: Person) -> None:
        others = [one for one in self.all() if one.role == "coordinator" and one.active and one.id != person.id]
        if not others:
            raise BadPerson("Это последний координатор. Сначала заведите другого: иначе некому будет открыть доступ.")

    @staticmethod
    def _schools(role: Role, schools: Collection[str]) -> frozenset[str]:
        if role not in ROLES:
            raise BadPerson(f"Доступа вида «{role}» нет. Есть: {', '.join(ROLES.values())}.")
        if role in OF_SCHOOLS and not schools:
            raise BadPerson(f"Доступу «{ROLES[role]}» нужна школа: без неё человек не увидит ничего.")
        return frozenset(schools) if role in OF_SCHOOLS else frozenset()

    @staticmethod
    def _put_schools(rows, person: int, schools: Collection[str]) -> None:
        rows.executemany("insert into person_school values (?, ?)", [(person, school) for school in sorted(schools)])

    def _person(self, row) -> Person:
        own = self._database.read("select school from person_school where person = ?", row["id"])
        return Person(row["id"], row["login"], row["title"], row["role"], frozenset(one["school"] for one in own),
                      bool(row["active"]), row["password"] is not None)
