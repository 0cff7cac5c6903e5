"""«Пришло от школ»: a line a report, accepted in one click, looked at with one's own answers, given back."""

import re
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from shnor.scope import Scope
from shnor.service.month.forms import Forms
from shnor.ui.run import from_schools as boxes
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from tests.service.conftest import DAY, accepted
from tests.service.intake.test_beside_others import five, nine

NOV = DAY.replace(day=1)
SHOWN = {}


def piece() -> None:
    from shnor.ui.screens.upload import accepted, from_schools
    from tests.ui.screens.upload.test_from_schools import SHOWN

    waiting = from_schools.handed_in(SHOWN["session"])
    accepted.accepted(SHOWN["session"])
    from_schools.letters(SHOWN["session"], waiting)


def session(store, login="one", who="координатор") -> Session:
    return Session(store, Scope(), DAY, DAY, store.state, False, False, False, "", who, ZoneInfo("Europe/Moscow"),
                   Forms(), login)


def send(desk, school, file, answers=None):
    one = desk.post.add(school, NOV, "file", file.name, file.data, by=f"директор МБОУ ООШ № {school[-1]}")
    desk.post.answer(one.number, school, answers or {})
    return desk.post.send(one.number, school)


def opened(store, desk, **who) -> AppTest:
    SHOWN["session"] = session(store, **who)
    boxes.of_base(SHOWN["session"].base).shown(store, desk.post.waiting(), DAY, patience=60)
    app = AppTest.from_function(piece, default_timeout=60).run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.main if block.type == "html").replace("\u00a0", " ")


def lines(app: AppTest) -> list[list[str]]:
    found = re.findall(r"<div class='shnor-fileline.*?</div>", texts(app))
    return [re.findall(r">([^<>]*)</(?:span|b)>", line) for line in found]


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.startswith(label)).click()
    return app.run()


def test_a_line_says_who_sent_what_and_what_it_would_change(filled, desk):
    send(desk, "Ш09", nine("почти всё"))
    send(desk, "Ш05", five("почти всё"), {("Таблица 1", "E2"): "выполняется"})
    app = opened(filled, desk)
    assert [line[:2] + line[3:] for line in lines(app)] == [
        ["?", "МБОУ ООШ № 9", "", "1 вопрос"], ["◎", "МБОУ ООШ № 5", "изменится 1", "вопросов нет"]]
    told = r"отчёт за ноябрь, файл, 27\.11 в \d\d:\d\d, директор, с ответами на 1 вопрос"
    assert re.fullmatch(told, lines(app)[1][2])
    assert buttons(app) == ["Посмотреть", "Вернуть", "Принять", "Посмотреть", "Вернуть"]


def test_a_report_that_takes_the_place_of_an_accepted_one_says_so(filled, desk):
    accepted(filled, nine("выполняется"))
    send(desk, "Ш09", nine("не выполнено", "снова.csv"))
    send(desk, "Ш05", five("выполняется", month="ноябрь 2026"))
    assert ["отчёт за ноябрь, повторно, файл" in line[2] for line in lines(opened(filled, desk))] == [True, False]


def test_one_click_accepts_and_the_line_is_gone(filled, desk):
    send(desk, "Ш09", nine("выполняется"))
    app = press(opened(filled, desk), "Принять")
    assert "Принято: «МБОУ ООШ № 9, отчёт за ноябрь»." in texts(app)
    assert (lines(app), desk.post.waiting()) == ([], [])
    assert "новых отчётов нет" in texts(app)


def test_all_without_questions_are_accepted_and_the_others_wait(filled, desk):
    for school, file in (("Ш09", nine("выполняется")), ("Ш05", five("выполняется"))):
        send(desk, school, file)
    asking = desk.post.add("Ш09", None, "file", "ещё.csv", nine("почти всё").data, by="директор")
    desk.post.send(asking.number, "Ш09")
    app = press(opened(filled, desk), "Принять все без вопросов: 2")
    assert [one.number for one in desk.post.waiting()] == [asking.number]
    assert len([one for one in filled.journal() if one.note.startswith("прислала школа: директор")]) == 2
    assert len(lines(app)) == 1


def test_the_second_is_told_that_it_is_done(filled, desk):
    send(desk, "Ш09", nine("выполняется"))
    second = opened(filled, desk, login="two", who="второй")
    first = opened(filled, desk)
    press(first, "Принять")
    SHOWN["session"] = session(filled, "two", "второй")
    assert "не принято. Этот отчёт уже принят: координатор." in re.sub("<[^>]+>", "", texts(press(second, "Принять")))
    assert filled.state == 4


def test_whoever_looks_answers_in_a_box_of_their_own(filled, desk):
    one = send(desk, "Ш09", nine("почти всё"))
    app = press(opened(filled, desk), "Посмотреть")
    assert buttons(app) == ["Открыт ниже", "Вернуть"]
    mine, other = tray.of(session(filled)), tray.of(session(filled, "two"))
    assert (len(mine.files), other.empty) == (1, True)
    [key] = mine.files
    [issue] = mine.review(filled, DAY)[key].checked.issues
    mine.answer(key, *issue.key, "выполняется")
    mine.accept(filled, mine.review(filled, DAY), SHOWN["session"].actor, DAY)
    assert (mine.last.problem, desk.post.over("Ш09")[0].number, desk.post.waiting()) == ("", one.number, [])


def test_what_was_opened_and_is_over_leaves_the_box(filled, desk):
    one = send(desk, "Ш09", nine("почти всё"))
    app = press(opened(filled, desk), "Посмотреть")
    desk.post.take_back(one.number, "Ш09", by="директор")
    assert "этот отчёт больше не ждёт приёма" in texts(app.run())
    assert tray.of(session(filled)).empty


@pytest.mark.parametrize(("ready", "asking", "groups", "drawn"), [
    (3, 3, [], 6), (7, 2, ["Вопросов нет: 7 отчётов"], 2), (4, 4, ["Есть вопросы: 4 отчёта", "Вопросов нет: 4 отчёта"],
                                                            0)])
def test_many_are_folded_by_what_is_to_be_done(filled, desk, ready, asking, groups, drawn):
    for number in range(ready + asking):
        file = nine("выполняется" if number < ready else "почти всё", f"{number}.csv")
        one = desk.post.add("Ш09", None, "file", file.name, file.data, by="директор")
        desk.post.send(one.number, "Ш09")
    app = opened(filled, desk)
    assert ([piece.label.replace("\u00a0", " ") for piece in app.expander], len(lines(app))) == (groups, drawn)


def test_on_ones_own_computer_there_is_no_such_box(filled, desk, monkeypatch):
    send(desk, "Ш09", nine("выполняется"))
    monkeypatch.delenv("SHNOR_ORIGIN")
    SHOWN["session"] = session(filled)
    assert texts(AppTest.from_function(piece, default_timeout=60).run()) == ""
