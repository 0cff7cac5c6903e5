"""What schools have handed in: accepted once, whoever presses first and whatever breaks off; given back with words."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest

from shnor.desk import Desk
from shnor.errors import NotAllowed, ShnorError, StateMoved
from shnor.service.intake import drop, from_schools
from shnor.service.intake.from_schools import Over
from tests.actors import COORDINATOR, coordinator, director
from tests.clock import noon
from tests.service.conftest import DAY, accepted
from tests.service.intake.test_beside_others import five, nine

WHO = "директор МБОУ ООШ № 9"
MONTH = DAY.replace(day=1)
OTHER = coordinator("второй координатор")


@pytest.fixture
def passed():
    """Hours since noon on the clock of the desk; on that of the base it is noon."""
    return [0]


@pytest.fixture
def desk(tmp_path, passed):
    made = Desk(tmp_path / "base.duckdb", lambda: noon() + timedelta(hours=passed[0]))
    yield made
    made.close()


def sent(desk, file, answers=None):
    one = desk.post.add("Ш09", MONTH, "file", file.name, file.data, by=WHO)
    desk.post.answer(one.number, "Ш09", answers or {})
    return desk.post.send(one.number, "Ш09")


def look(store, one):
    return from_schools.reviewed(store, one, DAY)


def accept(store, desk, one, by=COORDINATOR):
    return from_schools.accept(store, desk, one, look(store, one), by)


def last(desk):
    return desk.post.over("Ш09")[0]


def words(store):
    with store.view() as view:
        return view.rows("progress", plan="План № 9").select("status").fetchall()


def test_the_base_takes_it_from_the_coordinator_and_says_who_sent_it(filled, desk):
    state = accept(filled, desk, sent(desk, nine("выполняется")))
    [entry] = [one for one in filled.journal() if one.state == state]
    assert (entry.who, entry.note) == ("координатор", f"прислала школа: {WHO}")
    assert (last(desk).state, last(desk).upload, last(desk).closed_by) == ("accepted", state, "координатор")
    assert from_schools.still_waiting(filled, desk) == []


def test_the_answers_of_the_school_are_its_words(filled, desk):
    asked = sent(desk, nine("сделали почти всё"))
    assert look(filled, asked).errors == 1
    with pytest.raises(ShnorError, match="Принять этот отчёт так нельзя"):
        accept(filled, desk, asked)
    [issue] = look(filled, asked).checked.issues
    accept(filled, desk, sent(desk, nine("сделали почти всё"), {issue.key: "выполняется"}))
    assert words(filled) == [("in_progress",)]


def test_the_second_coordinator_is_told_who_was_first(filled, desk):
    one = sent(desk, nine("выполняется"))
    item = look(filled, one)
    from_schools.accept(filled, desk, one, item, OTHER)
    state = filled.state
    with pytest.raises(Over, match="уже принят: второй координатор"):
        from_schools.accept(filled, desk, one, item, COORDINATOR)
    with pytest.raises(Over, match="уже принят"):
        from_schools.give_back(desk, one, "нет номера документа", COORDINATOR)
    assert filled.state == state


def test_two_coordinators_at_once_accept_each_report_once(filled, desk):
    """Each has looked at it apart, so neither knows the other's preview."""
    both = [sent(desk, nine("выполняется")), desk.post.add("Ш05", MONTH, "file", "5.csv", five("выполняется").data,
                                                          by="директор")]
    both[1] = desk.post.send(both[1].number, "Ш05")

    def press(by):
        for one, item in [(one, look(filled, one)) for one in both]:
            together.wait(60)
            with suppress(Over):
                from_schools.accept(filled, desk, one, item, by)

    together = threading.Barrier(2)
    with ThreadPoolExecutor(2) as threads:
        [*threads.map(press, (COORDINATOR, OTHER))]
    assert [entry.note for entry in filled.journal()[:2]] == ["прислала школа: директор", f"прислала школа: {WHO}"]
    assert (filled.state, from_schools.still_waiting(filled, desk)) == (5, [])


def test_what_the_base_took_before_the_program_broke_off_is_not_taken_twice(filled, desk):
    one = sent(desk, nine("выполняется"))
    item = look(filled, one)
    state = drop.accept_all(filled, [item], by=COORDINATOR)
    assert from_schools.still_waiting(filled, desk) == []
    assert (last(desk).state, last(desk).upload, filled.state) == ("accepted", state, state)
    two = sent(desk, nine("выполнено", "ещё.csv", "18.11.2026"))
    drop.accept_all(filled, [look(filled, two)], by=COORDINATOR)
    assert from_schools.accept(filled, desk, two, item, COORDINATOR) == filled.state == state + 1


def test_the_same_file_with_other_answers_is_another_report(filled, desk, passed):
    asked = nine("почти всё")
    [issue] = look(filled, sent(desk, asked)).checked.issues
    accept(filled, desk, sent(desk, asked, {issue.key: "выполняется"}))
    passed[0] = 5
    again = sent(desk, asked, {issue.key: "не выполнено"})
    assert from_schools.still_waiting(filled, desk) == [again]
    accept(filled, desk, again)
    assert words(filled) == [("not_done",)]


def test_a_report_taken_back_while_it_is_accepted_counts_nowhere(filled, desk, monkeypatch):
    one, whole = sent(desk, nine("выполняется")), filled.accept

    def meanwhile(preview, **rest):
        desk.post.take_back(one.number, "Ш09", by=WHO)
        return whole(preview, **rest)

    monkeypatch.setattr(filled, "accept", meanwhile)
    with pytest.raises(ShnorError, match="забрала"):
        accept(filled, desk, one)
    assert words(filled) == []


def test_a_conflict_names_both_words_and_the_report_waits_on(filled, desk):
    one = sent(desk, nine("выполняется"))
    item = look(filled, one)
    accepted(filled, nine("выполнено", "чужой.csv", "18.11.2026"))
    with pytest.raises(StateMoved, match=r"«выполнено».*в файле «выполняется»"):
        from_schools.accept(filled, desk, one, item, COORDINATOR)
    assert from_schools.still_waiting(filled, desk) == [one]


def test_a_report_with_nothing_new_is_only_marked(filled, desk):
    accepted(filled, nine("выполняется", "по почте.csv"))
    state = filled.state
    assert accept(filled, desk, sent(desk, nine("выполняется"))) == filled.state == state
    assert last(desk).state == "accepted"


@pytest.mark.parametrize(("text", "by", "refused"), [
    ("", COORDINATOR, "Напишите школе"), ("Пусть Иванова А. П. исправит", COORDINATOR, "Похоже на фамилию"),
    ("нет номера документа", director("Ш09"), "только координатор")])
def test_a_report_goes_back_with_words_that_name_nobody(filled, desk, text, by, refused):
    one = sent(desk, nine("выполняется"))
    with pytest.raises((ShnorError, NotAllowed), match=refused):
        from_schools.give_back(desk, one, text, by)
    from_schools.give_back(desk, one, " в строке 1.1\nнет даты ", COORDINATOR)
    assert (last(desk).state, last(desk).note, last(desk).closed_by) == ("returned", "в строке 1.1 нет даты",
                                                                        "координатор")
