"""What a file that leaves says anywhere in its bytes, and what of it is a school's or a person's."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from shnor.charts.script import plotly_script
from shnor.service.show.letters import School
from tests.reports.slides.office.opened import parts
from tests.reports.slides.printed import pages

FORM = re.compile(r"(?<!\w)(?:сош|оош|нош|школ\w{1,2}|гимнази\w{1,2}|лице\w{1,3})\s*№?\s*(\d+)"
                  r"(?![\d,.%]|\s+(?:из|класс|%))")
PACKAGES = (".pptx", ".docx", ".xlsx")


def said(end: str, data: bytes, folder: Path) -> dict[str, str]:
    """Everything in a file that is no program and no picture: part → its text. end: of its name."""
    if end.endswith(PACKAGES):
        return {name: f"{name} {part.decode('utf-8', 'replace')}" for name, part in parts(data).items()
                if not name.endswith((".xlsx", ".png", ".jpeg"))}
    if end.endswith(".html"):
        return {"html": data.decode().replace(plotly_script(), "")}
    return {"bytes": data.decode("latin-1"), "pages": "\n".join(pages(data, folder))}


def found(text: str, schools: Mapping[str, School], people: Collection[str] = ()) -> list[str]:
    """What of a text is a school's: its code, its names, its logins, its number behind a word for a school; or a
    person's. What is sought in all of it first is cheap."""
    plain = text.replace("\u00a0", " ").lower()
    words = {word.lower() for code, school in schools.items() for word in (code, school.name, *school.others)}
    numbers = {str(school.number) for school in schools.values() if school.number}
    return [*(word for word in (*words, *(name.lower() for name in people)) if word in plain
              and re.search(rf"(?<![\w.,]){re.escape(word)}(?!\w)", plain)),
            *(one[0] for one in FORM.finditer(plain) if one[1] in numbers)]
