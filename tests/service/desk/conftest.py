"""The desks of two schools of the small municipality, in November."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from shnor.desk import Desk
from shnor.scope import Actor
from shnor.service.desk.own import SchoolDesk
from shnor.service.month import workbook
from shnor.service.month.forms import Forms
from tests.actors import director
from tests.clock import noon
from tests.service.conftest import DAY

NOV = date(2026, 11, 1)
DIRECTOR = "директор МБОУ ООШ № 5"
NAMES = {"Ш05": "План № 5", "Ш09": "План № 9"}


@pytest.fixture
def desk(tmp_path) -> Iterator[Desk]:
    moments = iter(noon() + timedelta(minutes=n) for n in range(1000))
    made = Desk(tmp_path / "base.duckdb", lambda: next(moments))
    yield made
    made.close()


@pytest.fixture
def desk_of(filled, desk) -> Callable[..., SchoolDesk]:
    """The desk of a school, in the hands of its director."""
    def made(school: str = "Ш05", **changes: object) -> SchoolDesk:
        own = SchoolDesk(filled, desk, lambda: Actor(DIRECTOR, director(school).scope), school, NOV, DAY, Forms())
        return replace(own, **changes)
    return made


def cell(field: str, number: str = "1.2", school: str = "Ш05") -> str:
    """Name of a cell in a draft."""
    return f"progress/{NAMES[school]}/{number}/2026/1/{field}"


def returned(own: SchoolDesk, cells: Mapping[str, object], sheet: str = "Месяц") -> bytes:
    """The blank of the school with some cells filled in; row 12 is the first of the roadmap."""
    with own.view() as view:
        book = load_workbook(io.BytesIO(workbook.workbook(view, own.school, own.month)))
    for address, value in cells.items():
        book[sheet][address] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
