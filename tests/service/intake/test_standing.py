"""What is to be done about each file of a drop."""

from datetime import date

import pytest

from shnor.loaders.types import Checked, Issue
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.standing import Standing, told
from tests.service.conftest import DAY, file

HEAD = ["Школа", "Когда", "Предмет", "Программа", "Человек"]


def reviewed(*issues: Issue, **more) -> Reviewed:
    return Reviewed(Incoming("отчёт.xlsx", b""), Checked("отчёт.xlsx", "", issues=issues), more.pop("preview", None),
                    **more)


def issue(code: str = "some", severity: str = "error", cell: str = "") -> Issue:
    return Issue(code, severity, "Лист1", cell, "", "Сказано.")


class Change:
    """A preview as far as it is asked here."""

    def __init__(self, empty: bool) -> None:
        self.empty = empty


NEW, NOTHING = Change(empty=False), Change(empty=True)


@pytest.mark.parametrize(("item", "group"), [
    pytest.param(reviewed(preview=NEW), "ready", id="no-questions"),
    pytest.param(reviewed(issue(severity="warning", cell="A2"), preview=NEW), "ready", id="only-told-of-something"),
    pytest.param(reviewed(issue(severity="question", cell="A2"), preview=NEW), "questions", id="may-be-left-open"),
    pytest.param(reviewed(issue(cell="A2")), "questions", id="a-cell-to-mend"),
    pytest.param(reviewed(issue("list-of-schools")), "questions", id="a-list-to-look-through"),
    pytest.param(reviewed(issue()), "unread", id="nothing-in-it-was-read"),
    pytest.param(reviewed(preview=NOTHING), "known", id="nothing-new"),
    pytest.param(reviewed(preview=NEW, approved=(date(2026, 10, 1),)), "refused", id="its-month-is-approved"),
    pytest.param(reviewed(issue("file-stopped")), "unread", id="stopped")])
def test_a_file_stands_in_one_group(item, group):
    standing = Standing({"1": item})
    assert [state for state, files in standing.groups.items() if files] == [group]
    assert standing.state("1") == group


def test_a_stopped_file_can_be_read_again_and_a_picture_cannot():
    standing = Standing({"stopped": reviewed(issue("file-stopped")), "picture": reviewed(issue())})
    assert (list(standing.stopped), list(standing.unread)) == (["stopped"], ["stopped", "picture"])


@pytest.mark.parametrize(("number", "words"), [
    (1, ["готов 1", "с вопросами 1 (1 вопрос)", "не прочитан 1"]),
    (2, ["готовы 2", "с вопросами 2 (2 вопроса)", "не прочитаны 2"]),
    (5, ["готовы 5", "с вопросами 5 (5 вопросов)", "не прочитаны 5"]),
    (21, ["готов 21", "с вопросами 21 (21 вопрос)", "не прочитан 21"])])
def test_the_bar_in_words(number, words):
    kinds = {"asking": lambda place: reviewed(issue("some", "question", f"A{place + 2}")),
             "ready": lambda place: reviewed(preview=NEW), "unread": lambda place: reviewed(issue())}
    standing = Standing({f"{kind} {place}": made(place) for kind, made in kinds.items() for place in range(number)})
    assert [text.replace("\u00a0", " ") for text in told(standing).values()] == words


def test_a_question_of_several_files_is_one(filled):
    files = [file(f"{number}.csv", [HEAD, ["Лицей Южный", "ноябрь 2026", "физика", f"Опыты {number}", "2"]])
             for number in range(3)]
    standing = Standing({one.checked.file: one for one in drop.review(filled, files, DAY)})
    assert (len(standing.asking), standing.questions) == (3, 1)
