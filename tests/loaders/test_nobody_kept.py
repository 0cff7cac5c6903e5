"""An attack: invented people in every spelling behind every door; afterwards they stand nowhere."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from shnor.loaders.check import check, check_grids
from shnor.loaders.types import Checked
from shnor.service import bases
from shnor.service.centre.setup import without_people
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.copied import unpacked
from tests.loaders.made import KNOWN, PROGRESS, grid, xlsx
from tests.service.conftest import DAY, PLAN, SCHOOLS, file

SPELLINGS = (
    "Дверникова Злата Петровна", "ДВЕРНИКОВА ЗЛАТА ПЕТРОВНА", "Дверниковой Златы Петровны", "Дверникова З. П.",
    "Дверникова З.П", "Дверникова З П", "Дверникова ЗП", "З. П. Дверникова", "З.П.Дверникова", "ДВЕРНИКОВА З.П.",
    "Дверникова\u00a0З.\u00a0П.", "Дверникова\nЗлата\nПетровна", "Двepникова Злата Петровна", "Дверникова Мария",
    "Мария Дверникова", "Марией Дверниковой", "Дверников Пров Кузьмич", "Дверникову Прову Лукичу",
    "Дверникова Злата Ильинична", "учитель Дверникова", "исп. Дверникова")
SECRET = re.compile(r"двер.?ник|дв[eе]p?.?ников|злат|пров[\s у]|кузьмич|лукич|ильинич|dvernik|"
                    r"112.?233.?445|8 918 123", re.I)
OTHERS = ("112–233–445 95", "112 233 445 95", "dvernikova@mail.example", "8 918 123-45-67", "+7 (918) 123-45-67")
MONTHS = ("февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь")
ROW = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется")


def everything(result: Checked) -> str:
    """All that could be stored or shown of a file."""
    return repr((result.file, result.dropped, result.issues, result.grids, result.people,
                 [(batch.table.to_pylist(), batch.places) for batch in result.batches]))


def hits(result: Checked) -> list[str]:
    text = everything(result)
    return [text[max(0, hit.start() - 60):hit.end() + 20] for hit in SECRET.finditer(text)][:3]


def csv(*rows: tuple) -> bytes:
    quoted = (";".join('"' + str(cell or "") + '"' for cell in row) for row in rows)
    return "\n".join(quoted).encode("utf-8-sig")


def docx(text: str) -> bytes:
    document, stream = Document(), BytesIO()
    document.add_paragraph(f"Составлено: {text}")
    rows = (PROGRESS, (*ROW, "", "", "", text))
    table = document.add_table(len(rows), len(PROGRESS))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, value in zip(cells.cells, texts, strict=True):
            cell.text = value
    document.save(stream)
    return stream.getvalue()


def sheet_name(text: str) -> str:
    return re.sub(r"[\n\u00a0]", " ", text)[:31]


def note(text: str) -> tuple:
    return (*ROW, None, None, None, text)


DOORS: dict[str, Callable[[str], Checked]] = {
    "cell": lambda text: check("отчёт.xlsx", xlsx(PROGRESS, note(text)), KNOWN),
    "inside-a-note": lambda text: check("отчёт.xlsx", xlsx(PROGRESS, note(f"сделано, {text}; см. план")), KNOWN),
    "head": lambda text: check("отчёт.xlsx", xlsx((*PROGRESS, f"Отметка: {text}"), (*note("да"), 3)), KNOWN),
    "above": lambda text: check("отчёт.xlsx", xlsx((f"Подготовила: {text}",), (), PROGRESS, note("да")), KNOWN),
    "sheet-name": lambda text: check_grids("отчёт.xlsx", "0" * 64, [
        grid(PROGRESS, note("да"), sheet=sheet_name(text))], KNOWN),
    "file-name": lambda text: check(f"Отчёт {text}.xlsx".replace("\n", " "), xlsx(PROGRESS, note("да")), KNOWN),
    "file-name-underscores": lambda text: check(
        "_".join(f"Отчёт {text}.xlsx".split()), xlsx(PROGRESS, note("да")), KNOWN),
    "wrong-value": lambda text: check("отчёт.xlsx", xlsx(PROGRESS, (*ROW[:3], text)), KNOWN),
    "wrong-school": lambda text: check("отчёт.xlsx", xlsx(PROGRESS, (text, *ROW[1:])), KNOWN),
    "docx": lambda text: check("отчёт.docx", docx(text), KNOWN),
    "csv": lambda text: check("отчёт.csv", csv(PROGRESS, note(text)), KNOWN),
    "pasted": lambda text: check("Вставлено.txt", "\n".join("\t".join(str(cell or "") for cell in row) for row in (
        PROGRESS, note(" ".join(text.split("\n"))))).encode(), KNOWN),
    "form": lambda text: check("анкета.csv", csv(
        ("Отметка времени", "Школа", "Кто помог?", "Полезно?"),
        *((f"1{day}.11.2026 10:00:00", ROW[0], text, "да") for day in range(4))), KNOWN),
    "list-of-counts": lambda text: check("опрос.csv", csv(
        ("Опрос", "Помощь"), ("Когда", "ноябрь 2026"), ("Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос"),
        ("Кого наблюдали", text, 3, 10), ("Полезно?", "да", 7, 10), ("Полезно?", "нет", 3, 10)), KNOWN),
    "answer-to-a-cell": lambda text: check("отчёт.xlsx", xlsx(PROGRESS, note("да")), KNOWN, {("Лист1", "H2"): text}),
    "answer-to-a-question": lambda text: check("опрос.csv", csv(
        ("Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос"), ("Полезно?", "да", 7, 10)), KNOWN,
        {("Таблица 1", ""): f"Опрос: {text}"}),
    "event": lambda text: check("журнал.csv", csv(
        ("Дата", "Вид", "Тема", "Участников", "Ведущий"), ("06.10.2026", "семинар", f"Опыт: {text}", 14, text)), KNOWN),
    "need": lambda text: check("вопросы.csv", csv(
        ("Школа", "Месяц", "№", "Что нужно"), (*ROW[:2], 1, f"совет: {text}")), KNOWN),
    "listeners": lambda text: check("курсы.csv", csv(
        ("№", "Слушатель", "Предмет", "Программа", "Часов"), (1, text, "физика", "Опыты дома", 18),
        (2, "Осинкина", "химия", "Опыты дома", 18), (3, "Ольхин", "химия", "Опыты дома", 18)), KNOWN),
}


@pytest.mark.parametrize("text", [*SPELLINGS, *OTHERS])
@pytest.mark.parametrize("door", DOORS)
def test_behind_no_door_anybody_is_kept(door, text):
    assert hits(DOORS[door](text)) == []


@pytest.mark.parametrize("text", [*SPELLINGS, *OTHERS, "Дверникова"])
def test_a_reason_names_nobody(text):
    assert not SECRET.search(without_people(text))
    if text != "Дверникова":
        assert not SECRET.search(without_people(f"прислали не то, {text}"))


@pytest.mark.parametrize("head", ["Слушатель", "Педагог", "Кто вёл урок", "Наставник", "Чей урок?"])
@pytest.mark.parametrize("names", [("Осинкина", "Ольхин", "Осинкин Пров Кузьмич"), ("Осинкина", "Ольхин", "Бай Ли"),
                                   ("Осинкина",), ("Ольхин С. В.", "Тополева")])
def test_a_column_of_people_goes_whole(head, names):
    rows = (("№", head, "Предмет"), *((place, name, "химия") for place, name in enumerate(names, 1)))
    result = check("список.csv", csv(*rows), KNOWN)
    assert not any(name in everything(result) for name in names)


@pytest.mark.parametrize(("head", "cells"), [
    ("Школа", ("Школа Пифагора", "Гимназия им. Ольхина", "Лицей Королёва")),
    ("Тема", ("Калинка", "Картина мира", "План")),
    ("Населённый пункт", ("Осинкина", "Ольхово", "Тополева")),
    ("Учебник", ("Ольхин А. А., 7 класс", "Мордкович", "Атанасян")),
    ("Предмет", ("Русский", "Родной язык", "Физика")), ("Для кого", ("Родителей", "Учителей", "Всех")),
    ("Кто проводил", ("центр", "школа", "Методист")), ("Ответственный", ("УО", "Директор школы", "И. о. директора"))])
def test_what_is_nobody_stays(head, cells):
    rows = (("№", head, "Сколько"), *((place, cell, 5) for place, cell in enumerate(cells, 1)))
    text = everything(check("список.csv", csv(*rows), KNOWN))
    assert [cell for cell in cells if cell not in text and not cell.startswith("Ольхин")] == []


def test_not_a_byte_of_anybody_in_the_data_folder(tmp_path):
    """The main doors through acceptance, then the base and a copy of it."""
    path = tmp_path / "data" / "base.duckdb"
    path.parent.mkdir()
    store = bases.open_base(path, now=noon)
    rows = [(f"{month} 2026", number) for month in MONTHS for number in ("1.1", "1.2", "2.1")]
    marks = [["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Пояснение школы"], *(
        ["План № 5", "МБОУ ООШ № 5", *row, "выполняется", text.replace("\n", " ")]
        for row, text in zip(rows, (*SPELLINGS, *OTHERS), strict=False))]
    events = [["Дата", "Вид", "Тема", "Участников"], ["06.10.2026", "семинар", "Опыт Дверниковой З. П.", "14"]]
    needs = [["Школа", "Месяц", "№", "Что нужно"], ["МБОУ ООШ № 5", "октябрь 2026", "1", "ДВЕРНИКОВА ЗЛАТА ПЕТРОВНА"]]
    for given in (file("школы.csv", SCHOOLS), file("планы.csv", PLAN), file("Отчёт Дверникова З.П.csv", marks),
                  file("журнал Дверникова.csv", events), file("вопросы.csv", needs)):
        [item] = drop.review(store, [Incoming(given.name, given.data)], DAY)
        assert item.ready, item.checked.issues
        drop.accept_all(store, [item], by=COORDINATOR)
    store.copy_to(tmp_path / "data" / "copy.zip", COORDINATOR)
    unpacked(tmp_path / "data" / "copy.zip")
    store.close()
    for kept in Path(tmp_path).rglob("*"):
        data = kept.read_bytes() if kept.is_file() else b""
        for word in ("Дверник", "ДВЕРНИК", "Злат", "ЗЛАТ", "Кузьмич", "dvernik", "112–233", "123-45-67"):
            assert word.encode() not in data, (kept.name, word)
