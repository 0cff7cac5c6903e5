"""What the table of roles is asked over: a base with names in it, its people, and how a leak is known."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.datasets import KINDS
from shnor.scope import Scope
from shnor.store import Store
from tests.clock import DAY, noon
from tests.named import SURNAME, name_teacher
from tests.service.pages.test_scopes import foreign, own_words
from tests.ui.serving import Serving, serving

ROOT = Path(__file__).resolve().parents[3]
NOBODY = "nobody"
WHO = (*ROLES, NOBODY)
DECLARED = sorted({str(column.example) for kind in KINDS.values() for column in kind.columns if column.type in (
    "text", "school") and column.example}, key=len, reverse=True)
"""What stands in the handbook as an example, in every base."""


@dataclass(frozen=True)
class Asked:
    """A running program, the word of each role, the school of those that have one, and what is another's there."""

    served: Serving
    words: dict[str, str]
    school: str
    strange: re.Pattern[str]
    own: tuple[str, ...]
    files: tuple[tuple[int, str], ...]

    def leaked(self, role: str, text: str) -> list[str]:
        """What the role may not read in a text: names of people but for the coordinator, other schools where it has
        its own, any school where it has none."""
        found = [] if role == "coordinator" else re.findall(SURNAME, text)
        if role in OF_SCHOOLS or role == "guest":
            for told in (*DECLARED, *(self.own if role != "guest" else ())):
                text = text.replace(told, " ")
            found += [text[max(0, one.start() - 60):one.end() + 40] for one in self.strange.finditer(text)]
        return found


@contextmanager
def asked(which: str, school: str, example_base: Callable[..., Path], folders: pytest.TempPathFactory,
          ) -> Iterator[Asked]:
    """school: of the director and of the curator."""
    base = Path(shutil.copy(example_base(which), folders.mktemp(f"roles-{which}") / "base.duckdb"))
    with closing(Store.open(base, create=False, clock=noon)) as store:
        strange, own, files = _named(store, school)
    with serving(folders, base) as served:
        words = {role: served.person(role, role, *([school] if role in OF_SCHOOLS else [])) for role in ROLES}
        yield Asked(served, words | {NOBODY: ""}, school, strange, own, files)


def _named(store: Store, school: str) -> tuple[re.Pattern[str], tuple[str, ...], tuple[tuple[int, str], ...]]:
    """Names a teacher in the base; other schools, words of the own one, all sheets that were kept."""
    name_teacher(store, school)
    with store.view(Scope("director", frozenset({school}))) as mine, store.view() as view:
        sheets = {(origin.upload, origin.sheet) for kind in ("progress", "courses", "results", "events", "requests")
                  for origin in view.origins([src for src, in view.rows(kind).select("src").fetchall()])}
        return foreign(store, school), tuple(own_words(mine)), tuple(sorted(sheets))


def paths(folder: Path) -> list[str]:
    """Every path the program answers in the mode of a server, as its routes write it. In a process of its own: making
    it takes over what the pages of other tests run in. folder: an empty one."""
    code = ("from app import app; from streamlit.web.server.starlette.starlette_app import create_streamlit_routes as "
            "stock; print(*(one.path or '/{page}' for one in [*stock(app._create_runtime()), *app._user_routes]), "
            "sep='\\n')")
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={
        "SHNOR_ORIGIN": "https://monitor.example.ru", "SHNOR_TODAY": DAY.isoformat(), "PATH": "",
        "SHNOR_DATA": str(folder)})
    return sorted({*told.stdout.split()})


def read(body: bytes) -> str:
    """Of a PDF or a workbook what a person reads in it, in one line."""
    if not body.startswith(b"%PDF"):
        return " ".join(texts(body).split())
    told = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def texts(body: bytes) -> str:
    """Of a workbook all that stands in it."""
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return "\n".join(plain(packed.read(name).decode("utf-8", "replace"))
                         for name in packed.namelist() if name.endswith(".xml"))


def plain(marked: str) -> str:
    """Without marks, each letter as itself, with plain spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", unescape(re.sub("<[^>]+>", " ", marked)))
