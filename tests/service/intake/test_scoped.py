"""A file checked for a director: beside the rows of the own school alone, in sentences that name no other school and no
file of others; for the coordinator the same file is told with all there is."""

import pytest

from shnor.service.intake import drop
from shnor.service.intake.checking import ANOTHER
from tests.actors import director
from tests.service.conftest import DAY, SCHOOLS, file

EVENT = ["Дата", "Вид", "Тема", "Участников", "Школа"]
BOTH = file("журнал центра.csv", [EVENT, ["06.10.2026", "семинар", "Смысловое чтение", "14", "МБОУ ООШ № 9"],
                                  ["07.10.2026", "вебинар", "Оценивание", "9", "МБОУ ООШ № 5"]])
ASKED = ["Школа", "Месяц", "Что нужно"]


@pytest.fixture
def beginning():
    return file("школы.csv", SCHOOLS), BOTH


def told(store, sent, *schools):
    """What is said of a file, for the coordinator or for the director of these schools."""
    scope = [director(*schools).scope] if schools else []
    [item] = drop.review(store, [sent], DAY, None, *scope)
    issues = [issue for issue in item.checked.issues if issue.severity != "warning"]
    return " ".join((*(issue.message for issue in issues),
                     *(choice.label for issue in issues for choice in issue.choices)))


def test_a_school_is_not_offered_to_another_one(store):
    sent = file("вопросы.csv", [ASKED, ["МБОУ СОШ № 9", "ноябрь 2026", "тьютор"]])
    assert "МБОУ ООШ № 9" in told(store, sent)
    assert "ООШ № 9" not in told(store, sent, "Ш05")
    assert "МБОУ ООШ № 9" in told(store, sent, "Ш09")


def test_a_row_alike_is_told_without_the_file_of_others(store):
    sent = file("наши.csv", [EVENT, ["05.10.2026", "семинар", "Смысловое чтение", "14", "МБОУ ООШ № 9"]])
    assert "журнал центра" in told(store, sent)
    own = told(store, sent, "Ш09")
    assert ("журнал центра" in own, ANOTHER in own) == (False, True)
    assert ANOTHER not in told(store, sent, "Ш05")
