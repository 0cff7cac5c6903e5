"""Which figures an acceptance changes: in the order of the figures, schools by number."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.metrics import Figure
from shnor.service.intake.effects import Effect
from shnor.store import TableChange
from shnor.ui.kit.changes import heading
from shnor.ui.kit.effects import by_school, has_number, over


def effect(metric: str, whose: str) -> Effect:
    figure = Figure(metric, {"plan": f"Дорожная карта {whose} на 2026 год"}, "", date(2026, 11, 27), 1, 3, None, None,
                    None, "ok", 3)
    return Effect(figure, figure)


def test_schools_stand_by_number_and_the_municipality_after_them():
    shown = by_school([effect("roadmap_no_report", whose) for whose in ("МБОУ ООШ № 12", "округа", "МБОУ ООШ № 1")] + [
        effect("roadmap_done_due", "МБОУ ООШ № 1")], ["МБОУ ООШ № 1", "МБОУ ООШ № 12"])
    assert {whose: [e.after.metric for e in group] for whose, group in shown.items()} == {
        "МБОУ ООШ № 1": ["roadmap_no_report", "roadmap_done_due"], "МБОУ ООШ № 12": ["roadmap_no_report"],
        "Дорожная карта округа на 2026 год": ["roadmap_no_report"]}
    assert list(shown) == ["МБОУ ООШ № 1", "МБОУ ООШ № 12", "Дорожная карта округа на 2026 год"]


def test_what_has_no_number_before_and_after_is_no_news():
    there = effect("roadmap_no_report", "округа")
    none = replace(there.after, numerator=0, denominator=0, status="no_data", rows=0)
    assert [has_number(one) for one in (there, Effect(none, there.after), Effect(none, none))] == [True, True, False]


def test_the_set_is_named_by_the_side_that_has_rows():
    there = replace(effect("events_count", "МБОУ ООШ № 5").after, group={}, set="МБОУ ООШ № 5")
    gone = replace(there, set="школы не указаны", rows=0)
    assert over(Effect(there, gone)) == over(Effect(gone, there)) == "МБОУ ООШ № 5"


@pytest.mark.parametrize(("alone", "words"), [
    pytest.param(True, "Что изменится: ", id="one-table"),
    pytest.param(False, "Что изменится (вопросы школ центру): ", id="one-of-several")])
def test_a_table_of_several_is_named(alone, words):
    assert heading(TableChange("requests", 1, 0, 0, (), ()), alone=alone) == words
