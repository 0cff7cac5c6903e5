"""Who is in: until they leave, are switched off, do nothing for half a day, or a week has passed."""

import pytest

from tests.access.conftest import WORDS

HERE = "10.0.0.5"


def test_every_entry_is_a_word_of_its_own(entry):
    assert entry.enter("oosh5", WORDS, HERE) != entry.enter("oosh5", WORDS, HERE)


@pytest.mark.parametrize("change", [
    lambda entry, clock, word: entry.leave(word),
    lambda entry, clock, word: entry.people.switch("oosh5", False, by="center"),
    lambda entry, clock, word: clock.on(hours=12, seconds=1),
    lambda entry, clock, word: entry.sessions.end(entry.sessions.open("oosh5")[0].number, by="center"),
    lambda entry, clock, word: entry.sessions.end_all(entry.people.of("oosh5"))],
    ids=["left", "switched-off", "idle", "ended-by-the-centre", "all-ended"])
def test_a_word_that_opens_nothing_any_more(entry, clock, change):
    word = entry.enter("oosh5", WORDS, HERE)
    change(entry, clock, word)
    assert entry.sessions.person(word) is None


def test_a_week_is_the_longest_however_often_it_is_used(entry, clock):
    word = entry.enter("oosh5", WORDS, HERE)
    for _ in range(20):
        clock.on(hours=8)
        assert entry.sessions.person(word)
    clock.on(hours=8, seconds=1)
    assert entry.sessions.person(word) is None


def test_unknown_words_open_nothing(entry):
    assert [entry.sessions.person(word) for word in ("", "x", "0" * 43)] == [None] * 3


def test_another_role_and_other_schools_count_at_the_next_step(entry):
    word = entry.enter("oosh5", WORDS, HERE)
    entry.people.change("oosh5", "curator", ["Ш05", "Ш07"], by="center")
    assert entry.sessions.person(word).scope.schools == {"Ш05", "Ш07"}


def test_open_sessions_are_listed(entry, clock):
    clock.on(hours=13)  # the one of the first entry is over
    entry.enter("oosh5", WORDS, HERE)
    assert [(one.login, one.address) for one in entry.sessions.open()] == [("oosh5", HERE)]
    assert entry.sessions.open("head") == []
