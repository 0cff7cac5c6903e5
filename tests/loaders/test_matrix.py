"""Every form and layout against every kind: whole it is of its own, without a needed column it is refused by its own
name, and it is never taken for another."""

import pytest

from sample_data import field
from shnor.datasets import KINDS, Column, Grid, Kind, Layout
from shnor.loaders.check import check
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
DRIFTED = (str.upper, "{} :".format, "  {}\n".format, "{}*".format)


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
    assert kinds(checked(form(kind, heads=heads))) == {kind.id}


@pytest.mark.parametrize(("kind", "layout"), LAYOUTS)
def test_a_table_of_a_layout_is_of_its_kind_alone(kind, layout: Layout):
    others = {"courses", "staff"} if layout.form == "М-2" else {kind.id}
    assert kind.id in kinds(checked(sheet(kind, layout))) <= others


@pytest.mark.parametrize(("kind", "missing"), NEEDED)
def test_without_a_needed_column_a_form_is_refused_by_its_own_name(kind, missing):
    result = checked(form(kind, missing))
    assert kinds(result) <= {kind.id}
    if missing not in TOLD.get(kind.id, ()) and kind[missing].required:
        assert not result.acceptable
        assert {issue.code for issue in result.issues if kind.title in issue.message} >= {"missing-column"}


@pytest.mark.parametrize(("kind", "layout"), LAYOUTS)
def test_without_a_needed_column_a_layout_is_taken_for_no_other_kind(kind, layout):
    for missing in layout.needs:
        assert {batch.kind for batch in checked(sheet(kind, layout, missing=missing)).batches} <= (
            {"courses", "staff"} if layout.form == "М-2" else {kind.id})


BEGINS = {
    "Наставники": "support_roles", "Реестр дефицитов": "deficits", "Диагностика": "competence", "Маршруты": "routes",
    "Реестр приказов": "documents", "Документы": "documents", "Перечни": "checklists", "Рисковые": "risks",
    "Список края": "markers", "Рекомендации": "recommendations", "Пороги": "norms", "Уровень": "norms",
    "Журнал занятий": "programmes", "Конкурсы": "achievements"}
"""How the files of the example are called → their kind."""
SENT = [pytest.param(name, data, next(kind for begin, kind in BEGINS.items() if name.startswith(begin)), id=name)
        for topic in field.TOPICS for name, _, data in topic.sent()]


@pytest.mark.parametrize(("name", "data", "expected"), SENT)
def test_a_file_of_the_example_is_of_its_kind_alone(name, data, expected):
    assert kinds(check(name, data, KNOWN)) == {expected}
