"""A workbook sent back: whose it is, its questions answered by the school, handed in, accepted at once if so wished."""

import io
from datetime import date, timedelta
from hashlib import sha256

import pytest
from openpyxl import load_workbook

from shnor.desk import NotThere
from shnor.scope import Actor
from shnor.service.desk import arrive, ask, check, deliver, seen, standing
from shnor.service.desk.own import Refused
from tests.actors import COORDINATOR, director
from tests.clock import noon
from tests.service.desk.conftest import DIRECTOR, NOV, returned
from tests.workbooks.cells import cells_of

GOOD = {"F12": "выполнено", "G12": date(2026, 11, 18), "I12": "справка № 3"}
TWO_MISTAKES = {**GOOD, "F12": "почти", "G12": "18.11.2062"}


def told(look):
    return [(issue.severity, issue.cell) for issue in look.issues]


def test_the_school_answers_and_sends(desk_of):
    own = desk_of()
    look = check.look(own, arrive.take(own, "ноябрь.xlsx", returned(own, TWO_MISTAKES)).sent)
    assert [cell for _, cell in told(look)] == ["F12", "G12"]
    for text in ("выполнено", "18.11.2026"):
        look = check.look(own, check.answer(own, look.sent, look.issues[0], text))
    assert (told(look), look.against) == ([], "")
    sent = deliver.send(own, look.sent.number)
    assert [(one.school, dict(one.answers)) for one in own.desk.post.waiting()] == [
        ("Ш05", {("Месяц", "F12"): "выполнено", ("Месяц", "G12"): "18.11.2026"})]
    assert standing.told(sent, own.forms).startswith("отправлен 27.11 в 12:0")


def test_an_answer_is_taken_back(desk_of):
    own = desk_of()
    look = check.look(own, arrive.take(own, "ноябрь.xlsx", returned(own, TWO_MISTAKES)).sent)
    answered = check.answer(own, look.sent, look.issues[0], "Петрова Мария Ивановна сделала")
    assert dict(answered.answers) == {("Месяц", "F12"): "[ФИО] сделала"}
    assert told(check.look(own, check.ask_again(own, answered, ("Месяц", "F12")))) == told(look)


def test_an_error_is_mended_before_the_centre_sees_it(desk_of):
    own = desk_of()
    sent = arrive.take(own, "ноябрь.xlsx", returned(own, {"F12": "перенесено"})).sent
    with pytest.raises(Refused, match="когда ошибки исправлены"):
        deliver.send(own, sent.number)
    assert own.desk.post.waiting() == []


@pytest.mark.parametrize(("sent_by", "month", "words"), [
    ("Ш09", NOV, "другой школы"), ("Ш05", date(2026, 10, 1), "другой месяц: октябрь 2026")])
def test_a_blank_of_somebody_else_or_of_another_month(desk_of, sent_by, month, words):
    data = returned(desk_of(sent_by, month=month), {})
    with pytest.raises(Refused, match=words) as refused:
        arrive.take(desk_of(), "отчёт.xlsx", data)
    assert "№ 9" not in str(refused.value)
    assert desk_of().desk.post.lying("Ш05") == []


@pytest.mark.parametrize(("name", "data"), [
    ("школы.csv", "Школа;Отметка\nООШ;5".encode()), ("фото.jpg", b"\xff\xd8\xff\xe0" + b"0" * 100), ("п.xlsx", b"")])
def test_what_is_no_report_is_told_so(desk_of, name, data):
    with pytest.raises(Refused) as refused:
        arrive.take(desk_of(), name, data)
    assert str(refused.value)
    assert desk_of().desk.post.lying("Ш05") == []


def test_names_in_a_file_are_left_out_and_said(desk_of):
    own = desk_of()
    arrived = arrive.take(own, "отчёт Петровой Марии Ивановны.xlsx", returned(own, {
        **GOOD, "J12": "провела Петрова Мария Ивановна", "B6": "Петрова М.И."}))
    cells = cells_of(arrived.sent.data)
    assert cells["Месяц", "J12"] == "провела [ФИО]"
    assert [value for value in (*cells.values(), arrived.sent.file) if "Петров" in str(value)] == []
    assert len(arrived.said) == 2


def test_a_question_names_no_other_school(desk_of, filled):
    """«ООШ № 9» took part in an event: the centre knows it, the school is not asked."""
    own = desk_of()
    data = returned(own, {"A7": "18.11.2026", "B7": "семинар", "C7": "Чтение", "D7": "школа", "G7": "ООШ № 9, № 10"},
                    "Что провели")
    look = check.look(own, arrive.take(own, "ноябрь.xlsx", data).sent)
    assert [issue.code for issue in look.issues] == ["nothing-marked"]
    assert "Ш09" not in repr(look.preview)


def test_a_report_is_taken_back_until_it_is_accepted(desk_of):
    own = desk_of()
    sent = deliver.send(own, deliver.made(own, nothing_new=True).number)
    assert deliver.of_month(own) == (None, sent)
    deliver.take_back(own, sent.number)
    assert [standing.told(one, own.forms) for one in deliver.history(own)] == ["взят обратно 27.11"]
    with pytest.raises(NotThere):
        deliver.take_back(own, sent.number)


@pytest.mark.parametrize(("cells", "wished", "state"), [
    (GOOD, "yes", "accepted"), (GOOD, "", "sent"), ({**GOOD, "H12": "2-3"}, "yes", "sent")])
def test_without_questions_at_once_if_the_centre_wishes(desk_of, filled, cells, wished, state):
    own = desk_of()
    filled.describe(COORDINATOR, **{deliver.AT_ONCE: wished})
    sent = deliver.send(own, arrive.take(own, "ноябрь.xlsx", returned(own, cells)).sent.number)
    newest = filled.uploads()[0]
    assert (sent.state, newest.file == "ноябрь.xlsx") == (state, state == "accepted")
    assert sent.upload == (newest.state if state == "accepted" else None)
    assert (filled.journal()[0].who == DIRECTOR) == (state == "accepted")


def test_a_question_goes_at_once_and_keeps_clear_of_those_of_a_report(desk_of, filled):
    own = desk_of()
    for need in ("тьютор по физике", "Петрова Мария Ивановна нужна"):
        ask.ask(own, need, "до 15.12", "", noon())
    deliver.send(own, arrive.take(own, "ноябрь.xlsx", returned(own, {"A7": "бумага"}, "Вопрос центру")).sent.number)
    with filled.view() as view:
        asked = view.rows("requests").select("school_id", "number", "need", "known_on").order("number").fetchall()
    assert asked == [("Ш05", 101, "тьютор по физике", date(2026, 11, 27)),
                     ("Ш05", 102, "[ФИО] нужна", date(2026, 11, 27))]


def test_a_question_without_words_is_none(desk_of):
    with pytest.raises(Refused):
        ask.ask(desk_of(), "  ", "", "", noon())


def test_who_has_read_the_sheet(desk_of, desk):
    assert seen.seen_on(desk, "Ш05", NOV) is None
    seen.note(desk_of())
    first = seen.seen_on(desk, "Ш05", NOV)
    seen.note(desk_of(who=lambda: Actor("заместитель", director("Ш05").scope)))
    assert first
    assert (seen.seen_on(desk, "Ш05", NOV), seen.seen_on(desk, "Ш09", NOV)) == (first + timedelta(minutes=1), None)


def test_what_is_no_sheet_of_the_report_is_not_kept(desk_of):
    own = desk_of()
    book = load_workbook(io.BytesIO(returned(own, GOOD)))
    book.create_sheet("Заметки")["A1"] = "планы на отпуск"
    stream = io.BytesIO()
    book.save(stream)
    sheets = {sheet for sheet, _ in cells_of(arrive.take(own, "ноябрь.xlsx", stream.getvalue()).sent.data)}
    assert sheets == {"Месяц", "Педагоги", "Что провели", "Вопрос центру", "Итоги"}


def test_a_file_much_larger_than_a_report_is_refused(desk_of):
    own = desk_of()
    words = {f"A{row}": sha256(str(row).encode()).hexdigest() for row in range(20, 4020)}
    with pytest.raises(Refused, match="гораздо больше"):
        arrive.take(own, "ноябрь.xlsx", returned(own, words, "Что провели"))


def test_the_form_and_the_file_take_the_place_of_each_other(desk_of):
    own = desk_of()
    arrive.take(own, "ноябрь.xlsx", returned(own, GOOD))
    made = deliver.made(own, nothing_new=True)
    assert [one.number for one in own.desk.post.lying("Ш05")] == [made.number]
