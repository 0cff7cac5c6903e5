"""The letter box: each of the fourteen letters ends in a state, a question or one sentence with the next step."""

import re

import pytest

from sample_data import bad, letters, make
from shnor.loaders.files.guard import inspect
from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from tests.actors import COORDINATOR
from tests.clock import noon

pytestmark = pytest.mark.slow  # the district is made first, 6 s

NEEDED = ("Реестр школ", "Перечень школ на 2026", "Дорожная карта", "Отчёт_2026-1")


@pytest.fixture(scope="module")
def morning(tmp_path_factory):
    """What is said of every letter when the whole archive is dropped on the demo's day: name → Reviewed."""
    store = bases.open_base(":memory:", now=noon)
    for path, day in make.files(tmp_path_factory.mktemp("demo")):
        if path.name.startswith(NEEDED):
            drop.accept_all(store, drop.review(store, [Incoming(path.name, path.read_bytes())], day), by=COORDINATOR)
    dropped = drop.opened([Incoming(letters.BOX, letters.box())])
    yield {item.checked.file: item for item in drop.review(store, dropped, make.DAY)}
    store.close()


SENTENCES = {
    "Отчет ноябрь.doc": ("file-old-word", ("Word «Файл", "Р7", "МойОфис", ".docx")),
    "Свод СОШ-7.xods": ("file-myoffice-table", ("МойОфис", ".xlsx")),
    "Отчеты за ноябрь.rar": ("file-archive", ("RAR", "Распакуйте")),
    "Отчёт с подписью.pdf": ("file-pdf", ("PDF", "исходный файл")),
    "IMG_2031.jpg": ("file-picture", ("рисунок", "исходную таблицу")),
    "Курсы с начала года СОШ-7.xlsx": ("since-january", ("с начала года", "только новое за месяц")),
    "Форма 3 для края.xlsx": ("blank-form", ("форма без данных", "попросите заполненный файл")),
    "Список работников ООШ-9.xlsx": ("foreign-shape", ("список работников", "числа по предметам")),
}
QUESTIONS = {
    "Отчёт ноябрь ООШ-12.xlsx": ("file-names-another", "октябрь 2026", "ноябрь 2026"),
    "Отчёт_2026-11_СОШ-11.xlsx": ("file-names-another", "МБОУ СОШ № 3", "МАОУ СОШ № 11"),
    "Результаты ОГЭ математика по школам.xlsx": ("results-missing", "Этап", "основной день"),
    "Приказ о перечне на 2027 год.docx": ("list-of-schools", "список школ", "названо 6"),
}
READY = {"Отметки ООШ-5.odt": (2, []), "Отметки СОШ-7.rtf": (1, []),
         "Наш свод 2023-2025.xlsx": (36, ["totals-left"])}


def test_fourteen_letters_one_of_them_with_two_files(morning):
    assert len(letters.letters()) == 14
    assert morning.keys() == {*SENTENCES, *QUESTIONS, *READY}
    assert len(morning) == 15


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_with_the_next_step(morning, name):
    code, words = SENTENCES[name]
    [error] = [issue for issue in morning[name].checked.issues if issue.severity == "error"]
    assert error.code == code
    assert all(word in error.message for word in words)
    assert not morning[name].ready


@pytest.mark.parametrize("name", QUESTIONS)
def test_read_and_asked(morning, name):
    code, *words = QUESTIONS[name]
    [issue] = morning[name].checked.issues
    assert issue.code == code
    assert all(word in issue.message or word in [choice.label for choice in issue.choices] for word in words)


@pytest.mark.parametrize("name", READY)
def test_ready_without_a_question(morning, name):
    rows, told = READY[name]
    item = morning[name]
    assert [issue.code for issue in item.checked.issues] == told
    assert item.ready
    assert sum(table.added + table.changed for table in item.preview.tables) == rows


def test_last_month_under_a_new_name_brings_nothing(morning):
    [table] = morning["Отчёт ноябрь ООШ-12.xlsx"].preview.tables
    assert (table.added, table.changed, table.unchanged) == (0, 0, 5)


def test_nobody_and_no_sender_is_kept(morning):
    said = repr([(item.checked.issues, item.checked.batches, item.checked.grids) for item in morning.values()])
    assert not any(name in said for name in bad.PEOPLE)
    assert not re.search(r"900-000-20\d|900000201|example\.ru", said)
    assert morning["Список работников ООШ-9.xlsx"].checked.dropped == ("ФИО", "Дата рождения", "СНИЛС")


def test_the_box_is_the_same_each_time_and_is_an_archive_of_an_old_packer():
    assert letters.box() == letters.box()
    assert "Отметки ООШ-5.odt".encode("cp866") in letters.box()
    assert inspect("Отметки.rtf", letters.letters()["Отметки СОШ-7.rtf"]).format == "rtf"
