"""The slide of deficits over three schools: its counts, when it says «better», when it is not there."""

import pytest

from shnor.service.show import deck
from shnor.service.show.room import Absent
from shnor.service.show.slides import need
from shnor.shows import Show
from tests.clock import noon
from tests.service.conftest import DAY, file

NAMES = [f"МБОУ ООШ № {number}" for number in (5, 7, 9)]
SCHOOLS = [["Код школы", "Номер", "Краткое название"], *([f"Ш0{name[-1]}", name[-1], name] for name in NAMES)]
LISTS = [["Школа", "Статус", "С даты", "По дату"], *([name, "ШНОР", "01.01.2026", "31.12.2026"] for name in NAMES)]
HEAD = ["Школа", "Выявлен", "Предмет", "Дефицит", "Педагогов с дефицитом", "Мера", "Повторная диагностика", "Устранён"]
AUGUST, NOVEMBER = "28.08.2026", "20.11.2026"
OPEN = ("", "", "")
COURSE, TUTOR, KEPT = (("курсы", NOVEMBER, NOVEMBER), ("консультации тьютора", NOVEMBER, NOVEMBER),
                       ("курсы", NOVEMBER, ""))


@pytest.fixture
def beginning():
    return file("школы.csv", SCHOOLS), file("перечень.csv", LISTS)


@pytest.fixture
def slide(store, send):
    """The slide after these deficits were accepted, dealt to the schools in turn."""
    def made(*rows, people="2", schools=3):
        if rows:
            send(file("дефициты.csv", [HEAD, *(
                [NAMES[place % schools], AUGUST, "математика", f"дефицит {place}", people, *row]
                for place, row in enumerate(rows))]))
        with store.view() as view:
            show = Show("1", "Показ", noon(), noon(), "к", deck.order(view, DAY), ())
            return need.chain(deck.opened(view, show, DAY))
    return made


def points(found):
    return [(point.k, point.n) for series in found.body.chart.series for point in series.points]


def test_three_steps(slide):
    found = slide(*[COURSE] * 6, *[TUTOR] * 3, KEPT, *[OPEN] * 2)
    assert points(found) == [(12, None), (10, 12), (9, 10)]
    assert found.title == "Где дефицит закрыт курсом и тьютором, повторная диагностика лучше"
    assert "Связь, а не доказательство" in found.notes[2]


@pytest.mark.parametrize(("rows", "title"), [
    pytest.param([*[("курсы", "", "")] * 9, *[OPEN] * 3],
                 "Помощь организована по 9 из 12 дефицитов, устранение не проверялось", id="nobody-checked"),
    pytest.param([*[COURSE] * 9, *[KEPT] * 3], "Где была помощь, повторная диагностика лучше", id="courses-alone"),
    pytest.param([*[TUTOR] * 4, *[KEPT] * 8], "Из 12 дефицитов помощь организована по 12, устранено 4",
                 id="most-are-not-closed"),
    pytest.param([*[COURSE] * 6, *[TUTOR] * 2, *[KEPT] * 2, *[("", NOVEMBER, NOVEMBER)] * 2],
                 "Из 12 дефицитов помощь организована по 10, устранено 10", id="without-help-as-good"),
])
def test_the_title_says_what_the_rows_say(slide, rows, title):
    assert slide(*rows).title.replace("\u00a0", " ") == title


@pytest.mark.parametrize(("rows", "more", "why"), [
    pytest.param([], {}, "примите форму «Профессиональные дефициты»", id="no-rows"),
    pytest.param([COURSE] * 12, {"people": "0"}, "менее десяти случаев", id="few-people"),
    pytest.param([COURSE] * 12, {"schools": 2}, "мало школ", id="two-schools"),
])
def test_it_is_absent_with_its_reason(slide, rows, more, why):
    with pytest.raises(Absent, match=why):
        slide(*rows, **more)


def test_a_step_of_fewer_than_ten_is_not_drawn(slide):
    assert points(slide(*[COURSE] * 5, *[OPEN] * 7)) == [(12, None), (5, 12)]
