"""The file of what lies on the desks of schools and has not been accepted: one beside each base."""

from pathlib import Path

from shnor.ledger import Ledger

TABLES = """
create table draft (
    school text not null, month text not null, cell text not null, value text not null, at text not null,
    by text not null, primary key (school, month, cell));
create table sent (
    number integer primary key autoincrement, school text not null, month text not null, way text not null,
    file text not null, data blob not null, state text not null, by text not null, begun text not null, at text,
    closed text, closed_by text not null default '', note text not null default '', upload integer);
create table answer (
    number integer not null references sent, sheet text not null, cell text not null, value text not null,
    at text not null, primary key (number, sheet, cell));
create table seen (
    school text not null, what text not null, at text not null, by text not null, primary key (school, what, by));
create index sent_school on sent (school, state);
"""


class Database(Ledger):
    tables, version, called = TABLES, 1, "Файл отчётов школ"


def beside(base: Path) -> Path:
    """Where the desks of a base stand: «monitor.duckdb» → «monitor.desk.sqlite»."""
    return base.with_suffix(".desk.sqlite")
