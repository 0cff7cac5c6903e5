"""«Без ФИО» leaves no trace of a name; «С ФИО» counts a person once and keeps names apart from the base."""

from datetime import date
from pathlib import Path

import pytest

from shnor.errors import StateMoved, StoreError
from shnor.scope import Scope
from shnor.service import bases
from shnor.service.figures.topics import counted
from shnor.service.intake import drop
from shnor.service.intake import with_names as people
from tests.actors import COORDINATOR, coordinator
from tests.clock import noon
from tests.copied import unpacked
from tests.service.conftest import DAY, SCHOOLS, file

HEADER = ["ФИО", "Школа", "Предмет", "Программа", "Часов", "Дата окончания", "№ удостоверения"]
FIVE, NINE = "МБОУ ООШ № 5", "МБОУ ООШ № 9"
ANNA, OLEG = "Белозёрова Анна Петровна", "Чернопятов Олег Ильич"
MAY = [[ANNA, FIVE, "химия", "ФГОС", "72", "20.05.2026", "АБ 7700"],
       [OLEG, FIVE, "химия", "ФГОС", "72", "20.05.2026", ""]]
AUTUMN = [["БЕЛОЗЕРОВА  Анна Петровна", FIVE, "химия", "ОГЭ", "36", "18.11.2026", ""]]
COUNTS = [["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Удостоверений", "Из них уже учтены"],
          [FIVE, "20.05.2026", "химия", "ФГОС", "72", "2", "2", ""],
          [FIVE, "18.11.2026", "химия", "ОГЭ", "36", "1", "1", "1"]]
PLAN = [["Школа", "Когда", "Состояние", "Предмет", "Программа", "Человек"],
        [FIVE, "2026", "по плану", "химия", "", "10"]]
STAFF = [["Школа", "На дату", "Предмет", "Всего"], [FIVE, "20.09.2026", "химия", "13"]]
METRICS = ("course_people", "course_certificates", "course_hours", "course_plan_share", "course_year_share",
           "course_staff_share")


def opened(folder: Path):
    store = bases.open_base(folder / "shnor.duckdb", now=noon)
    send(store, file("школы.csv", SCHOOLS))
    return store


@pytest.fixture
def store(tmp_path):
    found = opened(tmp_path)
    yield found
    found.close()


@pytest.fixture
def with_names(store):
    people.keep_mode(store, "with", COORDINATOR)
    return store


def listed(*rows, name="курсы.csv"):
    return file(name, [HEADER, *rows])


def send(store, *files):
    reviewed = drop.review(store, files, DAY)
    assert [issue.message for item in reviewed for issue in item.checked.issues if issue.severity == "error"] == []
    return drop.accept_all(store, reviewed, by=COORDINATOR)


def said(store, *rows):
    [item] = drop.review(store, [listed(*rows, name="ещё.csv")], DAY)
    return [(issue.code, issue.value) for issue in item.checked.issues if issue.severity == "error"]


def keys(store):
    with store.view() as view:
        return sorted({key for key, in view.rows("courses").select("person").fetchall() if key})


def told(store):
    with store.view() as view:
        return [(f.metric, f.group.get("year"), f.numerator, f.denominator, f.value)
                for f in counted(view, METRICS, as_of=DAY)]


def cells(store) -> str:
    """Every cell that was kept: in the file of the base they are packed."""
    with store.view() as view:
        places = view.rows("courses").select("upload_id", "sheet").distinct().fetchall()
        return repr([view.grid(*place) for place in places])


def found_in(folder: Path, *names: str) -> list[tuple[str, str]]:
    """Names in any file, as UTF-8 and as UTF-16."""
    return [(path.name, name) for path in folder.rglob("*") if path.is_file() for name in names
            if name.encode() in path.read_bytes() or name.encode("utf-16-le") in path.read_bytes()]


def test_without_names_no_file_and_no_byte_of_one(store, tmp_path):
    send(store, listed(*MAY), listed(*AUTUMN, name="осень.csv"))
    assert ("ФГОС" in cells(store), "Белозёрова" in cells(store), "7700" in cells(store)) == (True, False, False)
    store.close()
    assert not (tmp_path / "people.duckdb").exists()
    assert found_in(tmp_path, "Белозёрова", "БЕЛОЗЕРОВА", "белозерова", "Чернопятов", "Петровна") == []


def test_names_lie_in_their_own_file_alone(with_names, tmp_path):
    send(with_names, listed(*MAY))
    assert ("ФГОС" in cells(with_names), "Белозёрова" in cells(with_names)) == (True, False)
    with_names.copy_to(tmp_path / "копия" / "копия.zip", COORDINATOR)
    unpacked(tmp_path / "копия" / "копия.zip")
    with_names.close()
    assert found_in(tmp_path, "Белозёрова", "Чернопятов") == [("people.duckdb", "Белозёрова"),
                                                             ("people.duckdb", "Чернопятов")]
    assert found_in(tmp_path, "7700") == []


def test_a_preview_stores_no_name_and_shows_none(with_names):
    reviewed = drop.review(with_names, [listed(*MAY)], DAY)
    assert (with_names.people.names(), reviewed[0].ready, len(reviewed[0].names)) == ({}, True, 2)
    assert "Белозёрова" not in repr(reviewed) + repr(reviewed[0].preview) + repr(reviewed[0].checked.grids)


def test_one_person_in_two_files_spelled_differently_is_one(with_names):
    send(with_names, listed(*MAY))
    send(with_names, listed(*AUTUMN, name="осень.csv"))
    assert (len(keys(with_names)), told(with_names)[0][:3]) == (2, ("course_people", "2026", 2))
    assert told(with_names)[1][:3] == ("course_certificates", "2026", 3)


def test_a_key_is_the_same_in_another_session(with_names, tmp_path):
    send(with_names, listed(*MAY))
    before = keys(with_names)
    with_names.close()
    again = bases.open_base(tmp_path / "shnor.duckdb", now=noon)
    send(again, listed([ANNA, FIVE, "химия", "ИКТ", "18", "01.06.2026", ""], name="июнь.csv"))
    assert keys(again) == before
    again.close()


@pytest.mark.parametrize(("secret", "school", "name", "same"), [
    pytest.param(b"a", "Ш05", "белозерова  анна петровна.", True, id="spelling"),
    pytest.param(b"b", "Ш05", ANNA, False, id="another-secret"),
    pytest.param(b"a", "Ш09", ANNA, False, id="another-school"),
    pytest.param(b"a", "Ш05", OLEG, False, id="another-person"),
])
def test_what_a_key_depends_on(secret, school, name, same):
    key = people.key_of(b"a", "Ш05", ANNA)
    assert (people.key_of(secret, school, name) == key) is same
    assert (len(key), set(key) <= set("0123456789abcdef")) == (16, True)


def test_figures_agree_with_the_same_people_as_numbers(with_names, tmp_path):
    send(with_names, listed(*MAY, *AUTUMN), file("план.csv", PLAN), file("кадры.csv", STAFF))
    plain = opened(tmp_path / "другая")
    send(plain, file("числа.csv", COUNTS), file("план.csv", PLAN), file("кадры.csv", STAFF))
    assert told(with_names) == told(plain)
    assert [figure[2:4] for figure in told(plain)] == [(2, None), (3, None), (180, None), (2, 10), (2, 13), (2, 13)]
    plain.close()


def test_taking_a_file_back_leaves_the_figures_of_the_others(with_names):
    send(with_names, listed(*MAY))
    before = told(with_names)
    send(with_names, listed([ANNA, NINE, "физика", "ИКТ", "18", "01.06.2026", ""], *AUTUMN, name="осень.csv"))
    assert told(with_names)[0][2] == 3, "a teacher of two schools is a person in each"
    newest = with_names.uploads()[0]
    with_names.withdraw(newest.id, by=COORDINATOR, reason="не тот файл")
    assert told(with_names) == before


def test_what_cannot_be_accepted_leaves_no_name(with_names, monkeypatch):
    def full(*args, **named):
        raise StoreError("На диске нет места.")
    reviewed = drop.review(with_names, [listed(*MAY)], DAY)
    monkeypatch.setattr(with_names, "accept", full)
    with pytest.raises(StoreError, match="нет места"):
        drop.accept_all(with_names, reviewed, by=COORDINATOR)
    assert (with_names.people.names(), keys(with_names)) == ({}, [])


def test_names_of_a_preview_are_not_accepted_after_the_switch(with_names):
    reviewed = drop.review(with_names, [listed(*MAY)], DAY)
    people.keep_mode(with_names, "without", COORDINATOR)
    with pytest.raises(StateMoved, match="выбран режим «Без ФИО»"):
        drop.accept_all(with_names, reviewed, by=COORDINATOR)


def test_counts_of_a_preview_are_not_accepted_after_the_switch(store):
    reviewed = drop.review(store, [file("курсы.csv", COUNTS)], DAY)
    people.keep_mode(store, "with", COORDINATOR)
    with pytest.raises(StateMoved, match="выбран режим «С ФИО»"):
        drop.accept_all(store, reviewed, by=COORDINATOR)


def test_the_switch_is_in_the_journal_once(with_names):
    assert [people.keep_mode(with_names, mode, coordinator("методист")) for mode in ("with", "without", "without")] == [
        False, True, False]
    assert [(entry.who, entry.action, entry.note) for entry in with_names.journal()[:2]] == [
        ("методист", "decide", "Режим: Без ФИО (рекомендуется)"), ("координатор", "decide", "Режим: С ФИО")]


def test_a_base_in_memory_stays_without_names():
    memory = bases.open_base(":memory:", now=noon)
    with pytest.raises(StoreError):
        people.keep_mode(memory, "with", COORDINATOR)
    assert (people.mode(memory), memory.journal()) == ("without", [])
    memory.close()


def test_deleted_names_leave_keys_and_figures(with_names, tmp_path):
    send(with_names, listed(*MAY, *AUTUMN))
    before = (keys(with_names), told(with_names))
    assert [people.erase(with_names, COORDINATOR) for _ in range(2)] == [True, False]
    assert ((keys(with_names), told(with_names)), people.mode(with_names)) == (before, "without")
    assert with_names.journal()[0].note == "Имена удалены. Режим: Без ФИО (рекомендуется)"
    with_names.close()
    assert found_in(tmp_path, "Белозёрова", "Чернопятов") == []


def test_people_are_not_counted_in_two_forms(with_names):
    send(with_names, file("числа.csv", COUNTS))
    assert said(with_names, *MAY) == [("people-twice", "числа.csv")]
    assert said(with_names, [ANNA, FIVE, "химия", "ИКТ", "18", "01.06.2026", ""]) == []


def test_nor_after_the_mode_or_the_secret_has_changed(with_names):
    send(with_names, listed(*MAY))
    assert said(with_names, *MAY) == []
    people.keep_mode(with_names, "without", COORDINATOR)
    assert said(with_names, *MAY) == [("people-twice", "курсы.csv")]
    people.erase(with_names, COORDINATOR)
    people.keep_mode(with_names, "with", COORDINATOR)
    assert said(with_names, *MAY) == [("people-twice", "курсы.csv")]


def test_a_list_with_a_nameless_row_comes_again_and_changes_nothing(with_names):
    rows = [*MAY, ["", *MAY[0][1:]]]
    send(with_names, listed(*rows))
    [again] = drop.review(with_names, [listed(*rows, name="снова.csv")], DAY)
    assert (again.checked.acceptable, again.preview.empty, told(with_names)[0][2]) == (True, True, 3)


def test_a_lost_file_of_names_is_said_and_nothing_is_accepted(with_names):
    with_names.people.path.unlink()
    [item] = drop.review(with_names, [listed(*MAY)], DAY)
    assert (item.preview, [issue.code for issue in item.checked.issues][-1]) == (None, "refused-by-base")
    assert dict(item.checked.people) == {}
    people.keep_mode(with_names, "with", COORDINATOR)
    assert said(with_names, *MAY) == []


def test_the_list_of_a_school_is_by_alphabet_and_for_the_coordinator(with_names):
    send(with_names, listed(*reversed(MAY), *AUTUMN, [OLEG, NINE, "физика", "ИКТ", "18", "01.06.2026", ""]))
    with with_names.view() as view:
        rows = people.courses_by_name(with_names, view, "Ш05")
    assert [(row.name, row.programme, row.hours, row.day) for row in rows] == [
        (ANNA, "ФГОС", 72, date(2026, 5, 20)), (ANNA, "ОГЭ", 36, date(2026, 11, 18)),
        (OLEG, "ФГОС", 72, date(2026, 5, 20))]
    for role in ("head", "director", "curator", "guest"):
        with with_names.view(Scope(role)) as view:
            assert people.courses_by_name(with_names, view, "Ш05") == []


def test_no_list_of_names_in_the_other_mode(with_names):
    send(with_names, listed(*MAY))
    people.keep_mode(with_names, "without", COORDINATOR)
    with with_names.view() as view:
        assert people.courses_by_name(with_names, view, "Ш05") == []


