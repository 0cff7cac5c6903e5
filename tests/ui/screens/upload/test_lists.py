"""A pasted list on screen: what names no school is shown, and may be taken as one."""

from streamlit.testing.v1 import AppTest

from tests.service.conftest import DAY


def page(store, text, day):
    from shnor.service.intake import lists as of_lists
    from shnor.ui.screens.upload import lists

    class Session:
        def __init__(self):
            self.store, self.today = store, day

        def view(self, newest):
            return self.store.view()

    with store.view() as view:
        lists.of_register(Session(), of_lists.register_of(text, view), "probe")


def shown(app):
    return " ".join(block.proto.body for block in app.main if block.type == "html")


def test_what_is_set_aside_stands_under_the_list(store):
    app = AppTest.from_function(page, args=(store, "Список школ\nМБОУ СОШ № 2, ул. Мира\nУчебный комбинат", DAY),
                                default_timeout=60).run()
    assert not app.exception
    assert "Школ здесь нет, в список не взято: 3\u00a0строки" in shown(app)
    assert "<li>Учебный комбинат</li>" in shown(app)
    assert "Узнано школ: 1, новых 1" in shown(app)


def test_a_line_that_is_a_school_after_all_is_taken(store):
    app = AppTest.from_function(page, args=(store, "Учебный комбинат", DAY), default_timeout=60).run()
    assert "Ни в одной строке школа не узнана" in shown(app)
    app.multiselect[0].set_value(["Учебный комбинат"]).run()
    assert not app.exception
    assert "Узнано школ: 1, новых 1" in shown(app)
    assert app.button[0].label == "Принять список: 1\u00a0школа"
