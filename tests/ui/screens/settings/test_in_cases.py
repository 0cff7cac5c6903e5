"""«Названия в падежах»: proposed, asked, kept from a day on; the former name stays below."""

from datetime import date
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from shnor.service.centre import names, setup
from shnor.service.centre.cases import proposed
from tests.actors import COORDINATOR
from tests.service.conftest import SCHOOLS, file

SHOWN: dict[str, object] = {}


def piece() -> None:
    from shnor.ui.screens.settings import in_cases
    from tests.ui.screens.settings.test_in_cases import SHOWN

    in_cases.settings(SHOWN["session"])


@pytest.fixture
def app(store, send) -> AppTest:
    send(file("школы.csv", SCHOOLS))
    setup.keep_name(store, "municipality", proposed("Ленинградский район"), COORDINATOR)
    SHOWN["session"] = SimpleNamespace(store=store, actor=COORDINATOR, demo=False, published=False,
                                       today=date(2026, 11, 27), view=lambda newest: store.view())
    return AppTest.from_function(piece, default_timeout=60).run()


def shown(app: AppTest) -> str:
    return " ".join(block.proto.body for block in (*app.main, *app.get("expander")[0]) if block.type == "html")


def values(app: AppTest) -> list[str]:
    return [field.value for field in app.text_input]


def test_the_present_name_is_shown_with_its_cases(app):
    assert values(app) == ["Ленинградский район", "Ленинградского района", "Ленинградский район",
                           "Ленинградском районе", "Ленинградскому району", "Ленинградским районом"]
    assert [field.label for field in app.date_input] == []


def test_another_name_from_a_day_on_leaves_the_former_one(app, store):
    app.text_input[0].set_value("Ленинградский муниципальный округ").run()
    assert values(app)[1] == "Ленинградского муниципального округа"
    app.date_input[0].set_value(date(2025, 1, 1))
    app.button[0].click().run()
    assert not app.exception
    assert [(one.cases.nom, one.until) for one in names.history(store.about(), "municipality")] == [
        ("Ленинградский район", date(2024, 12, 31)), ("Ленинградский муниципальный округ", None)]
    assert "Ленинградский район, по 31.12.2024" in shown(app)


def test_what_is_not_sure_is_asked_and_not_kept_half_filled(app, store):
    app.text_input[0].set_value("станица Павловская").run()
    assert values(app)[1:] == [""] * 5
    assert "не берётся склонять" in shown(app)
    app.text_input[1].set_value("станицы Павловской")
    app.button[0].click().run()
    assert "Впишите: дательный, винительный, творительный и предложный." in shown(app)
    assert store.about()["municipality"] == "Ленинградский район"


def test_a_school_has_a_gender(app, store):
    app.selectbox[0].select_index(len(names.TOPICS)).run()
    assert values(app)[0] == "МБОУ ООШ № 5"
    app.selectbox[1].select_index(2)
    app.button[0].click().run()
    assert not app.exception
    assert store.about()["school Ш05_gender"] == "n"


def test_an_example_is_not_named_anew(app):
    SHOWN["session"].demo = True
    assert not app.run().selectbox
