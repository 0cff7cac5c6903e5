"""What lies on the desks of schools: cell by cell, never another school's, gone when it is over."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shnor.desk import Desk, NotThere

NOV, DEC = date(2026, 11, 1), date(2026, 12, 1)
FIRST = datetime(2026, 11, 24, 9, tzinfo=UTC)
DIRECTOR, CENTRE = "директор МБОУ ООШ № 5", "координатор"


@pytest.fixture
def desk(tmp_path):
    moments = iter(FIRST + timedelta(minutes=n) for n in range(1000))
    made = Desk(tmp_path / "monitor.duckdb", lambda: next(moments))
    yield made
    made.close()


def test_a_draft_is_kept_cell_by_cell(desk, tmp_path):
    desk.drafts.put("Ш05", NOV, {"progress/2.4/status": "выполнено", "progress/2.4/note": "протокол позже"}, by="один")
    desk.drafts.put("Ш05", NOV, {"progress/2.4/note": ""}, by="вторая")
    desk.drafts.put("Ш05", DEC, {"progress/2.4/status": "нет"}, by="один")
    kept = Desk(tmp_path / "monitor.duckdb", lambda: FIRST).drafts.of("Ш05", NOV)
    assert dict(kept.values) == {"progress/2.4/status": "выполнено", "progress/2.4/note": ""}
    assert (kept.by, kept.at) == ("вторая", FIRST + timedelta(minutes=1))
    assert not desk.drafts.of("Ш07", NOV).values
    desk.drafts.drop("Ш05", NOV)
    assert (desk.drafts.of("Ш05", NOV).values, len(desk.drafts.of("Ш05", DEC).values)) == ({}, 1)


def test_the_centre_sees_what_was_sent_and_nothing_before(desk):
    mine = desk.post.add("Ш05", NOV, "file", "ноябрь.xlsx", b"xlsx", by=DIRECTOR)
    desk.post.answer(mine.number, "Ш05", {("Месяц", "G14"): "18.11.2026"})
    assert desk.post.waiting() == []
    desk.post.send(mine.number, "Ш05")
    [waiting] = desk.post.waiting()
    assert (waiting.school, waiting.month, waiting.data, dict(waiting.answers), waiting.state) == (
        "Ш05", NOV, b"xlsx", {("Месяц", "G14"): "18.11.2026"}, "sent")


def test_what_was_accepted_keeps_the_day_it_was_sent_on(desk):
    moments = []
    for month in (NOV, NOV, None):
        mine = desk.post.add("Ш05", month, "file", "ноябрь.xlsx", b"xlsx", by=DIRECTOR)
        moments.append(desk.post.send(mine.number, "Ш05").at)
        assert bool(desk.post.first_sent()) is (len(moments) > 1)
        desk.post.accepted(mine.number, "Ш05", 7, by=CENTRE)
    assert desk.post.first_sent() == {("Ш05", NOV): moments[0]}


def test_a_newer_one_of_the_month_takes_the_place_of_the_older(desk):
    older, other = (desk.post.add("Ш05", month, "file", "1.xlsx", b"1", by=DIRECTOR) for month in (NOV, DEC))
    desk.post.send(older.number, "Ш05")
    newer = desk.post.add("Ш05", NOV, "form", "2.xlsx", b"2", by=DIRECTOR)
    desk.post.send(newer.number, "Ш05")
    assert [(one.number, one.state) for one in desk.post.lying("Ш05")] == [
        (other.number, "open"), (newer.number, "sent")]
    assert [(one.number, one.state, one.note) for one in desk.post.over("Ш05")] == [
        (older.number, "withdrawn", "заменён более новым")]


@pytest.mark.parametrize(("over", "state", "words"), [
    (lambda post, n: post.accepted(n, "Ш05", 101, by=CENTRE), "accepted", ("", 101)),
    (lambda post, n: post.give_back(n, "Ш05", "не та школа", by=CENTRE), "returned", ("не та школа", None)),
    (lambda post, n: post.take_back(n, "Ш05", by=DIRECTOR), "withdrawn", ("", None))])
def test_what_is_over_keeps_its_line_and_no_bytes(desk, over, state, words):
    mine = desk.post.add("Ш05", NOV, "file", "1.xlsx", b"a word of the file", by=DIRECTOR)
    desk.post.answer(mine.number, "Ш05", {("Месяц", "F2"): "да"})
    desk.post.send(mine.number, "Ш05")
    over(desk.post, mine.number)
    [line] = desk.post.over("Ш05")
    assert (line.state, (line.note, line.upload), line.data, dict(line.answers)) == (state, words, b"", {})
    with pytest.raises(NotThere):
        over(desk.post, mine.number)


@pytest.mark.parametrize("deed", [
    lambda post, n: post.one(n, "Ш07"), lambda post, n: post.answer(n, "Ш07", {("Месяц", "F2"): "да"}),
    lambda post, n: post.send(n, "Ш07"), lambda post, n: post.take_back(n, "Ш07", by="другой"),
    lambda post, n: post.give_back(n, "Ш05", "ещё не отправлен", by=CENTRE)])
def test_what_is_not_theirs_is_not_there(desk, deed):
    mine = desk.post.add("Ш05", NOV, "file", "1.xlsx", b"1", by=DIRECTOR)
    with pytest.raises(NotThere):
        deed(desk.post, mine.number)
    assert (desk.post.lying("Ш07"), len(desk.post.lying("Ш05"))) == ([], 1)


def test_the_last_reading_stays_whoever_read(desk):
    assert desk.seen.when("Ш05", "sheet 2026-11") is None
    for by in (DIRECTOR, "заместитель", DIRECTOR):
        desk.seen.note("Ш05", "sheet 2026-11", by=by)
    assert desk.seen.when("Ш05", "sheet 2026-11") == FIRST + timedelta(minutes=2)


def test_an_answer_may_leave_a_cell_empty_and_is_taken_back_by_none(desk):
    mine = desk.post.add("Ш05", NOV, "file", "1.xlsx", b"1", by=DIRECTOR)
    empty, number = ("Педагоги", "D6"), ("Педагоги", "D7")
    assert dict(desk.post.answer(mine.number, "Ш05", {empty: "", number: "72"}).answers) == {empty: "", number: "72"}
    assert dict(desk.post.answer(mine.number, "Ш05", {number: None}).answers) == {empty: ""}
