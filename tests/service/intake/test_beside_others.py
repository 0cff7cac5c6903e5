"""Files accepted while others accept theirs: what leaves a file's rows and its check alone does not stop it, anything
else is named."""

import threading
from dataclasses import replace

import pytest

from shnor.errors import StateMoved, StoreError
from shnor.service.intake import checking, drop, rechecked
from shnor.service.intake import known as known_of
from shnor.store import Moved
from tests.actors import COORDINATOR, coordinator
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, accepted, file

FIVE, NINE = "МБОУ ООШ № 5", "МБОУ ООШ № 9"
COURSE = ["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Удостоверений"]
STAFF = ["Школа", "На дату", "Предмет", "Всего"]


def mark(name, school, number, month, state, day="", document=""):
    return file(name, [MARKS[0], [f"План {school[-3:]}", school, month, number, state, day, document, ""]])


def nine(state, name="ш9.csv", day="", document=""):
    return mark(name, NINE, "1.1", "ноябрь 2026", state, day, document)


def five(state, name="ш5.csv", number="1.2", month="октябрь 2026"):
    return mark(name, FIVE, number, month, state)


def courses(school, day="14.10.2026", programme="Наглядная геометрия", name="курсы.csv", people="6"):
    return file(name, [COURSE, [school, day, "математика", programme, "36", people, people]])


def staff(school, people="5", name="педагоги.csv"):
    return file(name, [STAFF, [school, "20.09.2026", "математика", people]])


def shown(store, *files):
    return drop.review(store, files, DAY)


def accept(store, items):
    return drop.accept_each(store, items, by=COORDINATOR)


def result(outcome):
    """(places that were accepted, places that were refused)"""
    return [*outcome.accepted], [*outcome.refused]


def test_a_file_goes_in_though_others_have_accepted_theirs(filled):
    [item] = shown(filled, nine("выполняется"))
    accepted(filled, five("выполняется"))
    assert drop.accept_all(filled, [item], by=COORDINATOR) == filled.state == 5


def test_a_conflict_names_school_row_column_and_both_words(filled):
    accepted(filled, nine("не выполнено"))
    [item] = shown(filled, nine("выполняется", "наш.csv"))
    accepted(filled, nine("выполнено", "чужой.csv", "18.11.2026"))
    with pytest.raises(StateMoved) as refused:
        drop.accept_all(filled, [item], by=COORDINATOR)
    said = str(refused.value)
    assert f"{NINE}, 1.1, " in said
    assert "Состояние — было «не выполнено», теперь «выполнено», в файле «выполняется»" in said
    assert {(one.key["number"], one.column) for one in refused.value.conflicts} >= {("1.1", "status")}


def test_of_a_box_only_the_file_in_conflict_is_refused(filled):
    items = shown(filled, five("выполняется"), nine("выполняется"), staff(FIVE))
    accepted(filled, nine("не выполнено", "чужой.csv"))
    outcome = accept(filled, items)
    assert result(outcome) == ([0, 2], [1])
    assert "такой строки не было, теперь она есть" in str(outcome.refused[1])
    assert [upload.file for upload in filled.uploads()][:3] == ["педагоги.csv", "ш5.csv", "чужой.csv"]
    [again] = shown(filled, nine("выполняется"))
    assert result(accept(filled, [again])) == ([0], [])


def test_after_a_register_that_is_refused_nothing_is_tried(filled):
    new = [SCHOOLS[0], ["Ш05", "5", "МБОУ СОШ № 5"]]
    items = shown(filled, file("список.csv", new), staff(NINE))
    accepted(filled, file("чужой.csv", [SCHOOLS[0], ["Ш05", "5", "МАОУ ООШ № 5"]]))
    assert result(accept(filled, items)) == ([], [0])


def test_files_of_one_box_may_tell_of_the_same_row(filled):
    """The second one leaves the document alone, as it was told by the first."""
    items = shown(filled, nine("выполнено", "а.csv", "18.11.2026", "справка № 1"),
                  file("б.csv", [MARKS[0][:5], [f"План {NINE[-3:]}", NINE, "ноябрь 2026", "1.1", "выполнено"],
                                 [f"План {FIVE[-3:]}", FIVE, "октябрь 2026", "1.2", "выполняется"]]))
    assert result(accept(filled, items)) == ([0, 1], [])
    with filled.view() as view:
        assert view.rows("progress", plan="План № 9").select("document").fetchall() == [("справка № 1",)]


@pytest.mark.parametrize(("other", "places"), [
    pytest.param(five("не выполнено", "чужой.csv", "1.1", "март 2026"), ([0, 1], []), id="another-row"),
    pytest.param(nine("не выполнено", "чужой.csv"), ([0], [1]), id="a-row-of-the-second"),
])
def test_what_others_accept_between_two_files_of_a_box_is_news(filled, monkeypatch, other, places):
    items = shown(filled, nine("выполнено", "а.csv", "18.11.2026", "справка № 1"),
                  file("б.csv", [MARKS[0][:5], [f"План {NINE[-3:]}", NINE, "ноябрь 2026", "1.1", "выполнено"],
                                 [f"План {FIVE[-3:]}", FIVE, "октябрь 2026", "1.2", "выполняется"]]))
    theirs, whole = shown(filled, other), filled.accept

    def between(preview, **rest):
        state = whole(preview, **rest)
        if preview.delivery.file == "а.csv":
            monkeypatch.undo()
            [fresh] = [drop.previewed(filled, one.checked) for one in theirs]
            filled.accept(fresh, by=coordinator("другой"))
        return state

    monkeypatch.setattr(filled, "accept", between)
    assert result(accept(filled, items)) == places


@pytest.fixture
def again(monkeypatch):
    """How often files were checked once more."""
    times, whole = [], drop.again
    monkeypatch.setattr(drop, "again", lambda *given: times.append(1) or whole(*given))
    return times


@pytest.mark.parametrize(("ours", "theirs", "checks", "refused"), [
    pytest.param(five("выполняется"), staff(FIVE), 0, "", id="a-kind-the-check-does-not-read"),
    pytest.param(courses(FIVE), courses(NINE, name="чужой.csv"), 0, "", id="courses-of-another-school"),
    pytest.param(courses(FIVE), courses(FIVE, "12.03.2026", "Опыты дома", "чужой.csv"), 1, "", id="other-courses"),
    pytest.param(courses(FIVE), courses(FIVE, "15.10.2026", name="чужой.csv"), 1, "похож", id="the-same-course-alike"),
    pytest.param(courses(FIVE), staff(FIVE), 1, "завершили 6 чел.", id="fewer-teachers-than-on-courses"),
    pytest.param(courses(FIVE), staff(NINE), 0, "", id="teachers-of-another-school"),
    pytest.param(five("выполняется"), file("чужой.csv", [SCHOOLS[0], ["Ш02", "2", "МБОУ СОШ № 2"]]), 1, "",
                 id="a-school-more"),
    pytest.param(five("выполняется"), file("чужой.csv", [SCHOOLS[0], ["Ш05", "55", "МАОУ «Лицей»"]]), 1,
                 "школ", id="the-school-is-called-otherwise"),
    pytest.param(five("выполняется"), file("чужой.csv", [PLAN[0], [
        "План № 9", NINE, "3.1", "Кадры", "Совет", "2026", "1", "май 2026"]]), 1, "", id="another-plan"),
])
def test_a_check_is_made_again_where_it_rests_on_what_has_moved(filled, again, ours, theirs, checks, refused):
    [item] = shown(filled, ours)
    accepted(filled, theirs)
    outcome = accept(filled, [item])
    assert (len(again), result(outcome)) == (checks, ([], [0]) if refused else ([0], []))
    if refused:
        assert refused in str(outcome.refused[0])


def test_a_check_overtaken_is_made_once_more(filled, monkeypatch):
    """While the file is checked again, a course like its own is accepted."""
    [item] = shown(filled, courses(FIVE))
    accepted(filled, courses(FIVE, "12.03.2026", "Опыты дома", "чужой.csv"))
    times, whole = [], drop.again

    def slow(*given):
        found = whole(*given)
        times.append(1)
        if len(times) == 1:
            accepted(filled, courses(FIVE, "15.10.2026", name="ещё один.csv"))
        return found

    monkeypatch.setattr(drop, "again", slow)
    outcome = accept(filled, [item])
    assert (len(times), result(outcome)) == (2, ([], [0]))
    assert "похож" in str(outcome.refused[0])


def test_an_accepted_file_stays_accepted_though_its_check_says_otherwise_now(filled):
    [item] = shown(filled, five("выполняется"))
    assert accept(filled, [item]).accepted == {0: 4}
    accepted(filled, file("список.csv", [SCHOOLS[0], ["Ш05", "55", "МАОУ «Лицей»"]]))
    assert accept(filled, [item]).accepted == {0: 4}
    assert filled.state == 5


def test_a_box_is_checked_again_once_for_what_others_did(filled, again, monkeypatch):
    settled, whole = [], checking.settled
    monkeypatch.setattr(checking, "settled", lambda *given: settled.append(1) or whole(*given))
    items = shown(filled, courses(FIVE), courses(FIVE, "02.02.2026", "Сказки", "б.csv"))
    accepted(filled, courses(FIVE, "12.03.2026", "Опыты дома", "чужой.csv"))
    assert result(accept(filled, items)) == ([0, 1], [])
    assert (len(again), len(settled)) == (2, 1)


def test_what_concerns_a_file(filled):
    [item] = shown(filled, courses(FIVE))
    accepted(filled, courses(NINE, name="чужой.csv"))
    with filled.view() as view:
        known = known_of.from_view(view, DAY)
    assert known != item.together.base
    assert rechecked.concerning(known, item.checked) == rechecked.concerning(item.together.base, item.checked)
    assert rechecked.rests_on(item.checked, Moved(1, {"courses": frozenset({"Ш05"})}))
    assert not rechecked.rests_on(item.checked, Moved(1, {"courses": frozenset({"Ш09"}), "events": frozenset({"Ш05"})}))


def test_the_other_base_is_refused_as_before(filled, store, tmp_path):
    [item] = shown(filled, nine("выполняется"))
    alien = replace(item, preview=replace(item.preview, base="другая"))
    with pytest.raises(StoreError, match="другой базы"):
        drop.accept_all(filled, [alien], by=COORDINATOR)


@pytest.mark.slow
def test_thirty_people_accept_beside_each_other(filled):
    """Each two lists of the staff of a school of its own; every tenth tells of № 5 besides."""
    accepted(filled, file("ещё школы.csv", [SCHOOLS[0], *([f"Ш{n}", f"{n}", f"МБОУ СОШ № {n}"]
                                                          for n in range(100, 130))]))
    before, ends, broken = filled.state, [], []

    def work(number):
        try:
            for day in ("20.09.2026", "01.02.2026"):
                rows = [[f"МБОУ СОШ № {number}", day, "математика", str(number)]]
                rows += [[FIVE, day, "математика", str(number)]] if number % 10 == 0 else []
                items = shown(filled, file(f"{number} {day}.csv", [STAFF, *rows]))
                assert [item.ready for item in items] == [True]
                together.wait()
                ends.append((number, day, accept(filled, items)))
        except BaseException as error:
            broken.append(error)
            together.abort()

    together = threading.Barrier(30)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(100, 130)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert broken == []
    states = sorted(state for *_, end in ends for state in end.accepted.values())
    assert states == list(range(before + 1, filled.state + 1))
    refused = [(number, error) for number, _, end in ends for error in end.refused.values()]
    assert {number % 10 for number, _ in refused} <= {0}
    assert all(FIVE in str(error) or "теперь" in str(error) for _, error in refused)
    with filled.view() as view:
        kept = {(school, day) for school, day in view.rows("staff").select("school_id", "on_date").fetchall()}
    assert len(kept - {key for key in kept if key[0] == "Ш05"}) == 60 - len(refused)
