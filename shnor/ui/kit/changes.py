"""What an acceptance would change, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from markupsafe import Markup

from shnor import store, wording
from shnor.datasets import KINDS, Batch, Column
from shnor.store import Change, Preview, TableChange
from shnor.ui.kit import around, grids, html

SHOWN = 8


def show(preview: Preview, *, missing: bool, schools: Mapping[str, str] = MappingProxyType({})) -> None:
    """See `html_of`."""
    html.show(html_of(preview, missing=missing, schools=schools))


def html_of(preview: Preview, *, missing: bool, schools: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """A line a table, then the first changes old → new. schools: names by code."""
    parts = [part for table in preview.tables for part in _table(preview, table, missing, schools)]
    if preview.seen:
        parts.append(html.text_html(f"Такой же файл уже принимали {preview.seen:%d.%m.%Y}.", mark="shnor-small"))
    return html.joined(parts)


def _table(preview: Preview, table: TableChange, missing: bool, schools: Mapping[str, str]) -> Iterator[Markup]:
    batches = [batch for batch in preview.delivery.batches if batch.kind == table.kind]
    yield html.text_html(html.Marked(heading(table, alone=len(preview.tables) == 1), "shnor-strong"),
                         summary(table, batches))
    if table.changes:
        yield html.items_html(list(_by_row(table.kind, table.changes[:SHOWN], schools)))
        yield from _sheets(preview, table)
        if len(table.changes) > SHOWN:
            yield html.text_html(f"и ещё изменений: {len(table.changes) - SHOWN}", mark="shnor-small")
    if table.replaced:
        yield html.items_html([f"Больше не считается: {row_text(table.kind, row, schools)}"
                               for row in table.replaced[:SHOWN]])
        if len(table.replaced) > SHOWN:
            yield html.text_html(f"и ещё больше не считается: {len(table.replaced) - SHOWN}", mark="shnor-small")
    gone = [key for key in table.missing if key.get(KINDS[table.kind].school) != ""]
    if missing and gone:  # another file of the centre may tell of the same day: such rows are not missing
        yield html.text_html(f"Больше нет в файле: {len(gone)}. Эти строки останутся, как были.", mark="shnor-small")


def _sheets(preview: Preview, table: TableChange) -> Iterator[Markup]:
    """Folded, each sheet with the cells of the changes listed above."""
    marked: dict[str, dict[str, None]] = {}
    for change in table.changes[:SHOWN]:
        for place in change.places:
            marked.setdefault(place.sheet, {}).update(dict.fromkeys(place.cells))
    tables = preview.delivery.places(table.kind)
    for kept in preview.delivery.kept:
        if cells := list(marked.get(kept.sheet, ())):
            grid = kept.grid
            known = [tables[grid.sheet]] if grid.sheet in tables else []
            where = grids.place(grid.sheet, "", preview.delivery.file)
            yield html.fold(f"Показать: {where or 'таблица'}", grids.grid_html(
                grid, cells, around.rows(grid, known, cells), around.columns(grid, known, cells)))


def heading(table: TableChange, *, alone: bool) -> str:
    """«Что изменится: », and where a file has several tables, in which: «Что изменится (вопросы школ центру): »."""
    title = KINDS[table.kind].title
    return "Что изменится: " if alone else f"Что изменится ({wording.small(title)}): "


def summary(table: TableChange, batches: Sequence[Batch]) -> str:
    """«новых записей 48 (мероприятий в файле 16) · изменится 1 · без изменений 12»"""
    if not table.added and not table.changed and not table.replaced:
        return "ничего: всё, что в файле, уже есть."
    new = f"новых записей {table.added}"
    rows = sum(batch.rows for batch in batches)
    if rows != sum(batch.table.num_rows for batch in batches):
        new += f" (строк в файле {rows})"
    out = f" · перестанет считаться {len(table.replaced)}" if table.replaced else ""
    return f"{new} · изменится {table.changed} · без изменений {table.unchanged}{out}"


def in_short(preview: Preview) -> str:
    """«новых записей 48 · изменится 1», all tables together."""
    told = (("новых записей", sum(table.added for table in preview.tables)),
            ("изменится", sum(table.changed for table in preview.tables)),
            ("перестанет считаться", sum(len(table.replaced) for table in preview.tables)))
    return " · ".join(f"{words} {number}" for words, number in told if number)


def _by_row(kind: str, changes: Sequence[Change], schools: Mapping[str, str]) -> Iterator[str]:
    """The changes of a row in one line."""
    rows: dict[tuple, list[Change]] = {}
    for change in changes:
        rows.setdefault(tuple(change.key.items()), []).append(change)
    for row in rows.values():
        yield f"{key_text(row[0].key, kind, schools)}: {'; '.join(_change(kind, change) for change in row)}"


def row_text(kind: str, row: Mapping[str, object], schools: Mapping[str, str] = MappingProxyType({})) -> str:
    """A whole row that stops counting: «Школа: МБОУ ООШ № 9, Когда: 14.10.2026, Человек: 6»."""
    shown = [column for column in KINDS[kind].typed if row.get(column.name) not in (None, "")]
    texts = ((column, _typed_text(kind, column, row[column.name])) for column in shown)
    return ", ".join(f"{column.title}: {schools.get(text, text) if column.type == 'school' else text}"
                     for column, text in texts)


def _typed_text(kind: str, column: Column, value: object) -> str:
    """A period or a month in words, as it stands in files."""
    if column.type == "period":
        return wording.period(str(value))
    if column.type == "month" and isinstance(value, date):
        return wording.month(value)
    return store.value_text(KINDS[kind], column.name, value)


def change_text(kind: str, change: Change) -> str:
    """«2.4, ноябрь 2026: Состояние — «выполняется» → «выполнено»»"""
    return f"{key_text(change.key, kind)}: {_change(kind, change)}"


def _change(kind: str, change: Change) -> str:
    old, new = (store.quoted_value(KINDS[kind], change.column, value) for value in (change.old, change.new))
    return f"{KINDS[kind][change.column].title} — {old} → {new}{_where(change)}"


def _where(change: Change) -> str:
    """«, ячейка G14»; «, ответ при приёме»."""
    said = [f"{'ячейка' if len(place.cells) == 1 else 'ячейки'} {', '.join(place.cells)}" if place.cells
            else place.words for place in change.places]
    return "".join(f", {text}" for text in dict.fromkeys(said) if text)


def key_text(key: Mapping[str, object], kind: str, schools: Mapping[str, str] = MappingProxyType({})) -> str:
    """See `shnor.store.key_text`."""
    return store.key_text(KINDS[kind], key, schools)
