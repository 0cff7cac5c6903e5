"""The first screen of a new program: two doors, never one base."""

import streamlit as st

from sample_data import samples
from shnor.errors import ShnorError
from shnor.ui.kit import html
from shnor.ui.run.session import EXAMPLES, choose_base, chosen_base, example_path


def needed() -> bool:
    """Nobody has chosen yet."""
    return chosen_base() is None


def doors() -> None:
    st.title("Мониторинг школ с низкими образовательными результатами")
    html.text("Программа принимает отчёты школ, показывает, где сейчас каждая школа, и ведёт от любой цифры к ячейке "
              "файла. Всё хранится на этом компьютере.", mark="shnor-lead")
    left, right = st.columns(2)
    with left, st.container(border=True):
        st.header("Начать с моими школами")
        html.text("Пустая база. Сначала семь коротких вопросов: муниципалитет, список школ, перечень. Любой можно "
                  "пропустить; без вашего «Принять» ничего не сохраняется.")
        if st.button("Начать с моими школами", type="primary"):
            choose_base("own")
            st.switch_page("setup.py")
    with right, st.container(border=True):
        st.header("Посмотреть пример")
        html.text("Выдуманный Приозёрный муниципальный округ: 12 школ и два года отчётов. Пример хранится в отдельном "
                  "файле и отмечен цветом на каждом экране.")
        if st.button("Посмотреть пример"):
            example()
        html.text("Второй пример, Заречный муниципальный округ: одна школа в перечне и одна в зоне риска.",
                  mark="shnor-small")
        if st.button("Пример с одной школой перечня"):
            example("zarechny")


def example(choice: str = "demo") -> None:
    """Build the example if it is not there yet, and open it."""
    path = example_path(choice)
    if not path.exists():
        bar = st.progress(0.0, "Готовим пример: файлы проходят тот же приём, что и ваши")

        def advance(share: float) -> None:
            bar.progress(share)

        try:
            samples.build(path, advance, which=EXAMPLES[choice])
        except ShnorError as error:
            html.text(str(error), mark="shnor-error")
            return
    choose_base(choice)
    st.switch_page("overview.py")
