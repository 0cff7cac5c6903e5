"""Every declaration is sound and says what people need; a wrong one fails at import."""

import narwhals as nw
import pyarrow as pa
import pytest

from shnor.datasets import KINDS, Between, Column, Kind, Layout, Shape, Unpivot

COLUMNS = [pytest.param(kind, column, id=f"{kind.id}.{column.name}")
           for kind in KINDS.values() for column in kind.columns]


def column(**named) -> Column:
    return Column(**{"name": "n", "type": "whole", "title": "Н", "description": "Число.", **named})


def kind(**named) -> Kind:
    return Kind(**{"id": "k", "title": "К", "sheet": "К", "row": "одна строка — одно", "columns": (column(),),
                   "key": ("n",), **named})


@pytest.mark.parametrize(("kind", "column"), COLUMNS)
def test_a_column_is_described_in_russian(kind, column):
    assert column.title
    assert column.description.endswith((".", ".»"))
    assert not set("abcdefghijklmnopqrstuvwxyz") & set(column.description.lower())


@pytest.mark.parametrize(("kind", "column"), COLUMNS)
def test_an_example_keeps_the_constraints_and_a_bad_one_does_not(kind, column):
    for constraint in column.constraints:
        if column.example is not None:
            assert not judged(column, constraint, column.example)
    for bad in column.bad_examples:
        if column.choices:
            assert bad not in column.choices.values()
        elif column.constraints:
            assert any(judged(column, constraint, bad) for constraint in column.constraints)


def judged(column: Column, constraint, value) -> bool:
    frame = nw.from_native(pa.table({"v": pa.array([value], column.arrow)}), eager_only=True)
    return frame.select(constraint.bad(nw.col("v")))["v"].to_list()[0]


def test_no_title_or_synonym_stands_for_two_columns_of_a_kind():
    for declared in KINDS.values():
        said = [text.lower() for c in declared.typed for text in (c.title, *c.synonyms)]
        assert len(said) == len(set(said)), declared.id


@pytest.mark.parametrize("wrong", [
    pytest.param(lambda: column(name="Имя"), id="column-name"),
    pytest.param(lambda: column(type="choice"), id="choice-without-choices"),
    pytest.param(lambda: kind(key=("m",)), id="unknown-key"),
    pytest.param(lambda: kind(columns=(column(), column())), id="column-twice"),
    pytest.param(lambda: kind(school="school_id"), id="unknown-school-column"),
    pytest.param(lambda: kind(layouts=(Layout(id="l", title="Л"),)), id="layout-that-needs-nothing"),
    pytest.param(lambda: kind(layouts=(Layout(id="l", title="Л", needs=("n",), sections="n"),)),
                 id="a-number-as-a-section"),
    pytest.param(lambda: kind(layouts=(Layout(id="l", title="Л", needs=("n",), unpivot=Unpivot(
        pattern="", into="n")),)), id="no-column-for-the-period"),
])
def test_a_wrong_declaration_fails_at_once(wrong):
    with pytest.raises(ValueError, match=r"."):
        wrong()


@pytest.mark.parametrize(("constraint", "values", "bad"), [
    pytest.param(Between(low=1, high=3), [0, 1, 3, 4], [True, False, False, True], id="between-with-its-borders"),
    pytest.param(Shape(pattern=r"\d+(?:\.\d+)*", words="номер"), ["1", "1.2", "1.", "a"], [False, False, True, True],
                 id="shape"),
])
def test_constraints_judge_a_column(constraint, values, bad):
    frame = nw.from_native(pa.table({"v": values}), eager_only=True)
    assert frame.select(constraint.bad(nw.col("v")))["v"].to_list() == bad
