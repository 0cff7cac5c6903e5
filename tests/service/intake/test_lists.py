"""A pasted list of schools becomes the register; the list of an order becomes statuses, and no history is lost."""

from datetime import date, datetime

import pytest

from shnor.service.centre import schools
from shnor.service.intake import drop, lists, manual
from tests.actors import COORDINATOR
from tests.service.conftest import DAY

PASTED = "1. МБОУ СОШ № 3\n2. МБОУ-ООШ №5\n3. МАОУ гимназия № 1\n4. МБОУ СОШ № 8"
ORDER = "приказ министерства от 20.11.2026 № 118"


def accept(store, file):
    [item] = drop.review(store, [file], DAY)
    assert item.checked.issues == ()
    return drop.accept_all(store, [item], by=COORDINATOR)


@pytest.fixture
def register(store):
    with store.view() as view:
        read = lists.register_of(PASTED, view)
    accept(store, manual.rows("schools", lists.register_rows(read.rows), "Список школ"))
    return store


def listed(store, text, since, **answers):
    with store.view() as view:
        return lists.compare(view, text, status="shnor", since=since, document=ORDER, answers=answers)


def put(store, text, since):
    accept(store, manual.rows("statuses", lists.status_rows(listed(store, text, since)), f"Перечень {since}"))


def names(found):
    return [school.name for school in found]


def on_list(store, day):
    with store.view() as view:
        return [card.name for card in schools.cards(view, day) if card.on_list]


def test_a_pasted_list_is_the_register(register):
    with register.view() as view:
        columns = ("school_id", "number", "name", "name_gen", "name_ins")
        rows = view.rows("schools").select(*columns).order("number").fetchall()
    assert rows == [("Ш01", 1, "МАОУ гимназия № 1", "МАОУ гимназии № 1", "МАОУ гимназией № 1"),
                    ("Ш03", 3, "МБОУ СОШ № 3", None, None), ("Ш05", 5, "МБОУ ООШ № 5", None, None),
                    ("Ш08", 8, "МБОУ СОШ № 8", None, None)]


def test_a_line_is_kept_beside_the_row_it_became(register):
    with register.view() as view:
        grid = view.grid(1, "Таблица 1")
    assert "2. МБОУ-ООШ №5" in {value for row in grid.cells for value in row}


def test_a_second_paste_proposes_only_what_is_new(register):
    with register.view() as view:
        read = lists.register_of(PASTED + "\nМБОУ СОШ № 11", view)
    assert [(row.code, row.take) for row in read.rows] == [
        ("Ш03", False), ("Ш05", False), ("Ш01", False), ("Ш08", False), ("Ш11", True)]


def test_the_first_list_is_who_enters(register):
    new = listed(register, "МБОУ СОШ № 3, МБОУ ООШ № 5", date(2026, 1, 1))
    assert (names(new.enters), new.stays, new.leaves) == (["МБОУ СОШ № 3", "МБОУ ООШ № 5"], (), ())


def test_a_new_list_says_who_enters_stays_and_leaves(register):
    put(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    new = listed(register, "МБОУ ООШ № 5\nМБОУ СОШ № 8", date(2027, 1, 1))
    assert lists.in_words(new) == [
        "Перечень «ШНОР» с 01.01.2027, приказ министерства от 20.11.2026 № 118.",
        "Входит 1\u00a0школа: МБОУ СОШ № 8.", "Выходит 1\u00a0школа: МБОУ СОШ № 3.",
        "Остаётся 1\u00a0школа: МБОУ ООШ № 5."]


def test_nothing_of_history_is_lost(register):
    put(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    put(register, "МБОУ ООШ № 5\nМБОУ СОШ № 8", date(2027, 1, 1))
    assert on_list(register, date(2025, 12, 31)) == []
    assert on_list(register, date(2026, 12, 31)) == ["МБОУ СОШ № 3", "МБОУ ООШ № 5"]
    assert on_list(register, date(2027, 1, 1)) == ["МБОУ ООШ № 5", "МБОУ СОШ № 8"]
    register.withdraw(3, by=COORDINATOR, reason="ошибка")
    assert on_list(register, date(2027, 1, 1)) == ["МБОУ СОШ № 3", "МБОУ ООШ № 5"]


def test_the_same_list_pasted_again_changes_no_interval(register):
    put(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    again = listed(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    assert (names(again.enters), names(again.stays), names(again.later)) == ([], ["МБОУ СОШ № 3", "МБОУ ООШ № 5"], [])
    assert [(row["valid_from"], row["valid_to"]) for row in lists.status_rows(again)] == [("01.01.2026", "")] * 2


def test_a_school_whose_term_ends_the_day_before_stays(register):
    put(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    put(register, "МБОУ ООШ № 5", date(2027, 1, 1))
    both = "МБОУ СОШ № 3\nМБОУ ООШ № 5"
    new = listed(register, both, date(2027, 1, 1))
    assert (names(new.enters), names(new.stays)) == ([], ["МБОУ СОШ № 3", "МБОУ ООШ № 5"])
    assert [(row["school_id"], row["valid_from"], row["valid_to"]) for row in lists.status_rows(new)] == [
        ("МБОУ СОШ № 3", "01.01.2027", ""), ("МБОУ ООШ № 5", "01.01.2027", "")]
    assert names(listed(register, both, date(2027, 1, 2)).enters) == ["МБОУ СОШ № 3"]


def test_an_order_that_includes_and_excludes_leaves_the_others_alone(register):
    put(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    text = "Включить в перечень: МБОУ СОШ № 8.\nИсключить из перечня:\n1. МБОУ СОШ № 3"
    new = listed(register, text, date(2027, 1, 1))
    assert (names(new.enters), names(new.leaves), names(new.stays)) == (["МБОУ СОШ № 8"], ["МБОУ СОШ № 3"], [])


def test_a_school_the_register_does_not_know_is_asked(register):
    new = listed(register, "МБОУ СОШ № 99\nМАОУ ООШ № 5", date(2026, 1, 1))
    assert [(one.text, names(one.candidates)) for one in new.unknown] == [
        ("МБОУ СОШ № 99", []), ("МАОУ ООШ № 5", ["МБОУ ООШ № 5"])]
    settled = listed(register, "МБОУ СОШ № 99\nМАОУ ООШ № 5", date(2026, 1, 1),
                     **{"МБОУ СОШ № 99": "", "МАОУ ООШ № 5": "Ш05"})
    assert (settled.unknown, names(settled.enters)) == ((), ["МБОУ ООШ № 5"])


def test_an_entry_that_begins_later_is_left_alone(register):
    put(register, "МБОУ СОШ № 3", date(2027, 1, 1))
    new = listed(register, "МБОУ СОШ № 3\nМБОУ ООШ № 5", date(2026, 1, 1))
    assert (names(new.enters), names(new.later)) == (["МБОУ ООШ № 5"], ["МБОУ СОШ № 3"])


@pytest.mark.parametrize(("text", "document", "day"), [
    pytest.param("Приказ министерства образования от 20.11.2026 № 118-осн. Утвердить перечень на 2027 год",
                 "Приказ министерства образования от 20.11.2026 № 118-осн", date(2027, 1, 1), id="year"),
    pytest.param("Включить с 14.11.2025 МБОУ СОШ № 3", "", date(2025, 11, 14), id="day"),
    pytest.param("МБОУ СОШ № 3", "", None, id="nothing"),
])
def test_day_and_document_are_proposed_from_the_text(text, document, day):
    assert (lists.document_of(text), lists.day_of(text)) == (document, day)


def test_a_row_by_hand_is_a_table_of_one_row():
    file = manual.one_row("progress", {"number": "1.1", "status": "выполнено"}, datetime(2026, 11, 27, 9, 30))
    assert (file.name, file.data.decode("utf-8-sig").splitlines()) == (
        "Внесено вручную 27.11.2026 09-30-00.csv", ["№;Состояние", "1.1;выполнено"])


@pytest.mark.parametrize("text", [
    pytest.param("1. МБОУ СОШ № 2\n2. МБОУ-ООШ №5\n3. МАОУ гимназия № 1", id="lines"),
    pytest.param("1\tМБОУ СОШ № 2\tул. Мира\n2\tМБОУ-ООШ №5\tул. Мира\n3\tМАОУ гимназия № 1\tул. Мира", id="table"),
    pytest.param("МБОУ СОШ № 2, с. Красное, ул. Мира\nМБОУ ООШ № 5, с. Белое, ул. Мира\nМАОУ гимназия № 1, г. Приозёр",
                 id="addresses"),
])
def test_a_list_pasted_from_a_letter_is_told_to_be_one(store, text):
    [item] = drop.review(store, [manual.pasted(text, datetime(2026, 11, 27))], DAY)
    assert [issue.code for issue in item.checked.issues] == ["list-of-schools"]
    with store.view() as view:
        found = lists.register_of_grids(item.checked.grids, view).rows
    assert [(row.code, row.name) for row in found] == [
        ("Ш02", "МБОУ СОШ № 2"), ("Ш05", "МБОУ ООШ № 5"), ("Ш01", "МАОУ гимназия № 1")]
