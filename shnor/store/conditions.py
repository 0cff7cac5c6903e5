"""The filters of a view as conditions of the engine."""

from collections.abc import Collection, Iterable

from duckdb import ColumnExpression, ConstantExpression, Expression

from shnor.datasets import Kind, Value

Filter = Value | Collection[Value]
"""One value of a column, None for an empty cell, or several of which any will do."""


def among(name: str, values: Iterable[Value]) -> Expression:
    constants = [ConstantExpression(value) for value in values]
    return ColumnExpression(name).isin(*constants) if constants else ConstantExpression(False)


def condition(kind: Kind, name: str, value: Filter) -> Expression:
    column, _, side = name.partition("__")
    if column not in {known.name for known in kind.stored} or side not in ("", "from", "to"):
        raise KeyError(f"{kind.id}.{name}")
    if isinstance(value, Collection) and not isinstance(value, str):
        if side:
            raise TypeError(f"{kind.id}.{name}: a border is one value")
        return among(column, value)
    if side == "from":
        return ColumnExpression(column) >= ConstantExpression(value)
    if side == "to":
        return ColumnExpression(column) <= ConstantExpression(value)
    return ColumnExpression(column).isnull() if value is None else ColumnExpression(column) == ConstantExpression(value)
