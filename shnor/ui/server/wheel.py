"""`python -m shnor.ui.server.wheel FILE.whl …`: which of our texts another version of Streamlit does not contain.

For a developer who moves to it; `pip download streamlit==… --no-deps` brings the file.
"""

import sys
from pathlib import PurePosixPath
from zipfile import ZipFile

from shnor.ui.server import minified
from shnor.ui.server.texts import CUT, INDEX, TEXTS
from shnor.ui.server.translation import PAGE, TABLES, Files, missing, table_of

ALL = len(CUT) + len(INDEX) + sum(map(len, TEXTS.values()))


def main(arguments: list[str]) -> int:
    """1 when some of the wheels lacks a text."""
    reports = [report(path) for path in arguments]
    print("\n\n".join("\n".join(lines) for lines in reports) or __doc__)
    return int(any(len(lines) > 1 for lines in reports))


def report(path: str) -> list[str]:
    """A line of counts, then a line a text; where another bundle has the text, its name."""
    files = files_of(path)
    gaps = [(table, text) for table in TABLES for text in missing(table, files)]
    return [f"{PurePosixPath(path).name}: {len(gaps)} of {ALL} texts are missing",
            *(f"{table}: {text!r}{elsewhere(files, text)}" for table, text in gaps)]


def files_of(path: str) -> Files:
    with ZipFile(path) as wheel:
        return {PurePosixPath(name).name: wheel.read(name).decode() for name in wheel.namelist()
                if name.startswith("streamlit/static/") and name.endswith((".js", PAGE))}


def elsewhere(files: Files, text: str) -> str:
    others = sorted(table_of(name) for name, code in files.items() if minified.contains(code, text))
    return f" (now in {', '.join(others)})" if others else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
