"""What a scope of some schools does not see: in rows that several schools share, and of files others have sent.

A row of one school has its school in a column and is seen or not. A row may be shared (`Kind.shared`): a seminar for
three schools is an event of each of them. Its schools see it, each as if it were there alone: codes and names of the
others are cut out, and who has reported it, if that was another school. What a school wrote itself stays as written.
"""

import re
from collections.abc import Collection, Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import (
    CaseExpression,
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    Expression,
    FunctionExpression,
)

from shnor.datasets import Kind
from shnor.store.queries import ORIGIN, quoted, stored

REGISTER = "schools"
"""The kind that says how schools are called."""
NAMED = "файл, который прислала другая школа"
"""Stands for the name of such a file: that would name the school."""
CUT = "…"
"""Stands for the name of another school inside a text."""
_WORDS = "(?:[а-яё-]*школ[а-яё]*|[сон]ош|гимнази[а-яё]*|лице[а-яё]*|м[абк]?оу)"
_BETWEEN = r"(?:[\s№,и]|\d)*?"
"""«ООШ № 5, 7 и 9» names three schools by one word."""
_APART = r"[\s«»„“\".,-]*"
"""What stands between the words of a name."""
_ANY = "основн|средн|начальн|общеобр|вечерн|сельск|городск"
"""How words begin that stand in the names of many schools."""
School = tuple[str, str, int | None]
"""Code, name, number."""
Owners = tuple[str, tuple[str, ...]]
"""Code of the school of a row, "" = of none; codes of all it is of, where the kind is shared."""


def is_seen(kind: Kind, schools: Collection[str]) -> Expression:
    """Whether the scope sees a row of a kind that has schools."""
    own = _among(ColumnExpression(kind.school), schools)
    return own | FunctionExpression("list_has_any", _codes(kind), _listed(schools)) if kind.shared else own


def seen(kind: Kind, schools: Collection[str], others: Iterable[School]) -> list[Expression]:
    """The columns of a shared row as the scope sees them. others: schools of the register outside of it."""
    names = pattern(others)
    return [_column(kind, name, schools, names) for name in (*stored(kind), *ORIGIN)]


def _column(kind: Kind, name: str, schools: Collection[str], names: str) -> Expression:
    column, own = ColumnExpression(name), _among(ColumnExpression(kind.school), schools)
    if name == kind.shared:
        kept = FunctionExpression("list_sort", FunctionExpression("list_intersect", _codes(kind), _listed(schools)))
        return FunctionExpression("array_to_string", kept, ConstantExpression(";")).alias(name)
    if name == kind.school:
        return CaseExpression(own, column).otherwise(ConstantExpression("")).alias(name)
    if name == kind[kind.shared].derived_from:
        return CaseExpression(own, column).otherwise(ConstantExpression(None)).alias(name)
    if names and name in stored(kind) and kind[name].type == "text":
        masked = FunctionExpression("regexp_replace", column, ConstantExpression(names), ConstantExpression(CUT),
                                    ConstantExpression("gi"))
        return CaseExpression(own, column).otherwise(masked).alias(name)
    return column


def pattern(others: Iterable[School]) -> str:
    """Finds these schools in a text, by number beside a word for a school, or by name, also a declined one where the
    name has no number."""
    listed = list(others)
    numbers = "|".join(str(number) for _, _, number in listed if number is not None)
    told = [rf"{_WORDS}{_BETWEEN}\b(?:{numbers})\b"] if numbers else []
    declined = [found for _, name, number in listed if number is None and (found := _declined(name))]
    return "|".join((*sorted((re.escape(name) for _, name, _ in listed if name), key=len, reverse=True), *declined,
                     *told))


def _declined(name: str) -> str:
    """«МБОУ „Гимназия имени Пушкина“» → «гимназии им. Пушкина»; "" for a name of words alone that any school has. One
    word of its own («Лицей „Надежда“») is a school only beside a word for one."""
    words = [word for word in re.findall(r"[а-яё]+|\d+", name, re.I) if len(word) == 1 or not word.isupper()]
    own = [word for word in words if not re.fullmatch(_WORDS, word, re.I) and not re.match(_ANY, word, re.I)]
    found = _APART.join(map(_stem, own))
    return found if len(own) != 1 else f"{_WORDS}{_APART}{found}»?|{found}{_APART}{_WORDS}"


def _stem(word: str) -> str:
    """A word with whatever ending: short ones have none."""
    if word.casefold() == "имени":
        return r"(?:имени|им\.?)"
    bare = re.sub("[аеиоуыэюяйьё]{1,2}$", "", word, flags=re.I) if len(word) > 4 else word
    return bare if bare == word and len(word) <= 4 else f"{bare}[а-яё]{{0,3}}"


def visible(kind: Kind) -> str:
    """The same as `is_seen` as a condition ($schools, null = all). Rows of a kind without schools are everybody's."""
    inside = f"list_contains($schools, {quoted(kind.school)})" if kind.school else "true"
    if kind.shared:
        inside += f" or list_has_any(string_split({quoted(kind.shared)}, ';'), $schools)"
    return f"($schools::VARCHAR[] is null or coalesce({inside}, false))"


def cut(kind: Kind, rows: pa.Table, schools: Collection[str]) -> pa.Table:
    """Of rows of a kind, each of one school, those of these schools; rows of a kind without schools are everybody's."""
    return rows.filter(pc.is_in(rows[kind.school], pa.array(sorted(schools), pa.string()))) if kind.school else rows


def of_uploads(cursor: DuckDBPyConnection, kinds: Mapping[str, Kind], after: int) -> dict[int, frozenset[Owners]]:
    """Upload with a greater number → whose its rows are, each different answer once. What is stored of an upload
    never changes."""
    listed = cursor.execute("select upload_id, kinds from uploads where upload_id > ?", [after]).fetchall()
    found: dict[int, set[Owners]] = {upload: set() for upload, _ in listed}
    for kind in (kinds[name] for name in {name for _, names in listed for name in names} & kinds.keys()):
        school = quoted(kind.school) if kind.school else "null"
        shared = f"coalesce({quoted(kind.shared)}, '')" if kind.shared else "''"
        rows = cursor.execute(f"select distinct upload_id, {school}, {shared} from {quoted(kind.id)} "
                              "where upload_id > ?", [after]).fetchall()
        for upload, code, codes in rows:
            found[upload].add((code or "", tuple(codes.split(";")) if codes else ()))
    return {upload: frozenset(owners) for upload, owners in found.items()}


def is_own(owners: Iterable[Owners], schools: Collection[str]) -> bool:
    """Whether every row is of these schools alone or was written by them."""
    return all(code in schools or (codes and all(one in schools for one in codes)) for code, codes in owners)


def named(file: str, school: str, schools: Collection[str] | None) -> str:
    """The name of a file. school: who sent it, "" = the centre."""
    return file if schools is None or not school or school in schools else NAMED


def _codes(kind: Kind) -> Expression:
    return FunctionExpression("string_split", ColumnExpression(kind.shared), ConstantExpression(";"))


def _listed(schools: Collection[str]) -> Expression:
    return ConstantExpression(sorted(schools) or [None])


def _among(column: Expression, schools: Collection[str]) -> Expression:
    return column.isin(*map(ConstantExpression, sorted(schools))) if schools else ConstantExpression(False)
