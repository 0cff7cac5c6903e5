"""With which letter the sheet of a school goes out, and under which sign it stands at seminars."""

import re
from datetime import UTC, date, datetime

import pytest

from shnor.shows import Show
from shnor.ui.kit import html
from shnor.ui.screens.school import seen_by

DAY = date(2026, 11, 27)


def show(name: str, *letters: str) -> Show:
    made = datetime(2026, 11, 26, 9, tzinfo=UTC)
    return Show("1", name, made, made, "координатор", letters, ())


@pytest.mark.parametrize(("coming", "said"), [
    pytest.param((date(2026, 12, 1), date(2026, 12, 25)),
                 "Директору «Лист школы» уходит с письмом об отчёте за декабрь 2026 (вернуть до 25.12.2026), с данными "
                 "на день отправки, сегодня — на 27.11.2026. ", id="a-report-is-due"),
    pytest.param(None, "Директору «Лист школы» уходит с письмом месяца, с данными на день отправки. ", id="none-is")])
def test_the_letter_and_its_day_are_named(coming, said):
    assert seen_by.sheet(coming, DAY) == said


@pytest.mark.parametrize(("kept", "said"), [
    pytest.param([show("Итоги года", "Ш07", "Ш05")],
                 "Показ «Итоги года» (26.11.2026): школа под условным обозначением «Б».", id="one-show"),
    pytest.param([show("Новый", "Ш05"), show("Прежний", "Ш07", "Ш05"), show("Старый", "Ш05")],
                 "Показ «Новый» (26.11.2026): школа под условным обозначением «А». Показ «Прежний» (26.11.2026): школа "
                 "под условным обозначением «Б».", id="the-newest-two"),
    pytest.param([show("Без неё", "Ш07")], "Ни в один сохранённый показ школа не вошла.", id="not-in-it"),
    pytest.param([], "Ни в один сохранённый показ школа не вошла.", id="no-shows")])
def test_the_sign_of_a_school_in_each_show(kept, said):
    shown = re.sub("<[^>]*>", "", "".join(map(html.cell, seen_by.at_seminars(kept, "Ш05"))))
    assert shown.replace("\u00a0", " ") == said
