"""The file of shows: one beside each base."""

from pathlib import Path

from shnor.ledger import Ledger

TABLES = """
create table show (
    id text primary key, name text not null, made text not null, changed text not null, by text not null,
    letters text not null, items text not null, knowingly text not null default '', guests integer not null default 0);
create table drawing (show text not null references show on delete cascade, id text not null, kind text not null,
    data blob not null, primary key (show, id));
create table look (name text not null, data blob not null);
create table told (show text not null, cell text not null, schools text not null, primary key (show, cell, schools));
"""


class Database(Ledger):
    tables, version, called = TABLES, 1, "Файл показов"


def beside(base: Path) -> Path:
    """Where the shows of a base stand: «monitor.duckdb» → «monitor.shows.sqlite»."""
    return base.with_suffix(".shows.sqlite")
