"""Fields of the form: each writes its own cell at once and shows what is written, whoever wrote it."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from shnor.service.desk import draft
from tests.service.desk.conftest import cell

NOTE = "Пояснение школы"


@pytest.fixture
def tab(desk_of):
    """A tab with the first row of the roadmap."""
    def page(own):
        from shnor.service.desk import draft, form
        from shnor.ui.screens.report import fields
        fields.activity(own, form.build(own).of("Месяц").lines[0], draft.of(own).values)

    own = desk_of()
    draft.put_all(own, {cell("status"): "выполнено"})
    return lambda: AppTest.from_function(page, args=(own,), default_timeout=30)


def note(app):
    return next(one for one in app.text_area if one.label == NOTE)


def test_a_field_is_asked_once_it_makes_sense(tab, desk_of):
    own = desk_of()
    assert [one.label for one in (*tab().run().text_input, *tab().run().text_area)] == [
        "Сделано за месяц, число", "Документ (вид, №, дата или ссылка)", NOTE]
    draft.put_all(own, {cell("status"): "не выполнено"})
    app = tab().run()
    assert ([one.label for one in app.text_input], len(app.date_input)) == ([], 0)
    draft.put_all(own, {cell("document"): "справка"})  # what is filled in stays in sight
    assert [one.value for one in tab().run().text_input] == ["справка"]


def test_what_is_typed_is_written_without_names(tab, desk_of):
    app = tab().run()
    note(app).set_value("провела Кузнецова Анна Ивановна").run()
    assert draft.of(desk_of()).values[cell("note")] == note(app).value == "провела [ФИО]"
    assert "Убрали фамилию" in [block.proto.body for block in app.main if block.type == "html"][-1]
    app.date_input[0].set_value(date(2026, 11, 18)).run()
    assert draft.of(desk_of()).values[cell("done_date")] == "18.11.2026"
    assert tab().run().date_input[0].value == date(2026, 11, 18)


def test_two_tabs_show_and_keep_what_the_other_wrote(tab, desk_of):
    one, other = tab().run(), tab().run()
    note(one).set_value("протокол позже").run()
    next(field for field in other.text_input if field.label.startswith("Документ")).set_value("справка № 7").run()
    assert note(other).value == "протокол позже"
    assert dict(draft.of(desk_of()).values) == {
        cell("status"): "выполнено", cell("note"): "протокол позже", cell("document"): "справка № 7"}


@pytest.mark.parametrize(("stored", "kept"), [({}, "набрано без связи"), ({cell("note"): "вписал другой"},
                                                                         "вписал другой"), ({cell("note"): ""}, "")])
def test_what_a_browser_brings_to_a_new_start_overwrites_nobody(tab, desk_of, stored, kept):
    draft.put_all(desk_of(), stored)
    app = tab().run()
    key = note(app).key
    fresh = tab()
    fresh.session_state[key] = "набрано без связи"
    fresh.run()
    assert (note(fresh).value, draft.of(desk_of()).values.get(cell("note"), "")) == (kept, kept)


def test_a_state_taken_back_is_written_too(tab, desk_of):
    app = tab().run()
    app.button_group[0].set_value(None).run()
    assert draft.of(desk_of()).values[cell("status")] == ""
