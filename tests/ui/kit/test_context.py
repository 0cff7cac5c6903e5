"""A choice is kept, stands in the address, and goes along in links."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from shnor.ui.kit import context, html
    from shnor.ui.kit.context import Choice

    context.begin()
    subjects = ["математика", "физика"]
    chosen = context.wanted("subject") or subjects[0]
    context.bar([Choice("subject", "Предмет", subjects), Choice("term", "Часть года", ["одна"])], {"subject": chosen})
    beside = context.compare({"Ш05": "ООШ № 5", "list": "перечень"})
    st.text(html.Link("Школа", "school", (("school", "Ш05"),)).address)
    st.text(" ".join(beside))


def drawn(**address: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def texts(app: AppTest) -> list[str]:
    return [text.value for text in app.text]


def test_a_choice_with_one_option_is_not_asked():
    app = drawn()
    assert [box.label for box in app.selectbox] == ["Предмет"]
    assert app.selectbox[0].options == ["Предмет: математика", "Предмет: физика"]


def test_what_is_chosen_stands_in_the_address_and_in_every_link():
    app = drawn()
    app.selectbox[0].select("физика").run()
    assert app.query_params["subject"] == "физика"
    assert texts(app)[0] == "/school?school=%D0%A805&subject=%D1%84%D0%B8%D0%B7%D0%B8%D0%BA%D0%B0"


def test_the_first_option_needs_no_address():
    app = drawn(subject="физика")
    app.selectbox[0].select("математика").run()
    assert "subject" not in app.query_params
    assert texts(app)[0] == "/school?school=%D0%A805"


def test_an_address_is_compared_with_what_the_page_knows_alone():
    app = drawn(compare="list,Ш99,Ш05")
    assert texts(app)[1] == "list Ш05"
    assert app.multiselect[0].value == ["list", "Ш05"]


def test_a_switch_is_a_choice_with_all_its_options_in_sight():
    app = AppTest.from_function(switched, default_timeout=60).run()
    [switch] = app.button_group
    assert (switch.value, [option.content for option in switch.proto.options]) == ("low", ["«2»", "качество"])
    switch.set_value("good").run()
    assert app.query_params["indicator"] == "good"


def switched() -> None:
    import streamlit as st

    from shnor.ui.kit import context
    from shnor.ui.kit.context import Choice

    context.begin()
    named = {"low": "«2»", "good": "качество"}
    context.bar([Choice("indicator", "", list(named), named, switch=True, label="Показатель")],
                {"indicator": context.wanted("indicator") or "low"}, {"list": "перечень"})
    st.text(context.wanted("indicator"))
