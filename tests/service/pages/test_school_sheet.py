"""What the printed page of a school says of it."""

from datetime import date

import pytest

from shnor.reports.sheet import SchoolSheet
from shnor.service.month import workbook
from shnor.service.month.owed import Cell
from shnor.service.pages import school_sheet
from tests.service.conftest import DAY, FILLED, MARKS, PLAN, SCHOOLS, file

SCHOOL = "МБОУ ООШ № 5"
LISTED = [["Школа", "Статус", "Действует с", "Действует по", "Документ"],
          [SCHOOL, "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"]]
NAMED = [PLAN[0], ["План № 5", SCHOOL, "3.1", "Кадры", "Меры для школ с низкими результатами", "2026", "1",
                   "декабрь 2026"]]
WORKS = [["Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "5", "4", "3", "2"],
         ["ВПР", "", "2024/25", SCHOOL, "5", "математика", "12", "1", "3", "3", "5"],
         ["ВПР", "", "2025/26", SCHOOL, "6", "математика", "11", "1", "3", "3", "4"]]
COURSES = [["Школа", "Когда", "Предмет или должность", "Программа", "Часов", "Человек", "Удостоверений"],
           [SCHOOL, "октябрь 2026", "математика", "ОГЭ", "36", "4", "5"]]
SURVEY = [["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос",
           "Сколько опрашивали", "Положительный ответ", "Последний день ответов"],
          ["Помощь", "ноябрь 2026", SCHOOL, "педагоги", "Адресная?", "да", "9", "11", "13", "да", "20.11.2026"]]
EVENTS = [["Дата", "Вид", "Тема", "Кто проводил", "Участников", "Школы"],
          ["18.11.2026", "консультация", "ОГЭ", "тьютор", "3", "ООШ № 5"],
          ["11.11.2026", "выезд", "уроки", "наставник", "", "ООШ № 9"]]
QUESTIONS = [["Школа", "Месяц", "№", "Что нужно", "Ответить до"],
             [SCHOOL, "ноябрь 2026", "1", "тьютор по физике", "04.12.2026"]]


@pytest.fixture
def beginning(request):
    more = (("перечень.csv", LISTED), ("ещё.csv", NAMED), ("впр.csv", WORKS), ("курсы.csv", COURSES),
            ("опрос.csv", SURVEY), ("дела.csv", EVENTS), ("вопросы.csv", QUESTIONS))
    if "told" in request.fixturenames:
        return [*FILLED, *(file(name, table) for name, table in more)]
    return FILLED if "filled" in request.fixturenames else ()


@pytest.fixture
def told(store):
    return store


def sheet(store, **options) -> SchoolSheet:
    with store.view() as view:
        return school_sheet.build(view, "Ш05", day=DAY, **options)


def test_what_is_needed_comes_first_with_its_day(told):
    with told.view() as view:
        book = workbook.book(view, "Ш05", date(2026, 12, 1))
        needed = school_sheet.build(view, "Ш05", day=DAY, book=book).needed
    assert needed[0] == ("до 25.12.2026", f"вернуть отчёт за декабрь 2026: {book.asked}\u00a0ячеек")
    assert needed[1:] == (("срок 31.10.2026", "1.2 «Семинар»: не выполнено; причина: «перенесём на декабрь»"),
                          ("до 31.12.2026", "2.1 «Пробная работа»"), ("до 31.12.2026", "мероприятие № 3.1"))


def test_older_reports_are_named_once_by_their_day_and_counted(filled):
    """Of five the four with the earliest day; the rest of March was moved to April."""
    cells = [Cell("Ш05", "month", date(2026, month, 1), "waiting", date(2026, month, 25)) for month in (2, 4, 5, 9)]
    part = Cell("Ш05", "month", date(2026, 3, 1), "partial", date(2026, 4, 30), missing=("Педагоги",))
    needed = sheet(filled, owing=(cells[3], part, *cells[:3])).needed
    assert [(when, what.replace("\u00a0", " ")) for when, what in needed[:5]] == [
        ("срок 25.02.2026", "сдать отчёт за февраль"), ("срок 25.04.2026", "сдать отчёт за апрель"),
        ("срок 30.04.2026", "дополнить отчёт за март: нет листа «Педагоги»"),
        ("срок 25.05.2026", "сдать отчёт за май"), ("", "и ещё 1 отчёт за прошлые месяцы")]


def test_deadlines_that_find_no_room_are_counted(filled, send):
    """Of six ahead and five of which nothing is known the first four are named."""
    rows = [["План № 9", "МБОУ ООШ № 9", f"2.{n}", "Уроки", "Открытый урок", "2026", "1", f"до {n + 10}.{month}.2026"]
            for month in ("10", "12") for n in range(1, 7 if month == "12" else 5)]
    numbered = [[*row[:2], f"2.{place}", *row[3:]] for place, row in enumerate(rows, 1)]
    send(file("ещё.csv", [PLAN[0], *numbered]))
    with filled.view() as view:
        needed = school_sheet.build(view, "Ш09", day=DAY).needed
    assert [what.replace("\u00a0", " ") for when, what in needed if not when] == [
        "и ещё 1 срок: нет сведений", "и ещё 2 срока впереди"]


def test_four_parts_of_the_roadmap(told):
    page = sheet(told)
    assert page.roadmap == "Дорожная карта, 2026. Срок наступил: 2 из 4"
    assert page.parts == (("подтверждено", 1), ("выполнено, документ ожидается", 0), ("не выполнено", 1),
                          ("нет сведений", 0))
    assert page.beside == "Впереди 2"


@pytest.mark.parametrize(("state", "said"), [
    pytest.param("выполняется", "нет сведений, сообщите в отчёте; последнее слово: выполняется, 31.10.2026",
                 id="told-before-the-deadline"),
    pytest.param("не выполнено", "не выполнено; причина: «дополнили»", id="not-done")])
def test_a_deadline_told_of_before_its_day_keeps_the_last_word(filled, send, state, said):
    """1.2 was due by 31.10 and the report of October is of that day."""
    send(file("октябрь.csv", [MARKS[0], [*MARKS[2][:4], state, "", "", "дополнили"]]))
    assert sheet(filled).needed[0] == ("срок 31.10.2026", f"1.2 «Семинар»: {said}")


def test_work_done_early_stands_beside_the_four_parts(filled, send):
    """2.1 is due by 31.12 and was done in November; 1.2 was due by 31.10 and is done, nobody says when."""
    plan, school = MARKS[1][:2]
    send(file("ноябрь.csv", [MARKS[0],
                             [plan, school, "ноябрь 2026", "2.1", "выполнено", "18.11.2026", "справка № 2", ""],
                             [plan, school, "ноябрь 2026", "1.2", "выполнено", "", "справка № 3", ""]]))
    page = sheet(filled)
    assert (page.roadmap, page.beside) == ("Дорожная карта, 2026. Срок наступил: 2 из 3",
                                           "У выполненных дата не названа: 1 · выполнено раньше срока 1")


def test_results_in_counts_with_what_may_be_said(told):
    results = sheet(told).results
    assert results.head == ("Работа", "2024/25", "2025/26", "что можно сказать")
    assert results.rows[0][:3] == ("ВПР, математика, те же обучающиеся (5 → 6 класс)", "5 из 12", "4 из 11")
    assert "мало участников" in results.rows[0][3]
    assert (results.pictures[0].before, results.pictures[0].after) == ((5, 12), (4, 11))
    assert (round(results.pictures[0].low, 3), round(results.pictures[0].high, 3)) == (0.152, 0.646)


@pytest.mark.parametrize(("twos", "word", "note"), [
    pytest.param(("60", "58"), "пока не вывод", "", id="no-conclusion-no-note"),
    pytest.param(("60", "5"), "снижение подтверждается", "Сравнений в таблице: 1, поправка на их число не нужна.",
                 id="a-conclusion-hangs-on-their-number")])
def test_the_number_of_comparisons_is_said_where_a_conclusion_hangs_on_it(filled, send, twos, word, note):
    """A hundred and one children each year; of them so many got a «2»."""
    rows = [["ВПР", "", year, SCHOOL, grade, "математика", "101", "0", "0", str(101 - int(n)), n]
            for year, grade, n in (("2024/25", "5", twos[0]), ("2025/26", "6", twos[1]))]
    send(file("впр.csv", [WORKS[0], *rows]))
    results = sheet(filled).results
    assert results.rows[0][3].startswith(word)
    assert results.note == note


def test_help_courses_survey_words_and_questions(told):
    page = sheet(told)
    assert page.help == ("с января 2026 года: 1\u00a0консультация",)
    assert page.courses == ("за 2026 год завершили курсы 4\u00a0педагога · получено 5\u00a0удостоверений",)
    assert page.survey == ("«Адресная?»: 9 из 11 (82\u00a0%), мало участников (ответили 11 из 13)",)
    assert page.words == (("октябрь 2026, 1.2", "перенесём на декабрь"),)
    assert [what for _, what in page.questions] == ["тьютор по физике → ответ до 04.12.2026"]


def test_in_january_the_year_before_is_named(told):
    with told.view() as view:
        page = school_sheet.build(view, "Ш05", day=date(2027, 1, 11))
    assert page.help == ("в 2027 году записей нет; в 2026 — 1: 1\u00a0консультация",)
    assert page.courses == ("за 2027 год записей нет; за 2026 год завершили курсы 4\u00a0педагога · получено "
                            "5\u00a0удостоверений",)


@pytest.mark.parametrize(("with_status", "about", "text"), [
    pytest.param(False, "", "мероприятие № 3.1", id="without"),
    pytest.param(True, "ШНОР", "3.1 «Меры для школ с низкими результатами»", id="with")])
def test_the_status_is_named_only_when_asked(told, with_status, about, text):
    page = sheet(told, with_status=with_status)
    assert page.about == about
    assert page.needed[-1] == ("до 31.12.2026", text)


def test_a_school_nothing_is_known_of(store, send):
    send(file("школы.csv", SCHOOLS))
    page = sheet(store)
    assert page == SchoolSheet(school=SCHOOL, day=DAY)
