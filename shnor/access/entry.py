"""The ways in: a one-time link for the first password and for a forgotten one, then login and password; or the word of
somebody else who has recognised a person."""

import secrets
from datetime import timedelta

from shnor.access import journal, passwords, tries
from shnor.access.database import Database, text
from shnor.access.people import People, Person
from shnor.access.sessions import BYTES, Sessions, digest
from shnor.errors import ShnorError

LINK = timedelta(days=7)
"""So long a letter with a link may lie unread."""
WRONG = "Имя входа или пароль не подходит. Если пароль забыт, попросите координатора прислать новую ссылку."
"""The same for a login that is not there: who asks must not learn which ones there are."""
TOO_OFTEN = "Слишком много попыток. Попробуйте через {minutes} мин."
UNKNOWN = "неизвестное имя входа"
"""What was typed is not kept: a password gets into the wrong field."""
UNCONFIRMED = "учётная запись не подтверждена"
NO_ACCESS = "Для этой учётной записи доступ не открыт. Попросите координатора методического центра открыть его."
"""The same for a login that is not there and for one that is switched off."""
OLD_LINK = "Эта ссылка уже использована или устарела. Попросите координатора прислать новую."


class NotAdmitted(ShnorError):
    """Why somebody does not come in, in words that give nothing away."""


class Entry:
    def __init__(self, database: Database) -> None:
        self.database, self.people, self.sessions = database, People(database), Sessions(database)

    def invite(self, login: str, *, by: str) -> str:
        """A word for a letter; earlier ones of this person open nothing any more. Raises NotAdmitted for somebody who
        is not there or is switched off."""
        person = self.people.of(login)
        if person is None or not person.active:
            raise NotAdmitted(f"Доступ «{login}» выключен или его нет: ссылку сделать нельзя.")
        word, now = secrets.token_urlsafe(BYTES), self.database.now()
        with self.database.change() as rows:
            rows.execute("delete from link where person = ? or until < ?", (person.id, text(now)))
            rows.execute("insert into link values (?, ?, ?, ?, null)",
                         (digest(word), person.id, text(now), text(now + LINK)))
            journal.write(self.database, by, "ссылка для входа", person.login)
        return word

    def invited(self, word: str) -> Person:
        """Whose link it is, without using it: a mail program may open a link before its reader does. Raises
        NotAdmitted."""
        found = self.database.read("select person from link where token = ? and used is null and until > ?",
                                    digest(word), text(self.database.now()))
        person = self.people.by_id(found[0]["person"]) if found else None
        if person is None or not person.active:
            raise NotAdmitted(OLD_LINK)
        return person

    def accept(self, word: str, password: str, address: str) -> str:
        """The person of the link takes a password and is in: the word of the session. Raises NotAdmitted, BadPassword.
        """
        person = self.invited(word)
        stored, now = passwords.hashed(password, person.login), text(self.database.now())
        with self.database.change() as rows:
            used = rows.execute("update link set used = ? where token = ? and used is null", (now, digest(word)))
            if not used.rowcount:
                raise NotAdmitted(OLD_LINK)
            rows.execute("update person set password = ? where id = ?", (stored, person.id))
            self.sessions.end_all(person)
            tries.forgive(self.database, person.login)
            journal.write(self.database, person.login, "пароль задан")
            return self.sessions.begin(person, address)

    def enter(self, login: str, password: str, address: str) -> str:
        """The word of a new session. Raises NotAdmitted."""
        login = login.strip()
        self.may_try(login, address)
        found = self.database.read("select * from person where login = ?", login)
        fits = passwords.fits(password, found[0]["password"] if found else None)
        if not fits or not found[0]["active"]:
            tries.count(self.database, login, address)
            journal.write(self.database, "", "вход не удался", found[0]["login"] if found else UNKNOWN)
            raise NotAdmitted(WRONG)
        person = self.people.by_id(found[0]["id"])
        assert person
        with self.database.change():
            tries.forgive(self.database, login)
            journal.write(self.database, person.login, "вход", address)
            return self.sessions.begin(person, address)

    def admit(self, login: str, address: str) -> str:
        """The word of a new session for somebody whom an identity provider calls so; an access is never made by coming.
        Raises NotAdmitted."""
        person = self.people.of(login)
        if person is None or not person.active:
            journal.write(self.database, "", "вход не удался", person.login if person else UNKNOWN)
            raise NotAdmitted(NO_ACCESS)
        with self.database.change():
            journal.write(self.database, person.login, journal.BY_ACCOUNT, address)
            return self.sessions.begin(person, address)

    def unrecognised(self, attempt: str, address: str) -> None:
        """An identity provider did not confirm who came. attempt: different each time, as no login is tried."""
        tries.count(self.database, attempt, address)
        journal.write(self.database, "", "вход не удался", UNCONFIRMED)

    def may_try(self, attempt: str, address: str) -> None:
        """Raises NotAdmitted when too much has been tried from this address."""
        if minutes := tries.wait(self.database, attempt, address):
            raise NotAdmitted(TOO_OFTEN.format(minutes=minutes))

    def leave(self, word: str) -> None:
        if person := self.sessions.person(word):
            journal.write(self.database, person.login, "выход")
        self.sessions.leave(word)
