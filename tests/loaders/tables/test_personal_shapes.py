"""Every form a name, a number or an address of a person is written in goes; what only looks like one stays."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.loaders.check import check, check_grids
from shnor.loaders.tables.personal import clean, header_of_people
from shnor.personal.masks import mask, suspicious
from shnor.service.centre.setup import refuse_people, without_people
from tests.loaders.made import KNOWN, PROGRESS, grid, reports

DATA = Path(__file__).parents[1] / "data"


def probes(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")


GOES, STAYS = probes("personal_goes.tsv"), probes("personal_stays.tsv")


def test_so_many_probes():
    assert (len(GOES) >= 45, len(STAYS) >= 45) == (True, True)


@pytest.mark.parametrize("text", GOES)
def test_what_is_personal_goes(text):
    masked, what = mask(text)
    assert what
    assert suspicious(text)
    secret = [word for word in text.replace("\u00a0", " ").split() if word[:1].isupper() and len(word) > 3]
    assert not any(word.strip(".,:") in masked for word in secret if word not in ("СНИЛС:11223344595", "Исполнитель:"))


@pytest.mark.parametrize("text", GOES)
def test_inside_a_sentence_and_over_lines(text):
    for spelled in (f"выполнено, {text}; см. план", text.replace(" ", "\n", 1), text.replace(" ", "\u00a0")):
        assert mask(spelled)[1], spelled


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_personal_stays(text):
    assert mask(text) == (text, "")
    assert clean(grid(("Что", "Сколько"), (text, 1))).grid.cells[1][0] == text


def test_a_note_is_masked_before_it_is_kept():
    result = reports(("1.1", "выполняется", None, None, None, "ИВАНОВА МАРИЯ ПЕТРОВНА, 8 918 123-45-67, m@mail.ru"))
    note = result.batches[0].table.to_pylist()[0]["note"]
    assert note == "[ФИО], [телефон], [почта]"
    assert "ИВАНОВА" not in repr(result.grids)


@pytest.mark.parametrize(("header", "personal"), [
    *((text, True) for text in ("Контакты", "Контактные данные", "Эл. почта", "Электронная почта", "E-mail",
                                "e-mail педагога", "Моб.", "Сотовый", "Тел.", "Родился", "Родилась", "Год рожд.",
                                "Дата рожд.", "Г.р.", "Адрес электронной почты", "Почта")),
    *((text, False) for text in ("Телефон школы", "E-mail организации", "Мобильность", "Почтовый индекс школы",
                                 "Родители", "Педагог", "Слушатель", "Тема", "Контактных часов")),
])
def test_headers(header, personal):
    assert bool(header_of_people(header)) is personal


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_no_column_of_ours_is_taken_for_one_of_people(kind):
    assert [column.title for column in kind.columns for text in (column.title, *column.synonyms)
            if header_of_people(text) and column.name != "person"] == []


@pytest.mark.parametrize(("head", "cells", "gone"), [
    pytest.param("Педагог", ("Иванова", "Петров", "Сидорчук"), True, id="surnames"),
    pytest.param("Слушатель", ("ИВАНОВА", "ПЕТРОВ", "ШЕВЧЕНКО"), True, id="capitals"),
    pytest.param("Кто помог", ("Кузнецова", "Смирнов", "Белых", "никто"), True, id="answers-of-a-form"),
    pytest.param("Кого вы посетили", ("Лебяжьева", "Ручьёв", "Лебяжьева"), True, id="two-people"),
    pytest.param("Кто провёл", ("школа", "центр", "школа"), False, id="two-words-that-are-nobody"),
    pytest.param("Кто", ("Иванова Мария", "Сергей Петров", "Смирнова МП"), True, id="two-words"),
    pytest.param("Связь", ("8 918 123-45-67", "+7 (918) 123-45-68", "89181234569"), True, id="telephones"),
    pytest.param("Связь", (89181234567.0, 89181234568.0, 89181234569.0), True, id="telephones-as-numbers"),
    pytest.param("Связь", ("a@mail.ru", "b@ya.ru", "c.d@school.example"), True, id="mail"),
    pytest.param("Школа", ("Октябрьская", "Ивановская", "Степнянская"), False, id="schools"),
    pytest.param("Что", ("Октябрьская", "Ивановская", "Степнянская"), False, id="adjectives"),
    pytest.param("Предмет", ("Русский", "Английский", "Физика"), False, id="subjects"),
    pytest.param("Населённый пункт", ("Иваново", "Калинин", "Петров"), False, id="villages"),
    pytest.param("Город", ("Ростов", "Саратов", "Киров"), False, id="towns"),
    pytest.param("Состояние", ("выполнено", "Выполнено", "Снято"), False, id="states"),
    pytest.param("Тема", ("Основы", "Основа", "План"), False, id="common-words"),
    pytest.param("Сколько", (12, 15, 18), False, id="numbers"),
])
def test_a_column_by_the_shape_of_its_cells(head, cells, gone):
    kept = clean(grid(("№", head, "Что"), *((place, cell, "да") for place, cell in enumerate(cells, 1)))).grid
    assert [row[1] for row in kept.cells[1:]] == ([None] * len(cells) if gone else list(cells))


def test_names_of_sheets_and_files_are_masked_too():
    rows = (PROGRESS, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется"))
    sheets = (grid(*rows, sheet="Иванова М.П."), grid(("а",), sheet="Петрова А.И."), grid(("б",), sheet="Лист3"))
    result = check_grids("Отчёт_ИВАНОВА_МП.xlsx", "0" * 64, sheets, KNOWN)
    assert (result.file, [item.sheet for item in result.grids]) == (
        "Отчёт (ФИО).xlsx", ["(ФИО)", "(ФИО) 2", "Лист3"])
    assert "ванова" not in repr(result).lower()


@pytest.mark.parametrize("name", ["Отчёт_ноябрь_2026.xlsx", "Форма М-4 2026-11 Ш05.xlsx",
                                  "МБОУ СОШ № 2 им. А.С. Пушкина.xlsx", "Внесено вручную 27.11.2026 09-30-00.csv"])
def test_other_names_of_files_stay(name):
    assert check_grids(name, "0" * 64, (), KNOWN).file == name


def test_dates_of_birth_stay_a_matter_of_shape():
    kept = clean(grid(("№", "когда"), *((place, datetime(1980 + place, 1, 1)) for place in range(3)))).grid
    assert [row[1] for row in kept.cells[1:]] == [None] * 3


@pytest.mark.parametrize("text", ["ДВЕРНИКОВА АННА ПЕТРОВНА", "Иванова Анна", "Иванова\u00a0А.\u00a0П.",
                                  "директор Сидоров"])
def test_a_post_and_a_reason_name_nobody(text):
    with pytest.raises(ShnorError):
        refuse_people(text)
    assert "[ФИО]" in without_people(f"ошибка, {text}")
    refuse_people("методист центра, 8 918 123-45-67")


def test_surnames_as_answers_of_a_form_leave_no_trace():
    result = check("e06.csv", (DATA / "cases" / "e06_forms_names_as_answers.csv").read_bytes(), KNOWN)
    assert not re.search("Лебяжьев|Ручьёв|Туманов|Снегов|Юрьевна", repr(result))
    assert "Кого вы посетили на уроке?" in result.dropped
