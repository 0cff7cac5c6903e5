"""`python -m shnor users …`: who may come in, told from the console of the server. The first coordinator comes in this
way; everybody else is let in on the page «Кто входит». Works while the program runs."""

import argparse
from contextlib import closing
from pathlib import Path

from shnor import config, private, served
from shnor.access import Database, Entry, Person
from shnor.access.database import FILE
from shnor.access.entry import LINK
from shnor.access.people import ROLES
from shnor.copies import swap
from shnor.errors import ShnorError
from shnor.service.centre.setup import refuse_personal

BY = "командная строка"
PATH = "/shnor/link"
HELP = {"list": "кто есть", "add": "новый доступ и ссылка для первого входа",
        "link": "новая ссылка: первый вход или забытый пароль", "off": "выключить доступ", "on": "включить снова"}
NO_ORIGIN = ("Не сказано, по какому адресу программу открывают, поэтому ссылку составить нельзя. Допишите его: "
             "--origin https://monitor.example.ru, или запустите программу: python run.py serve")
MADE = """{title}, имя входа {login}.
Ссылка откроется один раз и действует {days} дней:
{address}"""


def add_to(parser: argparse.ArgumentParser) -> None:
    """The deeds and what each is told."""
    deeds = parser.add_subparsers(required=True, metavar="что", dest="deed")
    for name, help_text in HELP.items():
        deed = deeds.add_parser(name, help=help_text, description=help_text)
        if name != "list":
            deed.add_argument("login", metavar="ИМЯ_ВХОДА")
        if name in ("add", "link"):
            deed.add_argument("--origin", default="", metavar="АДРЕС", help="по какому адресу программу открывают")
        if name == "add":
            deed.add_argument("--role", choices=tuple(ROLES), default="coordinator",
                              help="; ".join(f"{role} — {title}" for role, title in ROLES.items()))
            deed.add_argument("--title", default="", help="кто это: «директор МБОУ ООШ № 5»; фамилия не нужна")
            deed.add_argument("--school", action="append", default=[], metavar="КОД",
                              help="код школы директора или куратора; можно несколько раз")


def run(given: argparse.Namespace) -> int:
    """Raises ShnorError with what is wrong and what to do."""
    settings = config.load()
    try:
        folder = private.folder(settings.folder)
    except OSError as error:
        raise ShnorError(f"Папка данных «{settings.folder}» недоступна. Запустите команду тем же пользователем, что и "
                         "программу.") from error
    swap.finish(settings.own_base)  # a copy that was coming back holds this file too
    with closing(Database(folder / FILE, settings.now)) as database:
        private.file(folder / FILE)
        print(_done(given, Entry(database), folder))
    return 0


def _done(given: argparse.Namespace, entry: Entry, folder: Path) -> str:
    if given.deed == "list":
        return "\n".join(map(_line, entry.people.all())) or "Пока никого нет. Первый координатор: users add ИМЯ_ВХОДА"
    if given.deed in ("off", "on"):
        person = entry.people.switch(given.login, given.deed == "on", by=BY)
        return f"{person.login}: доступ {'включён' if person.active else 'выключен'}."
    origin = given.origin.rstrip("/") or config.load().origin or served.remembered(folder).origin
    if not origin:
        raise ShnorError(NO_ORIGIN)
    if given.deed == "add":
        title = given.title or ROLES[given.role]
        refuse_personal(title, given.login)  # as on the page
        entry.people.add(given.login, title, given.role, given.school, by=BY)
    word = entry.invite(given.login, by=BY)
    person = entry.invited(word)
    return MADE.format(title=person.title, login=person.login, days=LINK.days, address=f"{origin}{PATH}?w={word}")


def _line(person: Person) -> str:
    state = "выключен" if not person.active else "входил" if person.has_password else "ещё не входил"
    return "\t".join((person.login, ROLES[person.role], person.title, ", ".join(sorted(person.schools)) or "—", state))
