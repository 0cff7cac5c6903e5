"""A link opens once, a password is tried a few times, a session ends when it should."""

import pytest

from shnor.access import NotAdmitted, journal, passwords, tries
from shnor.access.entry import NO_ACCESS, OLD_LINK, WRONG
from shnor.access.sessions import digest
from tests.access.conftest import WORDS

HERE = "10.0.0.5"


def refused(doing, *arguments) -> str:
    with pytest.raises(NotAdmitted) as error:
        doing(*arguments)
    return str(error.value)


def test_a_link_gives_a_password_and_opens_once(entry):
    word = entry.invite("head", by="center")
    assert entry.invited(word).login == "head"  # looked at by a mail program: still good
    session = entry.accept(word, WORDS, HERE)
    assert entry.sessions.person(session).login == "head"
    assert refused(entry.accept, word, WORDS, HERE) == OLD_LINK


@pytest.mark.parametrize("change", [
    lambda entry, clock: clock.on(days=7, seconds=1),
    lambda entry, clock: entry.invite("head", by="center"),
    lambda entry, clock: entry.people.switch("head", False, by="center")], ids=["old", "a-newer-one", "switched-off"])
def test_a_link_that_opens_nothing(entry, clock, change):
    word = entry.invite("head", by="center")
    change(entry, clock)
    assert refused(entry.invited, word) == OLD_LINK


def test_a_new_password_ends_what_was_open(entry):
    before = entry.enter("oosh5", WORDS, HERE)
    entry.accept(entry.invite("oosh5", by="center"), "другие слова подряд", HERE)
    assert entry.sessions.person(before) is None
    assert refused(entry.enter, "oosh5", WORDS, HERE) == WRONG


@pytest.mark.parametrize(("login", "password"), [("oosh5", "не те слова совсем"), ("nobody", WORDS), ("head", WORDS),
                                                 ("oosh5", ""), ("", WORDS)])
def test_every_refusal_says_the_same(entry, login, password):
    assert refused(entry.enter, login, password, HERE) == WRONG


def test_who_is_not_there_is_checked_as_long_as_who_is(entry, monkeypatch):
    """No clock is asked: a hash is compared either way."""
    seen = []
    true = passwords.fits
    monkeypatch.setattr(passwords, "fits", lambda password, stored: seen.append(stored) or true(password, stored))
    for login in ("oosh5", "nobody", "head"):
        refused(entry.enter, login, "не те слова совсем", HERE)
    assert [bool(stored) for stored in seen] == [True, False, False]
    assert not true("a password of nobody", None)


def test_a_login_is_written_in_any_case(entry):
    assert entry.sessions.person(entry.enter(" OOSH5 ", WORDS, HERE)).login == "oosh5"


def test_six_wrong_tries_wait_though_the_password_is_right(entry, clock):
    for _ in range(tries.OF_LOGIN):
        refused(entry.enter, "oosh5", "не те слова совсем", HERE)
    assert refused(entry.enter, "oosh5", WORDS, "10.9.9.9") == "Слишком много попыток. Попробуйте через 15 мин."
    assert refused(entry.enter, "Oosh5", WORDS, "10.9.9.9").startswith("Слишком много")  # another spelling is no other
    clock.on(minutes=14)
    assert refused(entry.enter, "oosh5", WORDS, HERE) == "Слишком много попыток. Попробуйте через 1 мин."
    clock.on(minutes=1, seconds=1)
    assert entry.enter("oosh5", WORDS, HERE)


def test_an_address_that_tries_many_logins_waits(entry):
    for number in range(tries.OF_ADDRESS):
        refused(entry.enter, f"nobody{number}", WORDS, HERE)
    assert refused(entry.enter, "oosh5", WORDS, HERE).startswith("Слишком много")
    assert entry.enter("oosh5", WORDS, "10.0.0.6")


def test_a_right_password_forgives(entry):
    for _ in range(tries.OF_LOGIN - 1):
        refused(entry.enter, "oosh5", "не те слова совсем", HERE)
    entry.enter("oosh5", WORDS, HERE)
    assert refused(entry.enter, "oosh5", "не те слова совсем", HERE) == WRONG


@pytest.mark.parametrize(("password", "sentence"), [
    ("короткий", "Пароль короче 12 знаков"), ("x" * 201, "Пароль длиннее 200 знаков"),
    *((one, "подберут первым") for one in ("парольпароль", "ааааааааааааааа", "мой-oosh5-пароль"))])
def test_a_password_that_is_not_taken(entry, password, sentence):
    with pytest.raises(passwords.BadPassword, match=sentence):
        entry.accept(entry.invite("oosh5", by="center"), password, HERE)


def test_neither_password_nor_word_can_be_read_from_the_file(entry, database):
    word, link = entry.enter("oosh5", WORDS, HERE), entry.invite("head", by="center")
    stored = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert [secret for secret in (WORDS, word, link) if secret.encode() in stored] == []
    assert digest(word) in stored


def test_what_was_typed_in_the_wrong_field_is_kept_nowhere(entry, database):
    refused(entry.enter, "мой тайный пароль", "oosh5", HERE)
    stored = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert "мой тайный пароль".encode() not in stored
    assert journal.lines(database, 1)[0].about == "неизвестное имя входа"


def test_what_is_done_stands_in_the_journal(entry, database, clock):
    clock.on(hours=1)
    refused(entry.enter, "oosh5", "не те слова совсем", HERE)
    entry.leave(entry.enter("oosh5", WORDS, HERE))
    assert [(line.by, line.deed, line.about) for line in journal.lines(database, 3)] == [
        ("oosh5", "выход", ""), ("oosh5", "вход", HERE), ("", "вход не удался", "oosh5")]


def test_who_was_recognised_elsewhere_is_in_without_a_password(entry):
    assert journal.by_account(entry.database) == frozenset()
    session = entry.admit("Head", HERE)
    assert journal.by_account(entry.database) == {"head"}
    assert (entry.sessions.person(session).login, entry.people.of("head").has_password) == ("head", False)
    [line] = journal.lines(entry.database, 1)
    assert (line.by, line.deed, line.about) == ("head", "вход через учётную запись", HERE)


@pytest.mark.parametrize("login", ["nobody", "oosh5", "", " head", "head\0"])
def test_who_has_no_access_hears_the_same_whoever_they_are(entry, login):
    entry.people.switch("oosh5", False, by="center")
    assert refused(entry.admit, login, HERE) == NO_ACCESS


def test_who_was_not_recognised_waits_by_address_alone(entry):
    for number in range(tries.OF_ADDRESS):
        entry.may_try(str(number), HERE)
        entry.unrecognised(str(number), HERE)
    assert refused(entry.may_try, "new", HERE).startswith("Слишком много")
    entry.may_try("new", "10.0.0.6")
