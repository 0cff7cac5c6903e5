"""Kinds declared for a test only, and a sheet written from nothing but a declaration."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from shnor.datasets import KINDS, Grid, Kind, Layout
from shnor.loaders.tables import recognise
from tests.loaders.made import grid

CODE = "Форма {} · 2026-11 · Ш99 · 7F3A"
OTHER = "МБОУ СОШ № 2, ЕГЭ, после резервных дней, физика, 7 класс, 2019/20, II четверть, март 2019"
"""Stands above the tables, so that what a label says cannot be had from the lines above."""
YEARS = {"years": "План на 2026 год", "years_text": "Ключевые мероприятия / 2026 год", "months": "Срок / Ноябрь 2026",
         "works": "4 РУ", "logins": "5 МА", "columns": "Самодиагностика"}
"""Layout → the header of its column of a year or of a month."""
MORE = {"requests": ("wanted_by", "addressee"), "staff": ("vacancies",), "events": ("topic",),
        "results": ("mean_score",), "surveys": ("answers",), "progress": ("done_date",), "roadmap": ("responsible",),
        "olympiads": ("stage", "winners"), "courses": ("subject", "provider"), "indicator_values": ("unit",),
        "support_roles": ("valid_to",), "competence": ("middle",), "documents": ("link",), "markers": ("grade",),
        "programmes": ("session",), "achievements": ("level", "held_on")}
"""Columns beside the needed ones, so that a sheet with one less is a table still; of a kind that is not here, all."""


@contextmanager
def declared(kind: Kind) -> Iterator[None]:
    """While it lasts, the kind is the one of its id."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KINDS, kind.id, kind)
        _forget()
        yield
    _forget()


def _forget() -> None:
    for name in ("vocabulary", "starts", "labels_above", "_layout", "_choices", "_matches", "owners"):
        getattr(recognise, name).cache_clear()


def with_layout(kind: Kind, layout: Layout) -> Kind:
    """The kind with this layout instead of its own of the same id."""
    return kind.model_copy(update={"layouts": tuple(layout if own.id == layout.id else own for own in kind.layouts)})


def _header(kind: Kind, layout: Layout, name: str) -> str:
    if layout.id == "posts" and name == "subject":
        return "Должность"
    return layout.headers[name][-1] if name in layout.headers else kind[name].title


def sheet(kind: Kind, layout: Layout, above: str = "", header: str = "", missing: str = "") -> Grid:
    """A row of the examples of a declaration under the headers of its layout. above: the column whose value stands
    beside its label over the table, and in no cell; header: a column beside the needed ones; missing: one left out."""
    years = layout.unpivot.into if layout.unpivot else ""
    more = MORE.get(kind.id, tuple(column.name for column in kind.typed))
    names = [name for name in dict.fromkeys((*layout.needs, *more, header))
             if name and name != missing and name != years and (name != above or name in layout.needs)]
    columns = {_header(kind, layout, name): None if name == above else kind[name].example for name in names}
    if years and missing != years:
        columns[YEARS[layout.id]] = kind[years].example
    if "" in layout.headers:
        columns[layout.headers[""][0]] = "учитель"
    label = ((layout.head[above][0], kind[above].example),) if above else ()
    parts = [text.split(" / ") for text in columns]
    return grid((CODE.format(layout.form),) if layout.form else (None,), (OTHER,), *label,
                tuple(part[0] for part in parts), tuple(part[1] if part[1:] else None for part in parts),
                tuple(columns.values()))
