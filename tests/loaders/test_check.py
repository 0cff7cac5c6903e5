"""The one door: whole files, continued tables, every sentence said."""

import json
import string
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.datasets import KINDS
from shnor.loaders.check import check, check_grids
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.findings import Findings
from shnor.loaders.types import KEEP
from shnor.workbooks.template import template
from tests.loaders.made import KNOWN, NOBODY, PROGRESS, checked, grid, records, said, xlsx

TRUTH = json.loads((Path(__file__).parent / "data" / "kislovodsk.json").read_text("utf-8"))
HEADER = (("№ п/п", "Наименование задачи/мероприятия", "Результат выполнения мероприятия", None,
           "Срок реализации, годы", None, None, "Исполнитель и соисполнители мероприятия"),
          (None, None, "наименование", "плановое значение", "2020 г.", "2021 г.", "2022 г.", None),
          tuple("12345678"))
MERGED = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 6), (0, 7, 1, 7))
TITLE = "Дорожная карта на 2020-2022 гг."


def fragments() -> list[list[tuple]]:
    """The real plan torn into its four pieces; only the first has a header. A section row opens the first and third."""
    names = ("no", "name", "result", "plan", "y2020", "y2021", "y2022", "responsible")
    pieces = [[tuple(a[name] or None for name in names) for a in TRUTH if a["fragment"] == n] for n in range(4)]
    pieces[0].insert(0, ("1. Первое направление",))
    pieces[2].insert(1, ("3. Третье направление",))
    return pieces


def test_a_list_without_a_register_says_once_that_there_is_none():
    staff = xlsx(("Школа", "На дату", "Предмет", "Всего"),
                 *(("МБОУ ООШ № 5", "20.09.2026", subject, 2) for subject in ("математика", "физика", "химия")))
    result = check("кадры.xlsx", staff, NOBODY)
    assert said(result) == [("A2", "no-register")]


def test_an_empty_cell_of_a_list_without_a_register_is_said_too():
    staff = xlsx(("Школа", "На дату", "Предмет", "Всего"), ("МБОУ ООШ № 5", "20.09.2026", "математика", 2),
                 ("-", "20.09.2026", "физика", 1))
    assert said(check("кадры.xlsx", staff, NOBODY)) == [("A2", "no-register"), ("A3", "required")]


def document() -> bytes:
    made = Document()
    made.add_paragraph(TITLE)
    for number, rows in enumerate(fragments()):
        every = [*(HEADER if number == 0 else ()), *rows]
        table = made.add_table(len(every), 8)
        for r, row in enumerate(every):
            for c, value in enumerate(row):
                table.cell(r, c).text = value or ""
        for top, left, bottom, right in MERGED if number == 0 else ():
            table.cell(top, left).merge(table.cell(bottom, right))
        made.add_paragraph("")
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_document_torn_into_tables():
    result = check("план.docx", document(), NOBODY)
    [batch] = result.batches
    assert (batch.sheet, batch.rows, len(batch.table)) == ("Таблица 1", 16, 48)
    assert [(i.sheet, i.cell) for i in result.issues] == [("Таблица 3", "D5"), ("Таблица 4", "E4")]
    cells = dict(records(result, "number", "cell"))
    assert (cells["1.2"], cells["1.3"], cells["4.8"]) == ("G6", "Таблица 2!G1", "Таблица 4!G6")
    assert {d: n for n, d in records(result, "number", "direction")} == {
        "Первое направление": "2.3", "Третье направление": "4.8"}


def test_sheets_that_go_on():
    pieces = fragments()
    grids = [grid((TITLE,), *HEADER, *pieces[0], sheet="стр. 1"), *(grid(*rows, sheet=f"стр. {n + 2}")
                                                                  for n, rows in enumerate(pieces[1:]))]
    result = checked(*grids, known=NOBODY)
    assert [(batch.sheet, batch.rows) for batch in result.batches] == [("стр. 1", 16)]
    assert [(i.sheet, i.code) for i in result.issues] == [("стр. 3", "plan-against-years"), ("стр. 4", "empty-year")]


def test_the_header_repeated_on_every_page():
    pieces = fragments()
    grids = [grid((TITLE,), *HEADER, *pieces[0], *HEADER, *pieces[1], sheet="1"), grid(*HEADER, *pieces[2], sheet="2")]
    assert [batch.rows for batch in checked(*grids, known=NOBODY).batches] == [10]


def test_a_workbook_of_bytes():
    data = xlsx(PROGRESS, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", "72 часа"))
    result = check("отчёт.xlsx", data, KNOWN)
    assert [(i.sheet, i.cell, i.code) for i in result.issues] == [("Лист1", "F2", "number-doubt")]
    assert result.issues[0].message == (
        "Лист «Лист1», F2, «Сделано за месяц, число»: «72 часа» — какое здесь число? Выберите или "
        "впишите его цифрами, например 1. Без ответа число не запишется.")
    assert check("отчёт.xlsx", data, KNOWN) == result


@pytest.mark.parametrize(("name", "data"), [
    ("пустой.xlsx", b""), ("рисунок.xlsx", b"\x89PNG\r\n\x1a\n"), ("~$отчёт.xlsx", b"x")])
def test_what_is_no_table(name, data):
    result = check(name, data, NOBODY)
    assert (len(result.issues), result.issues[0].severity, result.batches, result.acceptable) == (1, "error", (), False)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_an_empty_template_is_known_and_has_no_rows(kind):
    result = check("шаблон.xlsx", template(kind), KNOWN)
    assert [(issue.sheet, issue.code) for issue in result.issues] == [(kind.sheet, "no-rows")]


def test_a_hidden_remark_beside_a_report_is_no_table():
    remark = grid(("как заполнять", "пишите кратко"), ("дата", "день"), sheet="Подсказка")
    result = checked(grid(PROGRESS, ("МБОУ ООШ № 5", "11.2026", "1.1", "выполняется")), remark)
    assert (said(result), len(result.batches), len(result.grids)) == ([], 1, 2)


FORBIDDEN = ("!", "загрузк", "просроч", "пользовател", "датасет", "метрик", "валид", "None", "null")


@pytest.mark.parametrize("issue", ISSUES.values(), ids=lambda issue: issue.code)
def test_every_sentence(issue):
    facts = {name: "…" for _, name, _, _ in string.Formatter().parse(issue.template) if name}
    sentence = issue.template.format(**facts)
    assert sentence.endswith((".", "?")), sentence
    assert not [word for word in FORBIDDEN if word in sentence.replace("{", "").lower()]
    assert issue.title
    assert not issue.title.endswith(".")


WORDS = st.sampled_from([None, "№", "Состояние", "Месяц", "Школа", "Срок", "Мероприятие", "План", "1.1", "вып.",
                         "2020 г.", "Итого", "ноябрь 2026", 5.0, -1, float("nan"), "#ССЫЛКА!", "=", "да",
                         "Форма М-1 · 2026-11 · Ш05 · 7F3A"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.one_of(WORDS, st.text(max_size=8)), min_size=1, max_size=7), min_size=1, max_size=8))
def test_nothing_raises(rows):
    answers = {("Лист1", "A1"): "№", ("Лист1", "C9"): ""}
    result = check_grids("любой.xlsx", "0", (grid(*map(tuple, rows)),), KNOWN, answers)
    assert result.batches or result.issues


def test_rows_of_a_hidden_sheet_are_told():
    rows = (("Школа", "На дату", "Предмет", "Всего, чел."), ("МБОУ ООШ № 5", "20.09.2026", "физика", 1))
    result = checked(replace(grid(*rows, sheet="Старый"), hidden=True))
    assert ([(issue.sheet, issue.code) for issue in result.issues], result.acceptable) == (
        [("Старый", "hidden-sheet")], True)


@pytest.mark.parametrize(("rows", "cell"), [
    pytest.param((("Школа", "На дату", "Предмет", "Всего, чел."), ("МБОУ ООШ № 5", "20.09.2027", "физика", 1)), "B2",
                 id="staff"),
    pytest.param((("Опрос", "Когда", "Вопрос", "Вариант", "Выбрали", "Положительный ответ"),
                  ("А", "2028", "Помогли?", "да", 9, "да")), "B2", id="survey"),
    pytest.param((("Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "5", "4", "3", "2"),
                  ("ВПР", "2030/31", "МБОУ ООШ № 5", 6, "физика", 4, 1, 1, 1, 1)), "B2", id="results"),
])
def test_a_time_that_has_not_begun_is_asked(rows, cell):
    assert said(checked(grid(*rows))) == [(cell, "not-begun")]
    assert said(checked(grid(*rows), answers={("Лист1", cell): KEEP})) == []


@pytest.mark.parametrize(("sheets", "starts"), [
    pytest.param(("Таблица 1",), ["D2, «Состояние»: "], id="a-typed-text-has-no-sheet"),
    pytest.param(("Таблица 1", "Таблица 2"), ["Таблица 1, D2, «Состояние»: ", "Таблица 2, D2, «Состояние»: "],
                 id="tables-of-a-document"),
    pytest.param(("Отчёт",), ["Лист «Отчёт», D2, «Состояние»: "], id="a-sheet")])
def test_only_a_sheet_is_called_a_sheet(sheets, starts):
    row = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "готово на четверть", None, None, None, None)
    result = checked(*(grid(PROGRESS, row, sheet=sheet) for sheet in sheets))
    told = [issue.message for issue in result.issues if issue.cell == "D2"]
    assert [message[:len(start)] for message, start in zip(told, starts, strict=True)] == starts


def test_an_answer_about_a_topic_stands_for_no_cell():
    data = xlsx(("Школа", "На дату", "Предмет", "Всего"), ("МБОУ ООШ № 5", "20.09.2026", "математика", 2))
    topics = {("Лист", "скрытые строки"): "взять", ("Sheet", "скрытые строки 2"): "взять", ("Sheet", ""): "взять"}
    assert check("кадры.xlsx", data, KNOWN, topics) == check("кадры.xlsx", data, KNOWN)


def test_a_question_about_a_topic_is_asked_once_and_kept_apart_from_its_cell():
    findings = Findings({("Лист", "порядок дня и месяца"): KEEP})
    findings.add("other-table", "Лист", "B2", topic="порядок дня и месяца", seen="")
    findings.add("hidden-sheet", "Лист", "B2", topic="скрытый лист", count=1)
    findings.add("not-whole", "Лист", "B2", "x", column="Всего", example="2")
    assert [(issue.code, issue.key) for issue in findings.issues] == [
        ("hidden-sheet", ("Лист", "скрытый лист")), ("not-whole", ("Лист", "B2"))]
