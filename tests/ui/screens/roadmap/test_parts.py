"""How a deadline of a roadmap is written."""

from dataclasses import fields
from datetime import date

import pytest

from shnor.service.figures.roadmap import Deadline, Parts
from shnor.ui.screens.roadmap import parts

NOVEMBER, DECEMBER = date(2026, 11, 30), date(2026, 12, 18)


def deadline(**cells):
    return Deadline(**{field.name: cells.get(field.name) for field in fields(Deadline)})


@pytest.mark.parametrize(("cells", "text"), [
    pytest.param({"deadline": "ноябрь 2026", "deadline_end": NOVEMBER, "due_date": NOVEMBER}, "ноябрь 2026",
                 id="as-planned"),
    pytest.param({"deadline": "ноябрь 2026", "deadline_end": NOVEMBER, "due_date": DECEMBER},
                 "ноябрь 2026, перенесено на 18.12.2026", id="moved-to-another-day"),
    pytest.param({"period": "2026"}, "2026", id="only-a-column-of-a-year"),
    pytest.param({"deadline": "ежеквартально", "deadline_kind": "recurrence", "deadline_end": NOVEMBER,
                  "due_date": NOVEMBER}, "ежеквартально, до 30.11.2026", id="one-of-those-that-repeat"),
    pytest.param({"deadline": "в марте и ноябре", "milestone": 2, "deadline_end": NOVEMBER, "due_date": DECEMBER},
                 "в марте и ноябре, до 30.11.2026, перенесено на 18.12.2026", id="the-second-of-two"),
])
def test_a_deadline_stands_as_written_with_the_day_it_was_moved_to(cells, text):
    assert parts.deadline_text(deadline(**cells)) == text


@pytest.mark.parametrize(("cells", "words"), [
    pytest.param({"standing": "нет сведений", "fact_status": "in_progress", "report_day": date(2026, 11, 24)},
                 "нет сведений; последнее слово: выполняется, 24.11.2026", id="told-before-the-deadline"),
    pytest.param({"standing": "нет сведений"}, "нет сведений", id="never-told"),
    pytest.param({"standing": "нет сведений", "report_day": date(2026, 11, 24)}, "нет сведений",
                 id="unchanged-of-nothing"),
    pytest.param({"standing": "не выполнено", "fact_status": "in_progress", "report_day": date(2026, 12, 24)},
                 "не выполнено", id="told-after-it"),
])
def test_the_last_word_stands_beside_no_report(cells, words):
    assert deadline(**cells).standing_in_words == words


@pytest.mark.parametrize(("cells", "told"), [
    pytest.param({"is_done": 1, "fact_date": NOVEMBER, "fact_document": "справка № 7", "fact_note": "в школе"},
                 "30.11.2026, справка № 7", id="day-and-document"),
    pytest.param({"is_done": 1, "fact_date": NOVEMBER, "fact_note": "в школе"}, "30.11.2026", id="document-to-come"),
    pytest.param({"is_done": 0, "fact_note": "не хватило часов"}, "не хватило часов", id="why-it-is-not-done"),
    pytest.param({"is_done": 0, "fact_document": "приказ № 2", "fact_note": "снято"}, "приказ № 2", id="dropped-by-it"),
    pytest.param({"is_done": 0}, "", id="nothing-is-told")])
def test_a_deadline_has_its_document_or_the_reason(cells, told):
    assert parts.proof(deadline(**cells)) == told


@pytest.mark.parametrize(("counts", "heads"), [
    pytest.param([(0, 0), (0, 0)], 6, id="nobody-has-them"), pytest.param([(0, 0), (8, 0)], 7, id="somebody-was-early"),
    pytest.param([(1, 0), (0, 9)], 8, id="both")])
def test_columns_that_nobody_needs_are_not_shown(counts, heads):
    rows = [Parts(**{field.name: 0 for field in fields(Parts)} | {"ahead_done": early, "undated": undated})
            for early, undated in counts]
    assert len(parts.columns(rows)) == heads
