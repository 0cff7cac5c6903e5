"""One sheet of the month: a row a school, numbers as numbers, what is unknown is empty and never 0."""

from datetime import date

import pytest

from shnor.service.month.owed import Cell
from shnor.service.pages import month_table, overview
from shnor.service.pages.matrix import Low, Row, of_municipality
from shnor.service.pages.month_table import Beside
from tests.service.conftest import DAY

NOV, DUE = date(2026, 11, 1), date(2026, 11, 25)


def report(state: str, came: date | None = None, **more) -> Cell:
    return Cell("Ш05", "month", NOV, state, DUE, came, **more)


def row(parts=None, **more) -> Row:
    return Row(**{**dict(school_id="Ш05", name="МБОУ ООШ № 5", note="2026", on_list=True, parts=parts,
                         reports=(report("accepted", date(2026, 11, 24)),), low=(Low("2025/26", 3, 8, None, ()),),
                         help=(("выезд", 2), ("консультация", 0), ("мастер-класс", 1)), together=4), **more})


def cells(shown: Row, known: Beside) -> dict[str, object]:
    made = month_table.table([shown], (NOV,), ("«2», математика", ("2025–2026",)), known, (), year=2026, day=DAY,
                             synthetic=True)
    assert (made.title, made.synthetic) == ("Свод месяца: ноябрь 2026", True)
    return dict(zip(made.head, made.rows[0], strict=True))


def test_a_row_says_everything_of_a_school(filled):
    with filled.view() as view:
        parts = overview.build(view, day=DAY).lines[0].counts
    said = cells(row(parts), Beside({"Ш05": {"done": 2, "unchanged": 1}}, {"Ш05": (4, 5)}))
    assert list(said.values()) == ["МБОУ ООШ № 5", "2026", "сдан 24.11.2026", 2, 1, 0, 1, 0, 3, 2, 0, 0, 3, 8, 4, 5, 2,
                                   0, 1, 4, 0, ""]


def test_what_is_not_known_is_empty():
    said = cells(row(low=()), Beside())
    assert [name for name, value in said.items() if value is None] == [
        "Срок наступил", "Подтверждено", "Выполнено, документ ожидается", "Не выполнено", "Нет сведений",
        "Отметок за месяц", "Отмечено «выполнено»", "Отмечено «выполняется»", "Отмечено «не выполнено»",
        "«2», математика, 2025–2026, человек", "Писали, 2025–2026", "Курсы 2026: завершили по плану",
        "Курсы 2026: план"]


def test_the_municipality_has_its_roadmap_alone(filled):
    with filled.view() as view:
        parts = overview.build(view, day=DAY).lines[0].counts
    said = cells(of_municipality(parts, (NOV,)), Beside({"": {"done": 1}}))
    assert {name: value for name, value in said.items() if value not in (None, "")} == {
        "Школа": "Муниципалитет", "Перечень": "своя дорожная карта", "Срок наступил": 2, "Подтверждено": 1,
        "Выполнено, документ ожидается": 0, "Не выполнено": 1, "Нет сведений": 0, "Отметок за месяц": 1,
        "Отмечено «выполнено»": 1, "Отмечено «выполняется»": 0, "Отмечено «не выполнено»": 0}


@pytest.mark.parametrize(("cell", "said"), [
    (None, "не требуется"), (report("not_asked"), "не требуется"), (report("waiting"), "ждём"),
    (report("moved"), "ждём до 25.11.2026"), (report("questions"), "есть вопросы"),
    (report("accepted", date(2026, 11, 26)), "сдан 26.11.2026, позже срока"),
    (report("accepted", date(2026, 11, 26), by_list=True), "сдан 26.11.2026, из свода"),
    (report("accepted", DUE, unchanged=True), "сдан 25.11.2026, без изменений"),
    (report("not_required", DUE), "сдан 25.11.2026"),
    (report("partial", DUE, missing=("Педагоги",)), "сдан не весь: нет листа «Педагоги»"),
    (report("partial", DUE, missing=("Педагоги", "Месяц")), "сдан не весь: нет листов «Педагоги», «Месяц»")])
def test_a_report_in_words(cell, said):
    assert month_table.state_in_words(cell) == said
