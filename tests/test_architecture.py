"""The layers of the house, who owns which library, how long things may be. A new arrow is a change of these tables."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASIS = frozenset({"errors", "periods", "nouns", "wording", "wording_change", "scope"})
BELOW = BASIS | {"datasets", "metrics", "loaders", "store", "charts", "reports"}

# part of the house -> which other parts it may import
LAYERS = {
    "errors": frozenset(), "periods": frozenset(), "nouns": frozenset(), "wording": {"nouns", "periods"},
    "wording_change": {"wording", "nouns"}, "scope": frozenset(),
    "config": frozenset(), "workdays": frozenset(),
    "datasets": BASIS,
    "metrics": {"periods"},
    "loaders": BASIS | {"datasets"},
    "store": BASIS | {"datasets"},
    "charts": {"metrics", "wording", "wording_change", "periods"},
    "reports": {"metrics", "charts", "wording", "wording_change", "periods"},
    "service": BELOW | {"sample_data", "workdays"},  # the demo is made by the same loader as everything else
    "access": BASIS | {"store"},
    "ui": BELOW | {"service", "access", "config"},
    "pages": {"ui", "service", "charts", "metrics", "access"},
    "app": {"ui", "service", "charts", "metrics", "access", "config"},
    "__main__": {"service", "access", "config", "errors", "periods"},  # periods: a month is typed and printed
}
# part of the house -> libraries it may use; what is named nowhere belongs to nobody
LIBRARIES = {
    "wording": {"babel"}, "config": {"pydantic"}, "workdays": {"holidays"},
    "datasets": {"pydantic", "narwhals", "pyarrow"},
    "metrics": {"narwhals", "numpy", "pyarrow", "scipy"},
    "loaders": {"python_calamine", "openpyxl", "docx", "narwhals", "pyarrow", "psutil"},
    "store": {"duckdb", "pyarrow"},
    "charts": {"plotly", "pandas", "babel"},  # babel: names of months for the axes
    "reports": {"docx", "docxtpl", "pptx", "openpyxl", "matplotlib", "typst", "pandas"},
    "service": {"pyarrow"},  # what leaves a view and enters a page is an Arrow table
    "access": {"argon2", "starlette"},
    "ui": {"streamlit", "starlette", "pandas"},
    "pages": {"streamlit"}, "app": {"streamlit"},
}
OURS = {path.stem if path.is_file() else path.name for path in (ROOT / "shnor").iterdir()
        if path.suffix == ".py" or path.is_dir()} - {"__init__", "__pycache__"}
OUTSIDE = {"pages", "app", "tests", "sample_data", "benchmarks"}
LEFT_OUT = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"}
SYSTEM_ONLY = re.compile(r"\bos\.(fork|kill|symlink|setsid|getuid)\b|\bimport (signal|resource|fcntl|pwd|grp)\b"
                         r"|\bsymlink_to\b|\bpreexec_fn\b")
WRITTEN_HERE = re.compile("/wo" + r"rk/|\.\./sha" + r"red|/tmp/ve" + r"nv|\.\./\.lib" + "rary")


def code() -> list[Path]:
    return [path for place in ("shnor", "pages") for path in sorted((ROOT / place).rglob("*.py"))] + [ROOT / "app.py"]


def part(path: Path) -> str:
    first, *rest = path.relative_to(ROOT).with_suffix("").parts
    return rest[0] if first == "shnor" else first


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """(name, ours) of everything imported anywhere in the file; name is a part of the house or a library."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (split(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[:len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (start, node.module)))
            yield from (split(f"{module}.{alias.name}") for alias in node.names)


def split(name: str) -> tuple[str, bool]:
    first, _, rest = name.partition(".")
    if first == "shnor":
        return rest.partition(".")[0], True
    return first, first in OUTSIDE


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", code(), ids=named)
def test_a_module_imports_only_what_lies_below(path: Path):
    here = part(path)
    ours = {name for name, is_ours in imports(path) if is_ours and name in OURS | OUTSIDE}
    assert ours - LAYERS.get(here, frozenset()) - {here} == set()


@pytest.mark.parametrize("path", code(), ids=named)
def test_a_library_stays_with_its_owners(path: Path):
    libraries = {name for name, is_ours in imports(path) if not is_ours} - set(sys.stdlib_module_names)
    assert libraries - LIBRARIES.get(part(path), set()) == set()


@pytest.mark.parametrize("path", code(), ids=named)
def test_nothing_is_imported_by_a_computed_name(path: Path):
    assert "importlib" not in {name for name, _ in imports(path)}
    assert "__import__" not in path.read_text("utf-8")


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
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names - set(sys.stdlib_module_names) == set()


def written() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(ROOT).parts):
            yield path


def test_only_the_worker_uses_what_windows_lacks():
    found = [named(path) for path in written() if path.suffix == ".py" and "tests" not in path.parts
             and SYSTEM_ONLY.search(path.read_text("utf-8"))]
    assert set(found) <= {"shnor/loaders/worker.py"}


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
    return [f"{named(path)} {one.name}" for one in functions if lines_of_code(one, text.splitlines()) > 40]


@pytest.mark.parametrize("path", [path for path in written() if path.suffix == ".py"], ids=named)
def test_a_file_and_its_functions_are_short_enough_to_read(path: Path):
    limit = 60 if path.parent == ROOT / "pages" else 300
    assert len(path.read_text("utf-8").splitlines()) <= limit
    assert long_functions(path) == []
