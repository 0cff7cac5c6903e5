"""Facts about words, heads and limits stand in shnor/datasets; loaders and intake hold the grammar that uses them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LOADERS = Path(__file__).resolve().parents[1] / "shnor" / "loaders"
INTAKE = LOADERS.parent / "service" / "intake"


def place(path: Path) -> str:
    """How the tables below call a module: «words/works.py» of the loaders, «intake/lists.py»."""
    return path.relative_to(INTAKE.parent if INTAKE in path.parents else LOADERS).as_posix()


MODULES = [pytest.param(path, id=place(path)) for path in sorted((*LOADERS.rglob("*.py"), *INTAKE.rglob("*.py")))]
WORD = re.compile(r"(?<!\\)[А-Яа-яЁё]{2}")
LIMIT = re.compile(r"_?(?:MAX|MOST)_\w+|_?MOST")
LARGE = 50
LISTS = (ast.Set, ast.Tuple, ast.List, ast.Dict)
SHOWN_TO_PEOPLE = {
    "answers/options.py": {"ONE, SEVERAL, FREE"}, "answers/protocol.py": {"_TITLES", "_COUNTS", "_PAIRS"},
    "answers/sheet.py": {"_QUESTIONS", "_SCHOOLS", "_YES_NO"}, "files/doubts.py": {"_AS_IT_IS"},
    "files/guard.py": {"_REFUSED"}, "files/marked.py": {"_COLUMNS", "_SEVERITY"},
    "files/sniff.py": {"ARCHIVES", "PICTURES"}, "kinds/summary.py": {"SHARES, TIMES_HUNDRED, LISTED"},
    "records/ditto.py": {"ABOVE, AS_WRITTEN"}, "records/orders.py": {"TURN, LEAVE"},
    "records/sheet_month.py": {"HEADING_MONTH, COLUMN_MONTH"}, "records/sums.py": {"PARTS, TOGETHER"},
    "claims/lines.py": {"_PARAGRAPH, _ROW"},
    "intake/by_hand.py": {"FORMS"}, "intake/overlap.py": {"REPLACE, ADD, COUNTED, EACH", "REMOVE, LEAVE", "_CHOICES"},
    "intake/with_names.py": {"MODES"}, "intake/within_drop.py": {"THIS, OTHER"},
    "tables/aside.py": {"HIDDEN, STRUCK", "LEAVE, TAKE"}, "words/day_order.py": {"DAY_FIRST, MONTH_FIRST"},
}
"""Topics and choices of questions, titles of sheets the loaders themselves write."""
LETTERS = {
    "tables/rows.py": {"_NOISE_LETTERS"}, "tables/totals.py": {"_LETTERS"}, "tables/school_lists.py": {"_LATIN"},
    "words/school_names.py": {"LOOKALIKE"}, "words/works.py": {"_LATIN"},
    "words/read.py": {"_BEGINS"},
}
"""Single letters: look-alikes of the other alphabet, first letters."""
GRAMMAR = {
    "answers/protocol.py": {"_SPAN", "_LINE"},  # «от 5 до 8 баллов»
    "files/looks/ods.py": {"_ERROR"},  # Err:502
    "kinds/events.py": {"_WHEN"}, "kinds/staff.py": {"_ON_DATE"}, "records/above.py": {"_MONTH"},  # a day, a month
    "records/whole.py": {"_DAY", "_FINEST"}, "tables/columns.py": {"_ORDER", "_MONTH"},
    "records/registered.py": {"_SEVERAL"},  # «№ 3 и 5»
    "intake/lists.py": {"_SENTENCE"},  # a point behind «ул.» ends no sentence
    "intake/questions.py": {"_WORD", "_PLACE", "_CELLS"},  # our own sentences
    "kinds/summary_header.py": {"_FINER, _MONTH"},  # «за октябрь»
    "tables/recognise.py": {"_PERCENT", "FORM_CODE"},  # the code our own forms carry
    "tables/school_lists.py": {"_ADJECTIVES"},  # the ending of «Степная»
    # how a day, a pair of numbers, a year, an infinitive, an order, a broken line look in a paper
    "claims/acts.py": {"*"}, "claims/lines.py": {"_END", "_BEGIN", "_BROKEN"}, "claims/numbers.py": {"*"},
    "claims/others.py": {"_TOLD", "_INCLUDED", "_COUNTED", "_TO_DO"}, "claims/tables.py": {"_FIGURE", "_YEAR"},
    "claims/sentences.py": {"*"},
    # how a name looks
    "tables/personal.py": {"*"}, "tables/persons.py": {"*"},
    "tables/person_shapes.py": {"*"},
}
"""How a date, a number, a list is put together, outside of the room `words`, which is about nothing else."""


def constants(path: Path) -> Iterator[tuple[str, ast.expr]]:
    """(name, value) of what a module sets once."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            yield ", ".join(ast.unparse(one).strip("()") for one in node.targets), node.value
        elif isinstance(node, ast.AnnAssign) and node.value:
            yield ast.unparse(node.target), node.value


def has_words(value: ast.expr) -> bool:
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) and WORD.search(one.value)
               for one in ast.walk(value))


def calls(value: ast.expr, *names: str) -> bool:
    return any(isinstance(one, ast.Call) and ast.unparse(one.func) in names for one in ast.walk(value))


def allowed(name: str, *lists: set[str]) -> bool:
    return any(name in one or "*" in one for one in lists)


def of(path: Path, table: dict[str, set[str]]) -> set[str]:
    return table.get(place(path), set())


@pytest.mark.parametrize("path", MODULES)
def test_lists_of_words_stand_in_datasets(path: Path):
    lists = [name for name, value in constants(path) if has_words(value) and not calls(value, "re.compile") and (
        calls(value, "frozenset", "set", "tuple", "str.maketrans") or any(isinstance(one, LISTS) for one in
                                                                        ast.walk(value)))]
    assert [name for name in lists if "issues" not in path.parts
            and not allowed(name, of(path, SHOWN_TO_PEOPLE), of(path, LETTERS), of(path, GRAMMAR))] == []


@pytest.mark.parametrize("path", [one for one in MODULES if not {"words", "issues"} & set(one.values[0].parts)])
def test_patterns_of_words_stand_in_datasets(path: Path):
    patterns = [name for name, value in constants(path) if has_words(value) and calls(value, "re.compile")]
    assert [name for name in patterns if not allowed(name, of(path, GRAMMAR))] == []


@pytest.mark.parametrize("path", MODULES)
def test_limits_stand_in_datasets(path: Path):
    limits = [name for name, value in constants(path) if LIMIT.fullmatch(name)
              and isinstance(value, ast.Constant) and isinstance(value.value, int) and value.value >= LARGE]
    assert limits == []


@pytest.mark.parametrize("table", [SHOWN_TO_PEOPLE, LETTERS, GRAMMAR], ids=("shown", "letters", "grammar"))
def test_an_exception_is_still_needed(table: dict[str, set[str]]):
    assert {(path, name) for path, names in table.items() for name in names - {"*"}
            if name not in {own for own, _ in constants(
                (INTAKE.parent if path.startswith("intake/") else LOADERS) / path)}} == set()
