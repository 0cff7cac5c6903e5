"""Every form, layout and file of the example against every kind: whole it is of its own, without a needed column it is
refused by its own name, and it is never taken for another."""

import re
from pathlib import Path

import pytest

from sample_data import make
from shnor.datasets import KINDS, Column, Grid, Kind, Layout
from shnor.datasets.foreign import SHAPES
from shnor.loaders.check import check
from shnor.loaders.kinds.undeclared import recognised
from shnor.loaders.tables.recognise import vocabulary
from shnor.loaders.types import Checked
from tests.loaders.declared import sheet
from tests.loaders.made import KNOWN, checked, grid

TOLD = {
    "support_roles": {"role"}, "documents": {"document_type"}, "checklists": {"checklist"},
    "recommendations": {"number", "source", "year"}, "achievements": {"achievement_type"}, "routes": {"school_id"},
    "results": {"procedure", "school_year", "subject", "grade", "school_id"}, "surveys": {"survey"},
    "courses": {"period"}, "staff": {"school_id", "on_date"}, "progress": {"month"}, "requests": {"month"},
}
"""Needed columns that a header, a title or an answer tells as well: without them a table is asked about or read."""
NEEDED = [pytest.param(kind, name, id=f"{kind.id}-{name}") for kind in KINDS.values()
          for name in dict.fromkeys((*(column.name for column in kind.typed if column.required),
                                     *(name for layout in kind.layouts[:1] for name in layout.needs)))]
LAYOUTS = [pytest.param(kind, layout, id=f"{kind.id}-{layout.id}") for kind in KINDS.values()
           for layout in kind.layouts if not (kind.id == "indicator_values" and layout.unpivot)]
BARE = [pytest.param(words, id=f"{words.kind.id}-{words.layout.id}") for words in vocabulary()
        if not words.layout.form and not words.layout.unpivot and len(words.needs) > 1]
DRIFTED = (str.upper, "{} :".format, "  {}\n".format, "{}*".format)
NOT_OURS = {"foreign-shape", "columns-left", "two-columns"}
"""Said of columns and tables that are no part of a form."""


def form(kind: Kind, missing: str = "", heads: str = "titles") -> Grid:
    """The template with a row of examples. heads: its own titles, or drifted synonyms."""
    columns = [column for column in kind.typed if column.name != missing]
    texts = [_drifted(place, column) if heads == "drifted" else column.title for place, column in enumerate(columns)]
    return grid(("Приозёрный округ",), tuple(texts), tuple(column.example for column in columns))


def _drifted(place: int, column: Column) -> str:
    return DRIFTED[place % len(DRIFTED)]((column.title, *column.synonyms)[place % (1 + len(column.synonyms))])


def kinds(result: Checked) -> set[str]:
    return {batch.kind for batch in result.batches}


@pytest.mark.parametrize("heads", ["titles", "drifted"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_filled_form_is_of_its_kind_alone(kind, heads):
    result = checked(form(kind, heads=heads))
    assert (kinds(result), {issue.code for issue in result.issues} & NOT_OURS) == ({kind.id}, set())


@pytest.mark.parametrize("words", BARE)
def test_a_table_of_what_a_layout_needs_is_of_no_other_kind(words):
    names = list(words.needs)
    header = [(words.layout.headers.get(name) or (words.kind[name].title,))[0] for name in names]
    row = tuple(words.kind[name].example for name in names)
    assert {match.kind for match in recognised(grid(tuple(header), row, row))} == {words.kind.id}


@pytest.mark.parametrize(("kind", "missing"), NEEDED)
def test_without_a_needed_column_a_form_is_refused_by_its_own_name(kind, missing):
    result = checked(form(kind, missing))
    assert kinds(result) <= {kind.id}
    if missing not in TOLD.get(kind.id, ()) and kind[missing].required:
        assert not result.acceptable
        assert {issue.code for issue in result.issues if kind.title in issue.message} >= {"missing-column"}


@pytest.mark.parametrize(("kind", "layout"), LAYOUTS)
def test_a_table_of_a_layout_is_of_its_kind_alone_and_without_a_column_of_no_other(kind, layout: Layout):
    others = {"courses", "staff"} if layout.form == "М-2" else {kind.id}
    assert kind.id in kinds(checked(sheet(kind, layout))) <= others
    for missing in layout.needs:
        assert kinds(checked(sheet(kind, layout, missing=missing))) <= others


BEGINS = {
    "Анкета": "surveys", "ВПР": "results", "Вопросы": "requests", "Диагностика": "competence",
    "Документы": "documents", "Дорожная": "roadmap", "Журнал занятий": "programmes", "Журнал мероприятий": "events",
    "Запрос на модули": "surveys", "Кадры": "staff", "Конкурсы": "achievements", "Курсы": "courses",
    "Маршруты": "routes", "Наставники": "support_roles", "ОГЭ": "results", "Опрос": "surveys",
    "Отметки": "results", "Отчёт": "progress",
    "Перечень": "statuses", "Перечни документов": "checklists", "Перечни школ": "statuses", "План курсов": "courses",
    "План методической": "events", "Пороги": "norms", "Реестр дефицитов": "deficits", "Реестр приказов": "documents",
    "Реестр школ": "schools", "Рекомендации": "recommendations", "Рисковые": "risks", "Свод": "progress",
    "Список края": "markers", "Удовлетворённость": "surveys", "Уровень": "norms", "ФИС": "results"}
"""How a file of the example begins → what is in it."""
KISLOVODSK = Path(__file__).parents[2] / "sample_data" / "kislovodsk"


@pytest.fixture(scope="module")
def sent(tmp_path_factory) -> dict[str, Path]:
    """One file of each sort: names that differ in numbers only are of one sort."""
    files = [path for path, _ in make.files(tmp_path_factory.mktemp("sent"))]
    return {re.sub(r"[\d–-]+|[IVX]+ ", "", path.name): path for path in files}


def test_a_file_of_the_example_is_what_its_name_says_and_nothing_else(sent: dict[str, Path]):
    taken = {path.name: kinds(check(path.name, path.read_bytes(), KNOWN)) for path in sent.values()}
    named = {name: {kind for begin, kind in BEGINS.items() if name.startswith(begin)} for name in taken}
    assert taken == named


@pytest.mark.parametrize("name", ["kislovodsk_2020_2022.docx", "kislovodsk_2020_2022.xlsx"])
def test_a_published_roadmap_is_a_roadmap(name: str):
    assert kinds(check(name, (KISLOVODSK / name).read_bytes(), KNOWN)) == {"roadmap"}


PEOPLE = [("Класс", "ФИО обучающегося", "Дата рождения", "Адрес"), ("Код", "Название", "Пол", "Вариант"),
          ("№", "Ученик", "1 (1б)", "2 (2б)", "Итого баллов"), ("Код", "Школа", "Класс", "Первичный балл", "Вариант"),
          ("Логин", "Регион", "Код обучающегося", "Отметка по журналу", "Отметка", "Вариант")]


@pytest.mark.parametrize("header", PEOPLE)
def test_lists_of_pupils_are_no_register(header):
    rows = [(f"6000{number}", "МБОУ ООШ № 5", "ж", number, 3, 4)[:len(header)] for number in range(1, 6)]
    result = checked(grid(header, *rows))
    assert kinds(result) <= {"results"}
    assert not result.acceptable


def test_every_foreign_shape_says_what_to_bring():
    assert [shape.id for shape in SHAPES if not re.search(r"принес|впиш", shape.bring.lower())] == []
