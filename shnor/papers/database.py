"""The file of papers: one beside each base."""

from pathlib import Path

from shnor.ledger import Ledger

TABLES = """
create table paragraph (
    id text primary key, section text not null, place integer not null, first integer not null, text text not null,
    shown integer not null, year integer not null, changed text not null, by text not null);
create table setting (name text primary key, value text not null);
create table template (name text not null, data blob not null);
create table answer (id text primary key, place integer not null, question text not null, text text not null);
create table signed (
    id text primary key, moment text not null, by text not null, kind text not null, title text not null,
    inputs text not null, template blob, sha256 text not null, data blob not null);
create table form (
    id text primary key, name text not null, kind text not null, taken text not null, by text not null,
    whom text not null, due text not null, cells text not null, data blob not null)
"""


class Database(Ledger):
    tables, version, called = TABLES, 1, "Файл справок"


def beside(base: Path) -> Path:
    """Where the papers of a base stand: «monitor.duckdb» → «monitor.papers.sqlite»."""
    return base.with_suffix(".papers.sqlite")
