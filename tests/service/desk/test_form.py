"""The month's report typed on a page: the same workbook, cells under names that stay, texts without people."""

from datetime import date

import pytest

from shnor.desk import Desk
from shnor.loaders.types import Issue
from shnor.scope import Actor, Scope
from shnor.service.desk import arrive, ask, check, deliver, draft, form, seen
from shnor.service.desk.own import LONGEST, Refused
from shnor.store import Preview
from tests.actors import director
from tests.clock import noon
from tests.service.conftest import file
from tests.service.desk.conftest import DIRECTOR, NOV, cell, returned
from tests.workbooks.cells import cells_of

QUESTION = Issue("which-day", "question", "Месяц", "G12", "18", "Какой это день?")
DONE = {"status": "выполнено", "done_date": "18.11.2026", "done_value": "2", "document": "справка № 3"}


def fill(own, values, number="1.2"):
    for name, text in values.items():
        draft.put(own, cell(name, number), text)


def test_a_form_asks_what_the_workbook_asks(desk_of):
    asked = form.build(desk_of())
    assert [section.sheet for section in asked.sections] == ["Месяц", "Педагоги", "Что провели", "Вопрос центру",
                                                             "Итоги"]
    [line] = asked.of("Месяц").lines
    assert (line.title, line.facts) == ("1.2 Семинар", ("срок: октябрь 2026", "план: 2",
                                                        "отмечено ранее: не выполнено (октябрь)"))
    assert [field.name for field in line.fields] == [cell(name) for name in (*DONE, "note")]
    assert [field.how for field in line.fields] == ["choice", "date", "number", "text", "long"]


def test_the_form_makes_the_workbook_a_school_would_have_sent(desk_of):
    own = desk_of()
    fill(own, DONE)
    sent = deliver.made(own)
    by_hand = returned(own, {"B6": DIRECTOR, "F12": "выполнено", "G12": date(2026, 11, 18), "H12": 2,
                             "I12": "справка № 3"})
    assert cells_of(sent.data) == cells_of(by_hand)
    assert rows(check.look(own, sent).reviewed.preview) == [("1.2", "done", date(2026, 11, 18), 2.0, "справка № 3")]


def rows(preview: Preview):
    return [tuple(row[name] for name in ("number", "status", "done_date", "done_value", "document"))
            for table in preview.tables for row in table.first_added]


def test_no_changes_are_one_deed(desk_of):
    own = desk_of()
    sent = deliver.send(own, deliver.made(own, nothing_new=True).number)
    assert (sent.state, check.look(own, sent).issues) == ("sent", ())
    assert [row[:2] for row in rows(check.look(own, sent).reviewed.preview)] == [("1.2", "unchanged")]


def test_nothing_typed_is_no_report(desk_of):
    own = desk_of()
    draft.put(own, cell("status"), "")
    with pytest.raises(Refused, match="не отмечено ничего"):
        deliver.made(own)


@pytest.mark.parametrize(("typed", "kept", "said"), [
    ("протокол позже", "протокол позже", ""), ("  да  ", "да", ""),
    ("провела Петрова Мария Ивановна", "провела [ФИО]", "фамилию"), ("Кузнецова", "[ФИО]", "фамилию"),
    ("звоните 8 918 123-45-67", "звоните [телефон]", "телефон"), ("a.b@mail.ru", "[почта]", "почту")])
def test_names_do_not_reach_the_file(desk_of, desk, typed, kept, said):
    own = desk_of()
    written = draft.put(own, cell("note"), typed)
    assert (written.text, draft.of(own).values[cell("note")], said in written.said) == (kept, kept, True)
    assert bool(written.said) == bool(said)
    desk.close()
    stored = b"".join(path.read_bytes() for path in desk.database.path.parent.glob("base.desk.sqlite*"))
    assert (typed.strip().encode() in stored) == (not said)


def test_a_text_beyond_any_column_is_refused(desk_of):
    with pytest.raises(Refused, match=r"2.000"):
        draft.put(desk_of(), cell("note"), "а" * (LONGEST + 1))


def test_a_draft_survives_the_process_and_rows_that_come_and_go(desk_of, desk, send):
    own = desk_of()
    fill(own, DONE)
    again = desk_of(desk=Desk(desk.database.path.with_name("base.duckdb"), noon))
    send(file("ещё.csv", [
        ["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"],
        ["План № 5", "МБОУ ООШ № 5", "1.0", "Кадры", "Новое", "2026", "1", "до 10.11.2026"]]))
    assert {line.title for line in form.build(again).of("Месяц").lines} == {"1.0 Новое", "1.2 Семинар"}
    [row] = rows(check.look(again, deliver.made(again)).reviewed.preview)
    assert row[:2] == ("1.2", "done")
    again.desk.close()


def test_what_was_accepted_begins_anew_and_what_came_back_is_mended(desk_of, desk):
    own = desk_of()
    fill(own, DONE)
    sent = deliver.send(own, deliver.made(own).number)
    desk.post.give_back(sent.number, "Ш05", "нет документа", by="координатор")
    assert draft.of(own).values[cell("status")] == "выполнено"
    again = deliver.send(own, deliver.made(own).number)
    desk.post.accepted(again.number, "Ш05", 7, by="координатор")
    draft.put(own, cell("note"), "дополнение")
    assert draft.of(own).values == {cell("note"): "дополнение"}


@pytest.mark.parametrize(("role", "schools"), [
    ("director", {"Ш09"}), ("director", set()), ("head", None), ("curator", {"Ш05"}), ("coordinator", None)])
def test_nobody_else_works_at_the_desk(desk_of, role, schools):
    scope = Scope(role, schools if schools is None else frozenset(schools))
    with pytest.raises(Refused):
        desk_of("Ш05", who=lambda: Actor("кто-то", scope))


def test_two_tabs_do_not_overwrite_each_other(desk_of):
    one, other = desk_of(), desk_of(who=lambda: Actor("заместитель", director("Ш05").scope))
    fill(one, {"status": "выполнено"})
    fill(other, {"note": "протокол позже"})
    assert draft.of(one).values == {cell("status"): "выполнено", cell("note"): "протокол позже"}
    assert (NOV, draft.of(one).by) == (one.month, "заместитель")


@pytest.mark.parametrize("deed", [
    lambda own: draft.put(own, cell("note"), "да"), lambda own: deliver.made(own, nothing_new=True),
    lambda own: deliver.send(own, 1), lambda own: check.answer(own, own.desk.post.one(1, "Ш05"), QUESTION, "да"),
    lambda own: deliver.take_back(own, 1),
    lambda own: ask.ask(own, "тьютор", "", "", noon()), lambda own: seen.note(own),
    lambda own: arrive.take(own, "1.xlsx", returned(own, {}))],
    ids=["draft", "made", "send", "answer", "take-back", "ask", "seen", "take"])
def test_whoever_lost_the_school_while_the_page_stood_open_does_nothing_more(desk_of, desk, deed):
    now = [director("Ш05")]
    own = desk_of(who=lambda: now[0])
    deliver.made(own, nothing_new=True)
    now[0] = director("Ш09")
    with pytest.raises(Refused, match="сама школа"):
        deed(own)
    assert [one.state for one in desk.post.lying("Ш05")] == ["open"]
