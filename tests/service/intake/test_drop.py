"""Drop, preview, accept, take back: what happens to the base and to the figures."""

from datetime import datetime

import pytest

from shnor.errors import ShnorError, StateMoved, StoreError
from shnor.service.figures import roadmap
from shnor.service.intake import drop, effects, manual
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file


def parts(store, **where):
    with store.view() as view:
        counts = roadmap.parts(roadmap.marked(view, as_of=DAY, where=where))[()]
    return counts.due, counts.confirmed, counts.awaited, counts.not_done, counts.no_report


def test_three_files_of_one_drop_know_each_other(store):
    files = [file("отметки.csv", MARKS), file("планы.csv", PLAN), file("школы.csv", SCHOOLS)]
    reviewed = drop.review(store, files, DAY)
    assert [(item.checked.acceptable, item.questions, item.errors) for item in reviewed] == [(True, 0, 0)] * 3
    assert store.state == 0


def test_nothing_is_stored_before_acceptance_and_all_after(store, send):
    assert send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN), file("отметки.csv", MARKS)) == 3
    assert parts(store) == (3, 1, 0, 1, 1)


def test_a_school_without_report_reads_no_report(filled):
    assert parts(filled, school_id="Ш05") == (2, 1, 0, 1, 0)
    assert parts(filled, school_id="Ш09") == (1, 0, 0, 0, 1)


def test_the_same_file_twice_changes_nothing(filled):
    [item] = drop.review(filled, [file("отметки.csv", MARKS)], DAY)
    assert item.preview.empty
    assert drop.accept_all(filled, [item], by=COORDINATOR) == filled.state == 3


def test_a_shown_preview_is_refused_when_the_base_has_moved(filled):
    mark = ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1"]
    late = file("ш9.csv", [MARKS[0], [*mark, "выполнено", "18.11.2026", "", ""]])
    other = file("ш9б.csv", [MARKS[0], [*mark, "выполняется", "", "", ""]])
    first, second = drop.review(filled, [late], DAY), drop.review(filled, [other], DAY)
    drop.accept_all(filled, first, by=COORDINATOR)
    with pytest.raises(StateMoved):
        drop.accept_all(filled, second, by=COORDINATOR)
    assert parts(filled, school_id="Ш09") == (1, 0, 1, 0, 0)


def test_the_same_preview_accepted_twice_is_one_upload(filled):
    shown = drop.review(filled, [file("ш9.csv", [MARKS[0], [
        "План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", "", ""]])], DAY)
    assert [drop.accept_all(filled, shown, by=COORDINATOR) for _ in range(2)] == [4, 4]


def test_effect_names_the_figures_that_changed(filled):
    changed = effects.effect_of_withdrawal(filled, 3, DAY)
    done = next(e for e in changed if e.after.metric == "roadmap_done_due" and e.after.group["plan"] == "План № 5")
    assert (done.before.numerator, done.before.denominator, done.before.status) == (1, 2, "small")
    assert (done.after.numerator, done.after.denominator, done.after.status) == (0, 2, "no_report")


def test_withdrawing_gives_back_what_was(filled):
    filled.withdraw(3, by=COORDINATOR, reason="ошибка")
    assert parts(filled) == (3, 0, 0, 0, 3)


def test_a_row_by_hand_goes_the_same_way(filled):
    row = manual.one_row("progress", {
        "plan": "План № 9", "number": "1.1", "month": "ноябрь 2026", "status": "выполнено", "done_date": "18.11.2026",
        "document": "протокол от 19.11.2026 № 3", "reported_by": "координатор"}, datetime(2026, 11, 27, 9, 30))
    drop.accept_all(filled, drop.review(filled, [row], DAY), by=COORDINATOR)
    assert parts(filled, school_id="Ш09") == (1, 1, 0, 0, 0)


def test_an_empty_paste_is_a_sentence():
    with pytest.raises(ShnorError, match="Вставлять нечего"):
        manual.pasted("  \n", datetime(2026, 11, 27))


def test_a_refusal_of_the_base_concerns_its_file_alone(filled, monkeypatch):
    """The base refuses one of two files of a drop; the other keeps its preview."""
    good = file("ш9.csv", [MARKS[0], ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполняется", "", "", ""]])
    whole = filled.preview

    def refusing(delivery):
        if delivery.file == "отметки.csv":
            raise StoreError("В файле дважды одна строка.")
        return whole(delivery)

    monkeypatch.setattr(filled, "preview", refusing)
    first, second = drop.review(filled, [file("отметки.csv", MARKS), good], DAY)
    assert [issue.code for issue in first.checked.issues] == ["refused-by-base"]
    assert (first.ready, second.ready) == (False, True)
