"""The letter box as it is drawn: the bar, a line a file, common questions once, a file opened by a click."""

import re
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from shnor.scope import Scope
from shnor.service.intake.drop import Incoming
from shnor.service.month.forms import Forms
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from tests.service.conftest import DAY, file

HEAD = ["Школа", "Когда", "Предмет", "Программа", "Человек"]
SHOWN: dict[str, object] = {}
"""What the drawn piece is of: a session, a tray."""


def piece() -> None:
    from shnor.ui.screens.upload import box
    from tests.service.conftest import DAY
    from tests.ui.screens.upload.test_box import SHOWN

    session = SHOWN["session"]
    box.files(session, SHOWN["tray"].review(session.store, DAY))


def courses(name: str, school: str = "МБОУ ООШ № 5") -> Incoming:
    return file(name, [HEAD, [school, "ноябрь 2026", "физика", name, "2"]])


@pytest.fixture
def drop(filled, monkeypatch):
    """drop(files…) → the box with them."""
    mine = tray.Tray()
    monkeypatch.setattr(tray, "of_base", lambda *whose: mine)

    def dropped(*files: Incoming) -> AppTest:
        mine.add(list(files))
        told = Session(filled, Scope(), DAY, DAY, filled.state, False, False, False, "", "методист",
                       ZoneInfo("Europe/Moscow"), Forms())
        SHOWN.update(tray=mine, session=told)
        return AppTest.from_function(piece, default_timeout=30).run()

    return dropped


def texts(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.main if block.type == "html").replace("\u00a0", " ")


def lines(app: AppTest) -> list[list[str]]:
    """Sign, name, what it is, what changes, what is asked, of each line."""
    found = re.findall(r"<div class='shnor-fileline'.*?</div>", texts(app))
    return [re.findall(r">([^<>]*)</(?:span|b)>", line) for line in found]


PICTURE = Incoming("фото.png", b"\x89PNG\r\n\x1a\n" + bytes(60))


def test_a_line_says_whose_what_and_what_it_would_change(drop):
    app = drop(courses("курсы.csv"), courses("ещё.csv"), PICTURE)
    assert not app.exception
    assert lines(app) == [
        ["◎", "«курсы.csv»", "→ МБОУ ООШ № 5 · Курсы повышения квалификации", "новых записей 1", "вопросов нет"],
        ["◎", "«ещё.csv»", "→ МБОУ ООШ № 5 · Курсы повышения квалификации", "новых записей 1", "вопросов нет"]]
    assert "<b>«фото.png»</b><span data-shnor-issue>Рисунок (PNG), прочитать таблицу с рисунка нельзя." in texts(app)
    assert "3 файла" in texts(app)
    assert [button.label for button in app.button][:2] == ["Принять готовые: 2", "Убрать непрочитанные"]


def test_a_common_question_stands_once_above_the_lines(drop):
    app = drop(*(courses(f"{number}.csv", "ООШ девять") for number in range(3)))
    assert texts(app).count("Общие вопросы: 1") == 1
    assert "Ждут ответа на общие вопросы: 3 файла" in texts(app)
    assert [line[-1] for line in lines(app)] == ["1 вопрос"] * 3


def test_a_click_opens_a_file_and_another_one_closes_it(drop):
    app = drop(courses("1.csv"), courses("2.csv"), courses("3.csv"))
    assert "Что изменится" not in texts(app)
    opens = [button for button in app.button if button.label == "Показать"]
    opens[0].click().run()
    assert texts(app).count("Что изменится") == 1
    next(button for button in app.button if button.label == "Свернуть").click().run()
    assert "Что изменится" not in texts(app)


def test_what_cannot_be_read_is_removed_with_one_button(drop):
    app = drop(courses("1.csv"), courses("2.csv"), PICTURE)
    next(button for button in app.button if button.label == "Убрать непрочитанные").click().run()
    assert [name for _, name, *_ in lines(app)] == ["«1.csv»", "«2.csv»"]


def test_an_opened_file_that_could_not_be_read_says_why_once(drop):
    app = drop(courses("1.csv"), courses("2.csv"), PICTURE)
    assert texts(app).count("Рисунок (PNG)") == 1
    key = next(key for key, one in SHOWN["tray"].files.items() if one.name == PICTURE.name)
    app.button(key=f"shnor_open_{key}").click().run()
    assert (texts(app).count("исунок (PNG)"), "shnor-unread" in texts(app)) == (1, False)
