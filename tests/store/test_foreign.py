"""What a scope of one school sees of rows that several schools share and of files others have sent."""

from dataclasses import replace

import duckdb
import pyarrow as pa
import pytest

from shnor.datasets import Batch, Column, Delivery, Grid, Kept, Kind
from shnor.scope import Scope
from shnor.store import Store
from shnor.store.foreign import CUT, NAMED, pattern
from tests.clock import noon
from tests.store.toy import BY, KINDS


def text(name: str, **more: str) -> Column:
    return Column(name=name, type="text", title=name, description="", **more)


EVENTS = Kind(id="events", title="События", sheet="События", row="одна строка — событие", key=("topic", "school"),
              school="school", shared="codes",
              columns=(text("topic"), text("school"), text("named"), text("codes", derived_from="named")))
SCHOOLS = Kind(id="schools", title="Школы", sheet="Школы", row="одна строка — школа", key=("school_id",),
               school="school_id", columns=(text("school_id"), text("name"),
                                            Column(name="number", type="whole", title="№", description="")))
GRID = Grid("События", (("урок в СОШ № 7",),), ())
REGISTER = ((SCHOOLS, (("A", "ООШ № 5", 5), ("B", "СОШ № 7", 7), ("C", "гимназия «Альфа»", None))),)
DIRECTOR = Scope("director", frozenset({"A"}))


def delivery(name: str, school: str, *tables: tuple) -> Delivery:
    batches = []
    for kind, rows in tables:
        names = [column.name for column in kind.stored]
        records = [{**dict(zip(names, row, strict=True)), "row": at, "cell": f"A{at}"}
                   for at, row in enumerate(rows, 2)]
        batches.append(Batch(kind.id, "list", kind.sheet, 1, len(rows),
                             pa.Table.from_pylist(records, schema=kind.schema)))
    return replace(Delivery(name, name, tuple(batches), (Kept.of(GRID),)), school=school)


FILES = (
    delivery("реестр.xlsx", "", *REGISTER),
    delivery("журнал.xlsx", "", (EVENTS, (
        ("семинар в СОШ № 7", "", "ООШ № 5, СОШ № 7", "A;B"), ("выезд", "", "ООШ № 5", "A"),
        ("выезд 2", "", "СОШ № 7", "B"), ("совещание", "", "", "")))),
    delivery("отчёт 7.xlsx", "B", (EVENTS, (("вместе", "B", "ООШ № 5", "A;B"),))),
    delivery("отчёт 5.xlsx", "A", (EVENTS, (("были в СОШ № 7", "A", "СОШ № 7", "A;B"),))),
    delivery("письмо.xlsx", "", (EVENTS, (("консультация", "", "ООШ № 5", "A"),))))


@pytest.fixture(scope="module")
def store():
    opened = Store.open(":memory:", kinds={**KINDS, "events": EVENTS, "schools": SCHOOLS}, clock=noon)
    for file in FILES:
        opened.accept(opened.preview(file), BY)
    opened.approve(noon().date().replace(day=1), BY)
    yield opened
    opened.close()


def test_a_shared_row_is_seen_without_the_others(store):
    with store.view(DIRECTOR) as view:
        rows = view.rows("events").order("src").select("topic", "school", "named", "codes").fetchall()
    assert rows == [(f"семинар в {CUT}", "", None, "A"), ("выезд", "", None, "A"), ("вместе", "", None, "A"),
                    ("были в СОШ № 7", "A", "СОШ № 7", "A"), ("консультация", "", None, "A")]


@pytest.mark.parametrize(("filters", "found"), [({"codes": "A;B"}, 0), ({"school": "B"}, 0), ({"codes": "A"}, 5)])
def test_what_is_cut_out_is_no_way_to_find_a_row(store, filters, found):
    with store.view(DIRECTOR) as view:
        assert len(view.rows("events", **filters).fetchall()) == found


@pytest.mark.parametrize(("scope", "files"), [
    (DIRECTOR, ["письмо.xlsx", "отчёт 5.xlsx"]), (Scope("guest", frozenset()), []),
    (Scope("head"), [file.file for file in reversed(FILES)])])
def test_files_and_lines_of_the_journal_are_those_of_the_own_school(store, scope, files):
    with store.view(scope) as view:
        assert [upload.file for upload in view.uploads()] == files
        assert len(view.journal()) == len(files) + (scope.sees_all and 1)
        shown = [upload.file for upload in store.uploads() if view.grid(upload.id, "События")]
        placed = [upload.file for upload in store.uploads() if view.tables(upload.id, "События")]
    assert (shown, set(placed) - set(files)) == (files, set())


def test_a_file_of_another_school_has_no_name(store):
    with store.view(DIRECTOR) as view:
        srcs = [src for src, in view.rows("events").order("src").select("src").fetchall()]
        assert [origin.file for origin in view.origins(srcs)] == [
            "журнал.xlsx", "журнал.xlsx", NAMED, "отчёт 5.xlsx", "письмо.xlsx"]


def test_what_is_seen_of_shared_rows_hangs_on_the_register():
    store = Store.open(":memory:", kinds={**KINDS, "events": EVENTS, "schools": SCHOOLS}, clock=noon)
    for file in FILES[1:2]:
        store.accept(store.preview(file), BY)
    with store.view(DIRECTOR) as own, store.view() as whole:
        keys = own.key_of({"events"}), whole.key_of({"events"})
    store.accept(store.preview(FILES[0]), BY)
    with store.view(DIRECTOR) as own, store.view() as whole:
        assert (own.key_of({"events"}) == keys[0], whole.key_of({"events"}) == keys[1]) == (False, True)
        assert own.rows("events").order("src").select("topic").fetchall()[0] == (f"семинар в {CUT}",)
    store.close()


def test_who_sees_all_sees_rows_as_they_are_written(store):
    with store.view() as view, store.view(DIRECTOR) as own:
        written = view.rows("events").order("src").fetchall()
        assert own.everybody().rows("events").order("src").fetchall() == written
    assert written[0][:4] == ("семинар в СОШ № 7", "", "ООШ № 5, СОШ № 7", "A;B")


@pytest.mark.parametrize(("said", "left"), [
    ("Урок в СОШ № 7", "Урок в …"), ("Школы № 5, 7", "…"), ("школа 7 и 17", "… и 17"), ("Форма № 7", "Форма № 7"),
    ("СОШ № 17", "СОШ № 17"), ("обмен с ГИМНАЗИЕЙ «Альфа»", "обмен с …"),
    ("обмен: гимназия «Альфа»", "обмен: …"), ("ООШ № 5", "ООШ № 5")])
def test_names_in_texts(said, left):
    names = pattern([("B", "СОШ № 7", 7), ("C", "гимназия «Альфа»", None)])
    assert duckdb.execute("select regexp_replace(?, ?, '…', 'gi')", [said, names]).fetchall() == [(left,)]


@pytest.mark.parametrize(("name", "said", "left"), [
    ("МБОУ «Гимназия имени Пушкина»", "семинар в гимназии им. Пушкина", "семинар в гимназии …"),
    ("Лицей «Надежда»", "в лицее «Надежде», с надеждой на успех", "в …, с надеждой на успех"),
    ("МКОУ Верхнереченская школа", "выезд в Верхнереченскую школу", "выезд в …"),
    ("Основная школа", "в основной школе", "в основной школе"), ("МБОУ СОШ", "в школе", "в школе")])
def test_a_name_without_a_number_is_found_however_it_is_declined(name, said, left):
    names = pattern([("B", name, None)])
    assert duckdb.execute("select regexp_replace(?, ?, '…', 'gi')", [said, names]).fetchall() == [(left,)]
