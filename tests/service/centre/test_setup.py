"""The seven questions: what is kept, what is refused."""

import pytest

from shnor.errors import ShnorError
from shnor.service.centre import setup
from shnor.service.centre.cases import proposed
from tests.actors import COORDINATOR
from tests.service.conftest import SCHOOLS, file


def test_a_question_is_answered_when_the_base_says_so(store, send):
    with store.view() as view:
        assert setup.answered(store, view) == frozenset()
    setup.keep_name(store, "municipality", proposed("Приозёрный муниципальный округ"), COORDINATOR)
    send(file("школы.csv", SCHOOLS))
    with store.view() as view:
        assert setup.answered(store, view) == {"municipality", "schools"}


def test_corrected_cases_stay_and_another_name_is_proposed_anew(store):
    setup.keep_name(store, "municipality", proposed("город Сочи")._replace(pre="городе-курорте Сочи"), COORDINATOR)
    about = store.about()
    assert setup.cases_of(about, "municipality", "город Сочи").pre == "городе-курорте Сочи"
    assert setup.cases_of(about, "municipality", "город Армавир").pre == "городе Армавире"


@pytest.mark.parametrize("text", ["Иванова Мария Петровна", "директор И. П. Сидоров"])
def test_a_name_of_a_person_is_refused(store, text):
    with pytest.raises(ShnorError, match="Похоже на фамилию"):
        setup.keep_posts(store, {"head": text}, COORDINATOR)
    assert "head" not in store.about()
