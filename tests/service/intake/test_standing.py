"""What is to be done about each file of a drop."""

from datetime import date

import pytest

from shnor.loaders.types import Checked, Issue
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.standing import Standing, todo
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
    pytest.param(reviewed(issue(severity="question", cell="A2"), preview=NEW), "asking", id="may-be-left-open"),
    pytest.param(reviewed(issue(cell="A2")), "asking", id="a-cell-to-mend"),
    pytest.param(reviewed(issue("list-of-schools")), "asking", id="a-list-to-look-through"),
    pytest.param(reviewed(issue()), "refused", id="nothing-to-answer"),
    pytest.param(reviewed(preview=NOTHING), "known", id="nothing-new"),
    pytest.param(reviewed(preview=NEW, approved=(date(2026, 10, 1),)), "refused", id="its-month-is-approved"),
    pytest.param(reviewed(issue("file-stopped")), "unread", id="stopped")])
def test_a_file_stands_in_one_group(item, group):
    standing = Standing({"1": item})
    assert [name for name in ("asking", "ready", "known", "refused", "unread") if getattr(standing, name)] == [group]


@pytest.mark.parametrize(("number", "words"), [
    (1, "Ждут ответа: 1 файл, 1 вопрос"), (2, "Ждут ответа: 2 файла, 2 вопроса"),
    (5, "Ждут ответа: 5 файлов, 5 вопросов"), (21, "Ждут ответа: 21 файл, 21 вопрос")])
def test_what_is_to_be_done_in_words(number, words):
    items = {str(place): reviewed(issue("some", "question", f"A{place + 2}")) for place in range(number)}
    assert todo(Standing(items)).replace("\u00a0", " ") == words
    both = todo(Standing({**items, "ready": reviewed(preview=NEW), "no": reviewed(issue())})).replace("\u00a0", " ")
    assert both == f"{words} · можно принять: 1 файл · не приняты: 1 файл"


def test_a_question_of_several_files_is_one(filled):
    files = [file(f"{number}.csv", [HEAD, ["Лицей Южный", "ноябрь 2026", "физика", f"Опыты {number}", "2"]])
             for number in range(3)]
    standing = Standing({one.checked.file: one for one in drop.review(filled, files, DAY)})
    assert (len(standing.asking), standing.questions) == (3, 1)
