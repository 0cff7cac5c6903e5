"""The file of accesses."""

from shnor.ledger import Ledger, text

__all__ = ["FILE", "Database", "text"]
FILE = "access.sqlite"
TABLES = """
create table person (
    id integer primary key, login text not null unique collate nocase, title text not null, role text not null,
    password text, active integer not null default 1, made text not null);
create table person_school (person integer not null references person, school text not null,
    primary key (person, school));
create table link (token blob primary key, person integer not null references person, made text not null,
    until text not null, used text);
create table session (number integer primary key autoincrement, token blob not null unique,
    person integer not null references person, made text not null, seen text not null, until text not null, ended text,
    address text not null);
create table try (at text not null, login text not null collate nocase, address text not null);
create index try_at on try (at);
create table journal (at text not null, by text not null, deed text not null, about text not null);
"""


class Database(Ledger):
    tables, version, called = TABLES, 1, "Файл доступа"
