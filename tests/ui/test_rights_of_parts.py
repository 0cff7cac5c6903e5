"""What no page may forget, asked of the code: whatever runs by itself asks who looks, and looks with their eyes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).resolve().parents[2]
PATHS = [path for folder in ("shnor/ui", "pages") for path in sorted((CODE / folder).rglob("*.py"))]


def run_by_themselves(path: Path) -> Iterator[tuple[str, str]]:
    """Windows and parts of pages that Streamlit runs without the page, with what is put around them last."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        around = [ast.unparse(one) for one in node.decorator_list] if isinstance(node, ast.FunctionDef) else []
        if any(one.startswith(("st.dialog", "st.fragment")) for one in around):
            yield f"{path.relative_to(CODE)} {node.name}", around[-1]


def test_what_runs_without_its_page_asks_who_looks():
    found = dict(pair for path in PATHS for pair in run_by_themselves(path))
    assert found
    assert [name for name, last in found.items() if last != "over.asked"] == []


def test_a_page_does_not_look_into_the_store_past_whoever_looks():
    found = {path.name for path in PATHS if re.search(r"store\.(?:view|journal|uploads)\(", path.read_text("utf-8"))}
    assert found == {"session.py", "cache.py"}


def test_a_press_of_a_button_acts_as_who_it_is_then():
    """Arguments of a press are made when the page is drawn: an actor among them would be of that moment."""
    assert [path.name for path in PATHS if re.search(r"args=\([^)]*\.actor", path.read_text("utf-8"))] == []
