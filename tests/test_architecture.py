"""The layers of the house, who owns which library, how long things may be. A new arrow is a change of these tables."""

import ast
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.layers import LAYERS, LIBRARIES, ROOMS

ROOT = Path(__file__).resolve().parents[1]
FEW = 8
"""So many modules may stand in a hall itself; more want rooms."""
OURS = {path.stem if path.is_file() else path.name for path in (ROOT / "shnor").iterdir()
        if path.suffix == ".py" or path.is_dir()} - {"__init__", "__pycache__"}
OUTSIDE = {"pages", "app", "tests", "sample_data", "benchmarks"}
LEFT_OUT = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"}
SYSTEM_ONLY = re.compile(r"\bos\.(fork|kill|symlink|setsid|getuid)\b|\bimport (signal|resource|fcntl|pwd|grp)\b"
                         r"|\bsymlink_to\b|\bpreexec_fn\b")
# «now» is asked for in these places alone, so that a shifted clock has to be tried in few (.ci/run)
READ_THE_CLOCK = {
    "shnor/config.py": "the day of a page", "shnor/ui/server/keys.py": "until when the address of a launch opens",
    "shnor/ui/kit/errors.py": "a line of its journal", "shnor/loaders/files/documents/old_word.py": "age of a folder"}
# rows of all schools, whoever looks: these hand out sums of large sets, marks of own rows and a month, nothing else
WITHOUT_A_SCOPE = {
    "shnor/service/figures/everybody.py": "the door", "shnor/service/figures/topics.py": "marks hang on rows of others",
    "shnor/service/figures/sets.py": "how many there are", "shnor/service/figures/listed.py": "the value of the list",
    "shnor/service/month/debts.py": "the month of all reports", "shnor/store/view.py": "where it is made"}
# rows of files that are accepted and not shown to the head yet: these tell that something has come, not what is in it
TAKEN = {"shnor/service/month/owed.py": "who has sent", "shnor/service/figures/topics.py": "what is told anew",
         "shnor/service/pages/school.py": "the month of the last report", "shnor/store/view.py": "where it is made"}
CLOCK = re.compile(r"\b(datetime|date|Timestamp)\.(now|today|utcnow)\(|\btime\.(time|time_ns|localtime|gmtime)\("
                   r"|\bfrom time import|(?<![.\w])now\(\)|\b(get_)?current_(date|time|timestamp)\b", re.IGNORECASE)
WRITTEN_HERE = re.compile("/wo" + r"rk/|\.\./sha" + r"red|/tmp/ve" + r"nv|\.\./\.lib" + "rary")


def code() -> list[Path]:
    return [path for place in ("shnor", "pages") for path in sorted((ROOT / place).rglob("*.py"))] + [ROOT / "app.py"]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def part(path: Path) -> str:
    first, *rest = path.relative_to(ROOT).with_suffix("").parts
    return rest[0] if first == "shnor" else first


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """(name, ours) of everything imported anywhere in the file; name is a part of the house or a library."""
    return map(split, modules(path))


def modules(path: Path) -> Iterator[str]:
    """The whole names of everything imported anywhere in the file."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[:len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (start, node.module)))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def split(name: str) -> tuple[str, bool]:
    first, _, rest = name.partition(".")
    if first == "shnor":
        return rest.partition(".")[0], True
    return first, first in OUTSIDE


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def each(wrong: Callable[[Path], Collection[str]], paths: Iterable[Path]) -> dict[str, Collection[str]]:
    """File → what is wrong in it, of those where something is."""
    return {named(path): found for path in paths if (found := wrong(path))}


def above(path: Path) -> set[str]:
    here = part(path)
    ours = {name for name, is_ours in imports(path) if is_ours and name in OURS | OUTSIDE}
    return ours - LAYERS.get(here, frozenset()) - {here}


def test_a_module_imports_only_what_lies_below():
    assert each(above, code()) == {}


def rooms_of(path: Path) -> set[str]:
    """Rooms of its own hall a file imports from."""
    hall = part(path)
    return {name.split(".")[2] for name in modules(path) if name.startswith(f"shnor.{hall}.")}


def room(path: Path) -> str:
    return path.relative_to(ROOT / "shnor").with_suffix("").parts[1]


def test_a_room_imports_only_the_rooms_below():
    assert each(lambda path: rooms_of(path) - ROOMS[part(path)][room(path)] - {room(path)},
                (path for path in code() if part(path) in ROOMS and path.stem != "__init__")) == {}


@pytest.mark.parametrize("hall", ROOMS)
def test_the_rooms_of_a_hall_have_an_order_without_circles(hall: str):
    below: set[str] = set()
    for name, others in ROOMS[hall].items():
        assert others <= below
        below.add(name)
    assert {room(path) for path in code() if part(path) == hall} - {"__init__"} == below


@pytest.mark.parametrize("hall", sorted(path.name for path in (ROOT / "shnor").iterdir() if path.is_dir()))
def test_a_hall_with_many_modules_has_rooms(hall: str):
    assert hall not in ROOMS or len(list((ROOT / "shnor" / hall).glob("*.py"))) <= FEW


def test_tests_stand_where_the_code_stands():
    """tests/loaders/words/test_values.py is about shnor/loaders/words."""
    folders = {path.parent.relative_to(ROOT / "tests") for hall in ("workbooks", *ROOMS)
               for path in (ROOT / "tests" / hall).rglob("test_*.py")}
    assert [folder.as_posix() for folder in sorted(folders) if not (ROOT / "shnor" / folder).is_dir()] == []


def borrowed(path: Path) -> set[str]:
    libraries = {name for name, is_ours in imports(path) if not is_ours} - set(sys.stdlib_module_names)
    return libraries - LIBRARIES.get(part(path), set())


def test_a_library_stays_with_its_owners():
    assert each(borrowed, code()) == {}


def test_nothing_is_imported_by_a_computed_name():
    assert each(lambda path: {"importlib"} & {name for name, _ in imports(path)}, code()) == {}
    assert [named(path) for path in code() if "__import__" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("source", ["import shnor.store", "from shnor import store", "from shnor.store import Store",
                                    "from ..store import Store", "from .. import store"])
def test_every_way_of_importing_is_seen(tmp_path_factory, monkeypatch, source: str):
    root = tmp_path_factory.mktemp("house")
    (root / "shnor" / "metrics").mkdir(parents=True)
    path = root / "shnor" / "metrics" / "new.py"
    path.write_text(source, "utf-8")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", root)
    assert list(imports(path)) == [("store", True)]


def test_the_start_needs_only_python_itself():
    parsed = ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))
    names = {alias.name for node in ast.walk(parsed) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(parsed) if isinstance(node, ast.ImportFrom)}
    assert names - set(sys.stdlib_module_names) == set()


def written() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(ROOT).parts):
            yield path


def test_only_the_worker_uses_what_windows_lacks():
    found = [named(path) for path in written() if path.suffix == ".py" and "tests" not in path.parts
             and SYSTEM_ONLY.search(path.read_text("utf-8"))]
    assert set(found) <= {"shnor/loaders/process/worker.py"}


def test_no_file_names_the_machine_it_was_written_on():
    kinds = {".py", ".md", ".toml", ".txt", ".css", ".json", ".csv", ""}
    found = [named(path) for path in written() if path.suffix in kinds
             and WRITTEN_HERE.search(path.read_text("utf-8", errors="replace"))]
    assert found == []


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef, text: list[str]) -> int:
    """Without the docstring, comments and empty lines."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        return 0
    lines = (line.strip() for line in text[body[0].lineno - 1:function.end_lineno])
    return sum(1 for line in lines if line and not line.startswith("#"))


def long_functions(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [one.name for one in functions if lines_of_code(one, text.splitlines()) > 40]


def test_only_these_modules_read_the_real_clock():
    readers = {named(path) for path in [*code(), *sorted((ROOT / "sample_data").rglob("*.py"))]
               if CLOCK.search(path.read_text("utf-8"))}
    assert readers == READ_THE_CLOCK.keys()


def test_only_these_modules_look_through_a_view_without_its_scope():
    past_it = re.compile(r"\beverybody(?:_settled)?\(|\.totals\(")
    found = {named(path) for path in code() if past_it.search(path.read_text("utf-8"))}
    assert found == WITHOUT_A_SCOPE.keys()


def test_only_these_modules_look_through_a_view_with_what_is_not_shown_yet():
    asked = re.compile(r"\.taken\(\)|def taken\(self")
    assert {named(path) for path in code() if asked.search(path.read_text("utf-8"))} == TAKEN.keys()


def too_long(path: Path) -> list[str]:
    limit, lines = 60 if path.parent == ROOT / "pages" else 300, len(path.read_text("utf-8").splitlines())
    return [f"{lines} lines"] * (lines > limit) + long_functions(path)


def test_a_file_and_its_functions_are_short_enough_to_read():
    assert each(too_long, (path for path in written() if path.suffix == ".py")) == {}


def open_to_change(path: Path) -> list[str]:
    """Data classes whose objects can be changed."""
    classes = (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))
    return [one.name for one in classes for mark in map(ast.unparse, one.decorator_list)
            if mark.startswith("dataclass") and "frozen=True" not in mark]


def test_what_all_sessions_share_cannot_be_changed():
    """What a service makes is kept and given to every page that asks."""
    assert [(path.stem, name) for path in sorted((ROOT / "shnor" / "service").rglob("*.py"))
            for name in open_to_change(path)] == []
