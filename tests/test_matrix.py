"""Every sample file and every table of a declaration against every kind: none is taken for another one."""

import re
from pathlib import Path

import pytest

from sample_data import make
from shnor.datasets import KINDS
from shnor.datasets.foreign import SHAPES
from shnor.loaders.check import check
from shnor.loaders.kinds.undeclared import recognised
from shnor.loaders.tables.recognise import vocabulary
from tests.loaders.made import NOBODY, checked, grid

SENT = {"Анкета": "surveys", "ВПР": "results", "Вопросы": "requests", "Дорожная": "roadmap", "Журнал": "events",
        "Кадры": "staff", "Курсы": "courses", "ОГЭ": "results", "Опрос": "surveys", "Отметки": "results",
        "Отчёт": "progress", "Перечень": "statuses", "Перечни": "statuses", "План курсов": "courses",
        "План методической": "events", "Реестр": "schools", "Свод": "progress", "ФИС": "results"}
"""How a file of the example begins → what is in it."""
KISLOVODSK = Path(__file__).parent.parent / "sample_data" / "kislovodsk"


@pytest.fixture(scope="module")
def sent(tmp_path_factory) -> dict[str, Path]:
    """One file of each sort: names that differ in numbers only are of one sort."""
    files = [path for path, _ in make.files(tmp_path_factory.mktemp("sent"))]
    return {re.sub(r"[\d–-]+|[IVX]+ ", "", path.name): path for path in files}


def kinds(name: str, data: bytes) -> set[str]:
    return {batch.kind for batch in check(name, data, NOBODY).batches}


def test_every_sample_file_is_what_its_name_says_and_nothing_else(sent: dict[str, Path]):
    taken = {path.name: kinds(path.name, path.read_bytes()) for path in sent.values()}
    wrong = {name: found for name, found in taken.items()
             if found - {kind for start, kind in SENT.items() if name.startswith(start)}}
    assert (wrong, sum(map(bool, taken.values())) >= len(sent) - 2) == ({}, True)


@pytest.mark.parametrize("name", ["kislovodsk_2020_2022.docx", "kislovodsk_2020_2022.xlsx"])
def test_a_published_roadmap_is_a_roadmap(name: str):
    assert kinds(name, (KISLOVODSK / name).read_bytes()) == {"roadmap"}


LAYOUTS = [pytest.param(words, id=f"{words.kind.id}-{words.layout.id}") for words in vocabulary()
           if not words.layout.form and not words.layout.unpivot and len(words.needs) > 1]


@pytest.mark.parametrize("words", LAYOUTS)
def test_a_table_of_what_a_layout_needs_is_of_no_other_kind(words):
    names = list(words.needs)
    header = [(words.layout.headers.get(name) or (words.kind[name].title,))[0] for name in names]
    row = tuple(words.kind[name].example for name in names)
    assert {match.kind for match in recognised(grid(tuple(header), row, row))} == {words.kind.id}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_a_filled_template_is_of_its_kind_alone(kind):
    header = tuple(column.title for column in kind.typed)
    result = checked(grid(header, tuple(column.example for column in kind.typed)))
    assert {batch.kind for batch in result.batches} == {kind.id}
    assert not [issue for issue in result.issues if issue.code in ("foreign-shape", "columns-left", "two-columns")]


PEOPLE = [("Класс", "ФИО обучающегося", "Дата рождения", "Адрес"), ("Код", "Название", "Пол", "Вариант"),
          ("№", "Ученик", "1 (1б)", "2 (2б)", "Итого баллов"), ("Код", "Школа", "Класс", "Первичный балл", "Вариант"),
          ("Логин", "Регион", "Код обучающегося", "Отметка по журналу", "Отметка", "Вариант")]


@pytest.mark.parametrize("header", PEOPLE)
def test_lists_of_pupils_are_no_register(header):
    rows = [(f"6000{number}", "МБОУ ООШ № 5", "ж", number, 3, 4)[:len(header)] for number in range(1, 6)]
    result = checked(grid(header, *rows))
    assert {batch.kind for batch in result.batches} <= {"results"}
    assert not result.acceptable


def test_every_foreign_shape_says_what_to_bring():
    assert [shape.id for shape in SHAPES if not re.search(r"принес|впиш", shape.bring.lower())] == []
    assert {shape.id for shape in SHAPES} == {"protocol", "context", "markers", "people", "deficits", "orders",
                                              "mentors"}
