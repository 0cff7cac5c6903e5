"""Показ на семинаре as its people meet it: three sets, a list that is changed, own slides, and who may do what."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sample_data import make
from shnor.errors import ShnorError
from shnor.scope import Role, Scope
from shnor.service.show import ready
from shnor.shows import Item, Shows
from shnor.ui.run.session import PRESENT, Present, open_bases
from shnor.ui.run.shows import of
from shnor.ui.screens.show import slides
from shnor.ui.screens.show.page import CHOSEN
from tests.service.show.test_pictures import png

PAGE = Path(__file__).resolve().parents[4] / "pages" / "show.py"
SHORT = "5 слайдов: совещание директоров"
pytestmark = pytest.mark.slow


@pytest.fixture
def town(request, example_base, tmp_path, monkeypatch) -> Shows:
    """The shows beside a copy of an example; of «zarechny» where the test asks for it."""
    base = Path(shutil.copy(example_base(getattr(request, "param", "priozerny")), tmp_path / "demo.duckdb"))
    for name, value in (("DATABASE", str(base)), ("DATA", str(tmp_path)), ("TODAY", make.DAY.isoformat())):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    return of(open_bases().get(base))


def opened(role: Role = "coordinator", **query: str) -> AppTest:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.query_params.update(query)
    app.session_state[PRESENT] = Present(role, Scope(role))
    return again(app, role)


def again(app: AppTest, role: Role = "coordinator") -> AppTest:
    app.session_state[PRESENT] = Present(role, Scope(role))
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    """What the page says, with plain spaces."""
    return " ".join(block.proto.body for block in app.main if block.type == "html").replace("\u00a0", " ")


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.main.button]


def press(app: AppTest, label: str) -> AppTest:
    [button] = [one for one in app.main.button if one.label == label]
    button.click()
    return again(app)


def begun(town: Shows, label: str = SHORT) -> tuple[AppTest, str]:
    """The page with a new show, and its id."""
    app = press(opened(), label)
    [show] = town.kept.all()
    return app, show.id


def keys(town: Shows, id: str) -> list[str]:
    return [item.key for item in town.kept.get(id).items]


def test_without_a_show_three_sets_are_offered(town):
    app = opened()
    assert labels(app)[-3:] == [one.title for one in ready.SETS.values()]
    assert town.kept.all() == []


@pytest.mark.parametrize("key", ready.SETS)
def test_a_press_makes_the_show(key, town):
    app, id = begun(town, ready.SETS[key].title)
    show = town.kept.get(id)
    assert (tuple(keys(town, id)), show.name) == (ready.SETS[key].keys, "Семинар 27.11.2026")
    assert app.query_params[CHOSEN] == id
    assert f"href='/shnor/show/{id}'" in text(app)


def test_the_list_says_what_a_slide_concludes_and_why_one_is_left_out(town):
    said = text(begun(town, ready.SETS["12"].title)[0])
    assert "22,8 % против 30,0 %" in said
    assert said.count("class='absent'") == 1
    assert "<small>Дефицит, помощь, результат</small>" in said
    assert "12 слайдов, около" in said


def test_a_slide_is_moved_hidden_and_taken_out(town):
    app, id = begun(town)
    assert keys(town, id) == ["title", "deadlines", "marks", "answers", "decision"]
    app.main.selectbox(key=f"shnor_show_slide_{id}").select("marks")
    again(app)
    press(app, "Выше")
    assert keys(town, id) == ["title", "marks", "deadlines", "answers", "decision"]
    press(app, "Скрыть")
    assert [item.key for item in town.kept.get(id).items if item.hidden] == ["marks"]
    assert "4 слайда, около" in text(app)
    press(app, "Показывать")
    press(app, "Убрать")
    assert keys(town, id) == ["title", "deadlines", "answers", "decision"]


@pytest.mark.parametrize(("asked", "kept"), [
    ("decision title deadlines marks answers", ["decision", "title", "deadlines", "marks", "answers"]),
    ("decision title", ["title", "deadlines", "marks", "answers", "decision"]),
    ("decision title deadlines marks nothing", ["title", "deadlines", "marks", "answers", "decision"])],
    ids=["whole", "some-are-lost", "a-strange-one"])
def test_an_order_that_was_dragged_is_kept_when_it_is_whole(asked, kept, town):
    app, id = begun(town)
    app.main.text_input(key=f"shnor_show_order_{id}").set_value(asked)
    again(app)
    assert keys(town, id) == kept


OWN = {"words": ("Фраза и строки", "Слово директора", "Одно\n\nДва", ("Одно", "Два")),
       "task": ("Задание группам", "Обсудим", "Что берёте?", ("Что берёте?",)),
       "steps": ("Шаги: когда и что", "По шагам", "сентябрь: входная работа", ("сентябрь: входная работа",))}


@pytest.mark.parametrize("kind", OWN)
def test_a_slide_in_ones_own_words(kind, town):
    _, title, lines, kept = OWN[kind]
    app, id = begun(town)
    written(app, kind, title, lines)
    item = town.kept.get(id).items[-1]
    assert (item.source, item.key, item.title, item.lines) == ("own", kind, title, kept)
    assert item.minutes == (12 if kind == "task" else 5)
    assert title in text(app)


def written(app: AppTest, kind: str, title: str, lines: str = "", drawn: bytes | None = None) -> AppTest:
    app.main.radio(key="shnor_show_own").set_value(kind)
    again(app)
    field(app.main.text_input, "Заголовок: вывод одной фразой").set_value(title)
    if kind == "image" and drawn:
        field(app.main.file_uploader, "Рисунок PNG или JPEG, до 5 МБ").upload("рисунок.png", drawn, "image/png")
    if lines:
        field(app.main.text_area, "По строке").set_value(lines)
    if kind == "task":
        field(app.main.number_input, "Минут").set_value(12)
    return press(app, "Добавить свой")


def field(of_kind, label: str):
    return next(one for one in of_kind if one.label == label)


def test_the_title_is_not_cut_by_a_school_or_a_number(town):
    app, id = begun(town)
    written(app, "words", "Как это сделали в МБОУ ООШ № 5")
    assert town.kept.get(id).items[-1].title == "Как это сделали в МБОУ ООШ № 5"
    said = text(app).partition("Как это сделали в ")[2]
    assert said.startswith("Школа ")


@pytest.mark.parametrize(("title", "lines"), [("Опыт учителя Приметновой Анны Петровны", ""),
                                              ("Опыт", "рассказывает Приметнова А. П.")])
def test_a_surname_is_refused(title, lines, town):
    app, id = begun(town)
    written(app, "words", title, lines)
    assert "Похоже на фамилию" in text(app)
    assert len(town.kept.get(id).items) == 5


def test_a_picture_is_taken_and_another_file_is_refused(town):
    app, id = begun(town)
    written(app, "image", "Наш стенд", drawn=b"GIF89a")
    assert "Это не рисунок PNG или JPEG" in text(app)
    assert len(town.kept.get(id).items) == 5
    written(app, "image", "Наш стенд", drawn=png())
    item = town.kept.get(id).items[-1]
    assert (item.key, town.kept.drawings(id)[item.id].kind) == ("image", "png")
    assert "Наш стенд" in text(app)


@pytest.mark.parametrize("town", ["zarechny"], indirect=True)
def test_who_can_be_recognised_is_asked_before(town):
    app, id = begun(town, ready.SETS["12"].title)
    said = text(app)
    assert "По этим цифрам узнают: МБОУ ООШ № 3" in said
    assert "4 слайда, около" in said
    press(app, "Показывать, школа согласна")
    assert town.kept.get(id).knowingly == "координатор"
    said = text(app)
    assert "Узнают: МБОУ ООШ № 3. Показ разрешил: координатор." in said
    assert "4 слайда, около" not in said
    press(app, "Снова не показывать")
    assert town.kept.get(id).knowingly == ""
    assert "4 слайда, около" in text(app)


BLOCK = {"add": "results", "block": "results-trend", "subject": "математика"}


def test_an_address_into_a_show_changes_nothing_before_it_is_pressed(town):
    _, id = begun(town)
    app = opened(**BLOCK)
    assert len(town.kept.get(id).items) == 5
    press(app, "Добавить в «Семинар 27.11.2026»")
    item = town.kept.get(id).items[-1]
    assert (item.source, item.key, item.block, dict(item.choices)) == (
        "block", "results", "results-trend", {"subject": "математика"})
    assert "add" not in app.query_params
    assert "Блок страницы" in text(app)


def test_a_block_begins_a_show_or_is_forgotten(town):
    press(opened(**BLOCK), "Не добавлять")
    assert town.kept.all() == []
    press(opened(**BLOCK), "Новый показ из этого слайда")
    [show] = town.kept.all()
    assert [item.key for item in show.items] == ["title", "results"]


@pytest.mark.parametrize(("role", "listed"), [("head", ["Для гостей", "Свой"]), ("guest", ["Для гостей"])])
def test_who_looks_on_has_the_list_alone(role: Role, listed, town):
    for name in ("Свой", "Для гостей"):
        show = town.kept.make(name, ready.items(["title"]), (), by="координатор")
        town.kept.change(show.id, guests=name == "Для гостей")
    app = opened(role, **BLOCK)
    said = text(app)
    assert [name for name in ("Для гостей", "Свой") if f">{name} ▸</a>" in said] == listed
    assert [one for one in labels(app) if "оказ" in one or "лайд" in one or "обавить" in one] == []
    assert len(town.kept.all()) == 2


def test_a_guest_is_told_when_nothing_is_open(town):
    town.kept.make("Свой", ready.items(["title"]), (), by="координатор")
    assert "Показов для гостей пока нет" in text(opened("guest"))


def test_a_surname_broken_between_two_lines_of_a_slide_is_refused():
    item = Item("own", "own", "words", title="Опыт", lines=("провела урок Осинки-", "на З. П. и другие"))
    with pytest.raises(ShnorError, match="Похоже на фамилию"):
        slides._written(None, None, None, (), item, None)
