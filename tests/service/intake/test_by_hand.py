"""What is entered by hand goes the way of a file and says who told it."""

from datetime import date, datetime

import pytest

from shnor.datasets import KINDS
from shnor.datasets.by_hand import BESIDE, MOST
from shnor.service.intake import by_hand, drop, entry_fields
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, MARKS, file

NOW = datetime(2026, 11, 27, 9, 40)


def enter(store, incoming):
    [item] = drop.review(store, [incoming], DAY)
    assert [issue.code for issue in item.checked.issues if issue.severity == "error"] == []
    return drop.accept_all(store, [item], by=COORDINATOR)


def choices(store):
    with store.view() as view:
        return by_hand.build(view, day=DAY)


def rows(store, kind, *names):
    with store.view() as view:
        return view.rows(kind).select(*names).fetchall()


def test_an_event_of_the_centre_is_seven_fields(filled):
    enter(filled, by_hand.event({
        "event_kind": "семинар", "period": "18.11.2026", "topic": "Подготовка к ВПР", "organiser": "центр",
        "audience": "учителя математики", "participants": "14", "schools": "МБОУ ООШ № 5, МБОУ ООШ № 9"}, NOW))
    assert rows(filled, "events", "event_kind", "day", "participants", "school_id", "state") == [
        ("семинар", date(2026, 11, 18), 14, "", "held")]


@pytest.mark.parametrize("kind", BESIDE)
def test_a_row_of_a_new_kind_needs_eight_fields_at_most(filled, kind):
    fields = entry_fields.of_kind(kind)
    assert len(fields.first) <= MOST
    assert {column.name for column in (*fields.first, *fields.more)} == {column.name for column in KINDS[kind].typed}
    assert not [column.name for column in fields.more if column.required]
    typed = {column.name: "МБОУ ООШ № 9" if column.type == "school" else str(column.example) for column in fields.first}
    enter(filled, entry_fields.row(kind, typed | {"schools": "МБОУ ООШ № 9"} if "schools" in typed else typed, NOW))
    assert len(rows(filled, kind, *KINDS[kind].key)) == 1


def test_a_name_typed_by_hand_is_not_kept(filled):
    enter(filled, entry_fields.row("support_roles", {
        "school_id": "МБОУ ООШ № 9", "role": "куратор", "who": "Лебяжьева М. И., директор лицея",
        "valid_from": "01.09.2026"}, NOW))
    assert rows(filled, "support_roles", "who", "role_id") == [("директор лицея", "curator")]


def test_a_course_is_a_number_of_people(filled):
    enter(filled, by_hand.course({"period": "2026", "state": "завершили", "people": "129"}, NOW))
    assert rows(filled, "courses", "school_id", "people", "person") == [("", 129, "")]


def test_a_mark_by_phone_says_who_told_it(filled):
    enter(filled, by_hand.mark({"plan": "План № 9", "number": "1.1", "month": "ноябрь 2026", "status": "выполнено",
                                "done_date": "18.11.2026", "note": "протокол в понедельник"}, "директор", NOW))
    assert ("По телефону (директор): протокол в понедельник", "coordinator") in rows(
        filled, "progress", "note", "reported_by")


def test_a_document_comes_to_the_mark_that_waits_for_it_and_nothing_else_changes(filled, send):
    send(file("ш9.csv", [MARKS[0], ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", "",
                                    "сделали"]]))
    [waiting] = choices(filled).awaited
    assert waiting.title == "1.1, ноябрь 2026, План № 9"
    enter(filled, by_hand.document(waiting, "протокол от 19.11.2026 № 3", NOW))
    assert ("сделали", "протокол от 19.11.2026 № 3", date(2026, 11, 18)) in rows(
        filled, "progress", "note", "document", "done_date")
    assert choices(filled).awaited == ()


def test_an_answer_comes_to_its_question(filled, send):
    send(file("вопрос.csv", [["Школа", "Месяц", "№", "Что нужно"], ["МБОУ ООШ № 9", "ноябрь 2026", "1", "тьютор"]]))
    [asked] = choices(filled).questions
    enter(filled, by_hand.answer(asked, "Тьютор приедет 08.12.2026", "27.11.2026", NOW))
    assert rows(filled, "requests", "need", "answer", "answered_on") == [
        ("тьютор", "Тьютор приедет 08.12.2026", date(2026, 11, 27))]
    assert choices(filled).questions == ()


def test_what_was_entered_by_hand_is_taken_back_like_a_file(filled):
    state = enter(filled, by_hand.course({"period": "2026", "people": "129"}, NOW))
    upload = next(upload for upload in filled.uploads() if upload.state == state)
    filled.withdraw(upload.id, by=COORDINATOR, reason="ошибка")
    assert rows(filled, "courses", "people") == []
