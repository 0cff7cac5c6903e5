"""A column a file says nothing of leaves what is known alone; an approved month is said before «Принять»."""

from datetime import date, datetime

from shnor.service.intake import drop, manual
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, file

HEAD = ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"]
MARK = ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.2"]


def stored(store) -> tuple:
    with store.view() as view:
        return view.rows("progress", number="1.2").select("status", "document", "note").fetchall()[0]


def test_an_empty_column_does_not_wipe_the_explanation(filled, send):
    assert stored(filled) == ("not_done", None, "перенесём на декабрь")
    send(file("ещё.csv", [HEAD, [*MARK, "выполнено", "30.10.2026", "справка № 2"]]))
    assert stored(filled) == ("done", "справка № 2", "перенесём на декабрь")


def test_the_second_file_of_a_drop_keeps_what_the_first_one_said(filled, send):
    first = [[*HEAD, "Пояснение школы"], [*MARK, "выполнено", "30.10.2026", "справка № 2", "проведён в школе"]]
    send(file("первый.csv", first), file("второй.csv", [HEAD, [*MARK, "выполнено", "30.10.2026", "справка № 3"]]))
    assert stored(filled) == ("done", "справка № 3", "проведён в школе")


def test_what_was_left_as_it_was_leads_to_the_file_that_said_it(filled, send):
    send(file("ещё.csv", [HEAD, [*MARK, "выполнено", "30.10.2026", "справка № 2"]]))
    send(file("позже.csv", [HEAD[:-1], [*MARK, "выполнено", "29.10.2026"]]))
    with filled.view() as view:
        [src] = [src for src, in view.rows("progress", number="1.2").select("src").fetchall()]
        [origin] = view.origins([src])
    assert [(origin.of(name).file, *(cell for place in origin.places(name) for cell in place.cells))
            for name in ("done_date", "document", "note")] == [
        ("позже.csv", "F2"), ("ещё.csv", "G2"), ("отметки.csv", "H3")]


def test_the_preview_shows_only_what_was_said(filled):
    row = manual.one_row("progress", {"plan": MARK[0], "month": MARK[2], "number": MARK[3], "status": "выполняется"},
                         datetime(2026, 11, 27))
    [item] = drop.review(filled, [row], DAY)
    assert [(c.column, c.old, c.new) for c in item.preview.tables[0].changes if c.column != "school_id"] == [
        ("status", "not_done", "in_progress")]
    assert item.incoming.whole is False


def test_a_value_beside_empty_cells_replaces_what_was(filled, send):
    rows = [[*MARK, "выполнено", "30.10.2026", ""], ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.1", "выполнено",
                                                   "01.10.2026", "акт"]]
    send(file("ещё.csv", [HEAD, *rows]))
    assert stored(filled)[:2] == ("done", None)


def test_an_approved_month_is_told_before_acceptance(filled):
    filled.approve(date(2026, 10, 1), by=COORDINATOR)
    [item] = drop.review(filled, [file("ещё.csv", [HEAD, [*MARK, "выполнено", "30.10.2026", ""]])], DAY)
    assert (item.approved, item.ready) == ((date(2026, 10, 1),), False)
    assert drop.accept_all(filled, [item], by=COORDINATOR) == filled.state == 4
