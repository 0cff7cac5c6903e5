"""The survey of the invented district comes in without a question and says what was made up."""

from datetime import date

import pytest

from sample_data import books, surveys
from sample_data.district import SCHOOLS, register_row
from shnor.datasets import KINDS
from shnor.service import bases
from shnor.service.figures import topics
from shnor.service.intake import drop
from tests.actors import COORDINATOR
from tests.clock import noon

DAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = bases.open_base(":memory:", now=noon)
    register = books.of_kind(KINDS["schools"], "Школы", [register_row(school) for school in SCHOOLS])
    sent = [drop.Incoming("Реестр.xlsx", register)]
    sent += [drop.Incoming(path.name, path.read_bytes())
             for path, _ in surveys.files(tmp_path_factory.mktemp("surveys"))]
    for file in sent:
        reviewed = drop.review(opened, [file], DAY)
        assert [issue.code for item in reviewed for issue in item.checked.issues
                if issue.severity != "warning"] == []
        drop.accept_all(opened, reviewed, by=COORDINATOR)
    yield opened
    opened.close()


@pytest.mark.parametrize(("wave", "said"), [
    pytest.param("2025-04", (0, 0, "no_n"), id="percentages-alone"),
    pytest.param("2025-11", (49, 70, "ok"), id="yandex"),
    pytest.param("2026-04", (58, 79, "ok"), id="google"),
    pytest.param("2026-11", (63, 74, "ok"), id="a-list"),
])
def test_four_waves(store, wave, said):
    where = {"wave": wave, "question": surveys.QUESTION, "audience": "teachers"}
    with store.view() as view:
        [figure] = topics.counted(view, ["survey_share"], as_of=DAY, where=where)
    assert (figure.numerator, figure.denominator, figure.status) == said


def test_the_small_school_and_the_reach(store):
    where = {"wave": "2026-11", "audience": "teachers"}
    small = {"school_id": "Ш05", "question": surveys.QUESTION}
    with store.view() as view:
        [own] = topics.counted(view, ["survey_share"], as_of=DAY, where=where | small)
        [spring] = topics.counted(view, ["survey_share"], as_of=DAY, where=small | {"wave": "2026-04"})
        [reach, whole] = [topics.counted(view, ["survey_response"], as_of=DAY, where=where | one)[0]
                          for one in ({"school_id": "Ш05"}, {})]
    counts = [(figure.numerator, figure.denominator) for figure in (own, spring, reach, whole)]
    assert counts == [(9, 11), (7, 12), (11, 13), (74, 118)]


def test_no_wish_in_own_words_is_in_the_base(store):
    with store.view() as view:
        texts = repr(view.rows("surveys").fetchall())
        kept = [repr(view.grid(upload.id, sheet)) for upload in store.uploads()
                for sheet in ("Ответы на форму (1)", "Ответы на форму (1), вопросы", "Ответы на форму (1), посчитано")]
    assert "Пожелание №" not in texts + "".join(kept)
    assert sum(text != "None" for text in kept) == 2


