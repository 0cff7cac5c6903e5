"""Accesses: what somebody is, which schools they see, what cannot be."""

import pytest

from shnor.access import Database, Entry
from shnor.access.people import BadPerson
from shnor.scope import Scope


@pytest.mark.parametrize(("role", "schools", "scope"), [
    ("coordinator", [], Scope("coordinator", None)), ("head", [], Scope("head", None)),
    ("director", ["Ш05"], Scope("director", frozenset({"Ш05"}))),
    ("director", ["Ш05", "Ш06"], Scope("director", frozenset({"Ш05", "Ш06"}))),
    ("curator", ["Ш05", "Ш07"], Scope("curator", frozenset({"Ш05", "Ш07"}))),
    ("guest", [], Scope("guest", frozenset())), ("guest", ["Ш05"], Scope("guest", frozenset()))])
def test_a_role_sees_its_schools(entry, role, schools, scope):
    assert entry.people.add("new", "кто-то", role, schools, by="center").scope == scope


@pytest.mark.parametrize(("login", "title", "role", "schools", "sentence"), [
    ("ош", "директор", "director", ["Ш05"], "от 3 до 40 латинских букв"), ("a b", "кто", "head", [], "латинских букв"),
    ("new", " ", "head", [], "Напишите, кто это"), ("OOSH5", "ещё один", "head", [], "уже есть"),
    ("new", "директор", "director", [], "нужна школа"), ("new", "кто", "king", [], "Доступа вида «king» нет")])
def test_an_access_that_cannot_be(entry, login, title, role, schools, sentence):
    with pytest.raises(BadPerson, match=sentence):
        entry.people.add(login, title, role, schools, by="center")


@pytest.mark.parametrize("change", [
    lambda people: people.switch("center", False, by="center"),
    lambda people: people.change("center", "head", by="center")], ids=["off", "another-role"])
def test_the_last_coordinator_stays(entry, change):
    with pytest.raises(BadPerson, match="последний координатор"):
        change(entry.people)
    entry.people.add("center2", "методист", "coordinator", by="center")
    change(entry.people)


def test_a_school_that_merged_takes_its_director_along(entry):
    entry.people.add("curator", "куратор", "curator", ["Ш05", "Ш07"], by="center")
    moved = entry.people.move_school("Ш05", "Ш07", by="center")
    assert {person.login: sorted(person.schools) for person in moved} == {"oosh5": ["Ш07"], "curator": ["Ш07"]}


def test_the_file_is_there_after_a_restart(entry, database, clock):
    again = Entry(Database(database.path, clock))
    assert [(person.login, person.role, person.has_password) for person in again.people.all()] == [
        ("center", "coordinator", False), ("head", "head", False), ("oosh5", "director", True)]
