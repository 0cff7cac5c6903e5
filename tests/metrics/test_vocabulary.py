"""Metrics speak the small narwhals that was measured to answer alike on DuckDB, Arrow and pandas. A word outside the
list is refused here, not discovered when a figure on the screen differs from the figure in the tests."""

import ast
from pathlib import Path

import pytest

import shnor.metrics

HERE = Path(shnor.metrics.__file__).parent
LAZY = sorted(path for path in HERE.glob("*.py") if "nw." in path.read_text(encoding="utf-8"))
WORDS = {"col", "lit", "when", "then", "otherwise", "coalesce", "fill_null", "is_null", "is_in", "is_between", "cast",
         "sum_horizontal", "max_horizontal", "concat_str", "filter", "select", "with_columns", "join", "unique",
         "group_by", "agg", "alias", "sum", "min", "max", "n_unique", "len", "drop", "year", "month", "day",
         "from_native", "collect", "to_native", "to_arrow"}
IN_AGG = {"col", "sum", "min", "max", "n_unique", "len", "alias"}
PYTHON_AND_ARROW = {"items", "keys", "values", "get", "fromkeys", "append", "to_pylist", "sort_by", "rename_columns",
                    "drop_columns", "append_column", "from_pylist", "setdefault", "array", "table", "classify", "trace",
                    "where", "isfinite", "full", "to_numpy", "tolist", "fromisoformat", "date32", "float64", "int64",
                    "string"}


def words(tree):
    """Each method called, with its line; classify and trace of a passport and pyarrow's own are not narwhals."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [(call.lineno, call.func.attr, call) for call in calls]


def beyond_agg(call):
    """What stands inside agg besides plain sums of plain columns."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    inside = [node for argument in arguments for node in ast.walk(argument)]
    clever = [node for node in inside if isinstance(node, ast.BinOp | ast.Compare | ast.UnaryOp)]
    return clever + [name for argument in arguments for _, name, _ in words(argument) if name not in IN_AGG]


def problems(source):
    tree = ast.parse(source)
    unknown = [(line, name) for line, name, _ in words(tree) if name not in WORDS | PYTHON_AND_ARROW]
    divided = [(node.lineno, "/ or %") for node in ast.walk(tree)
               if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Mod)]
    aggregated = [(line, "agg") for line, name, call in words(tree) if name == "agg" and beyond_agg(call)]
    return unknown + divided + aggregated


def test_the_lazy_modules_are_found():
    assert {"roadmap.py", "counting.py"} <= {path.name for path in LAZY}


@pytest.mark.parametrize("path", LAZY, ids=lambda path: path.name)
def test_metrics_use_the_small_vocabulary(path):
    assert problems(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("source", [
    "f.group_by('a').agg(v=nw.when(x).then(y).sum())", "f.group_by('a').agg((nw.col('n') * nw.col('d')).sum())",
    "f.group_by('a').agg(v=(nw.col('d') == 1).sum())", "f.unpivot(['a'])", "nw.col('day').dt.truncate('1mo')",
    "f.with_columns(v=nw.col('k') / nw.col('n'))", "nw.col('v').round(2)", "nw.col('v').sum().over('a')",
    "nw.col('v').mean()", "f.to_pandas()", "nw.col('d').dt.total_minutes()"])
def test_a_word_outside_is_caught(source):
    assert problems(source)
