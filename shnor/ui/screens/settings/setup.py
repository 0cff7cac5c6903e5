"""«С чего начать»: seven short questions, one on the screen at a time; each may wait and be changed later."""

from collections.abc import Callable

import streamlit as st

from shnor.service.centre import copies as of_copies
from shnor.service.centre import setup
from shnor.service.intake import known
from shnor.service.intake import lists as of_lists
from shnor.ui.kit import errors, html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session, copies_inside
from shnor.ui.screens.settings import forms, in_cases, names
from shnor.ui.screens.upload import lists

STEP, GO = "shnor_setup_step", "shnor_setup_go"
POSTS = {"head": "директор центра", "coordinator": "методист"}
ONWARD = "Сохранить и дальше"
ORDER = list(setup.QUESTIONS)
WIDTH = 960
"""Of a question: lines to fill in are no longer than what is written into them."""


def show(session: Session) -> None:
    """The list of questions and the one chosen."""
    st.title("С чего начать")
    if session.demo:
        html.text("Это пример: его настройки менять незачем. Ваши школы хранятся отдельно: нажмите вверху справа, кто "
                  "работает, и выберите «Перейти к моим школам».")
        return
    html.text("Семь коротких вопросов. Любой можно пропустить и вернуться к нему позже: страница есть в меню «Ещё».")
    with session.view(newest=True) as view:
        done = setup.answered(session.store, view)
    step = _chosen(done)
    number = ORDER.index(step) + 1
    with st.container(width=WIDTH):
        st.header(plain(f"{number}. {setup.QUESTIONS[step]}"))
        if told := st.session_state.pop("shnor_setup_told", ""):
            html.text(told, mark="shnor-small")
        if ANSWERS[step](session):
            _go_on(step)
        _onward(step)


def _chosen(done: frozenset[str]) -> str:
    if go := st.session_state.pop(GO, None):
        st.session_state[STEP] = go
    first = next((name for name in ORDER if name not in done), ORDER[0])
    if st.session_state.get(STEP) is None:
        st.session_state[STEP] = first
    st.pills("Вопросы", ORDER, key=STEP, label_visibility="collapsed", required=True,
             format_func=lambda name: plain(
                 f"{ORDER.index(name) + 1}. {setup.QUESTIONS[name]}{' ✓' if name in done else ''}"))
    return st.session_state[STEP] or first


def _go_on(step: str, told: str = "Записано.") -> None:
    """To the next question; after the last one stay."""
    st.session_state["shnor_setup_told"] = told
    st.session_state[GO] = ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]
    st.rerun()


def _onward(step: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if step != ORDER[-1] and st.button("Пропустить", key=f"shnor_skip_{step}"):
            _go_on(step, "")
        st.page_link("upload.py", label="Перейти к приёму отчётов")


def municipality(session: Session) -> bool:
    html.text("Название встанет в заголовки и в предложения справки.")
    return _named(session, "municipality", "Название муниципалитета", "Приозёрный муниципальный округ")


def _named(session: Session, what: str, label: str, example: str) -> bool:
    """A name, kept with its proposed cases; once it is kept, its cases. True once these are kept."""
    about = session.store.about()
    if not about.get(what):
        _first(session, what, label, example)
        return False
    name = _one_line(st.text_input(plain(label), value=about[what], placeholder=_for_example(example),
                                   key=f"shnor_{what}"))
    if not name:
        return False
    cases = setup.cases_of(about, what, name)
    with st.form(f"shnor_cases_{what}"):
        said = in_cases.fields(what, cases)
        sent = st.form_submit_button(ONWARD, type="primary")
    return sent and in_cases.whole(said) and errors.done(
        lambda: setup.keep_name(session.store, what, said, session.actor))


def _first(session: Session, what: str, label: str, example: str) -> None:
    """The name alone: it is kept by the button and by Enter, then its cases are shown."""
    with st.form(f"shnor_first_{what}", border=False):
        name = _one_line(st.text_input(plain(label), placeholder=_for_example(example), key=f"shnor_first_{what}_name"))
        sent = st.form_submit_button(ONWARD, type="primary")
    if sent and not name:
        html.text("Впишите название или нажмите «Пропустить».", mark="shnor-question")
    elif sent and errors.done(lambda: setup.keep_name(session.store, what, setup.cases_of({}, what, name),
                                                           session.actor)):
        st.session_state["shnor_setup_told"] = "Название записано. Проверьте падежи."
        st.rerun()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _for_example(text: str) -> str:
    """A grey text in an empty field is not taken for what was filled in."""
    return f"например: {text}"


def center(session: Session) -> bool:
    html.text("Центр и должности. Имена людей здесь не нужны и не хранятся.")
    about = session.store.about()
    with st.form("shnor_posts", border=False):
        posts = {name: st.text_input(plain(title), value=about.get(name, ""), key=f"shnor_post_{name}",
                                     placeholder=_for_example(POSTS[name]))
                 for name, title in setup.POSTS.items()}
        kept = st.form_submit_button("Сохранить должности")
    if kept and errors.done(lambda: setup.keep_posts(session.store, posts, session.actor)):
        html.text("Должности записаны.")
    return _named(session, "center", "Название центра",
                  "муниципальное казённое учреждение «Центр развития образования»")


def schools(session: Session) -> bool:
    html.text("Вставьте список из Word, Excel или письма: по школе в строке, с номерами и адресами или без них. "
              "Файл со списком можно перетащить на странице «Приём отчётов».")
    text = _pasted("schools", "Список школ", "1. МБОУ СОШ № 2\n2. МБОУ ООШ № 5\n3. МАОУ гимназия № 1")
    if not text:
        return False
    with session.view(newest=True) as view:
        reading = of_lists.register_of(text, view)
    return lists.of_register(session, reading, "shnor_register")


def statuses(session: Session) -> bool:
    html.text("Вставьте перечень из приказа. Прежний перечень останется в истории: кто входит, кто выходит и кто "
              "остаётся, будет видно до того, как вы примете.")
    with session.view(newest=True) as view:
        base = known.from_view(view, session.today)
    if not base.schools:
        html.text("Сначала примите список школ: вопрос 3.", mark="shnor-question")
        return False
    text = _pasted("statuses", "Перечень из приказа", "Приказ министерства от 20.11.2026 № 118\nМБОУ СОШ № 2\n"
                                                      "МБОУ ООШ № 5")
    return bool(text) and lists.of_statuses(session, base, text, "shnor_statuses")


def _pasted(name: str, label: str, example: str) -> str:
    """The text that was sent last, so that the table below stays while it is corrected."""
    with st.form(f"shnor_paste_{name}", border=False):
        text = st.text_area(plain(label), height=180, placeholder=f"например:\n{example}", key=f"shnor_text_{name}")
        if st.form_submit_button("Прочитать"):
            st.session_state[f"shnor_read_{name}"] = text
    return st.session_state.get(f"shnor_read_{name}", "").strip()


def forms_asked(session: Session) -> bool:
    html.text("Какие формы школы присылают каждый месяц и к какому числу. Правила можно менять и потом.")
    return forms.question(session)


def copies(session: Session) -> bool:
    html.text("Папка, куда сохранять копии: другой диск или флешка. Сетевые и облачные папки не годятся.")
    with st.form("shnor_copies", border=False):
        folder = st.text_input("Папка для копий", value=session.store.about().get(of_copies.KEY, ""),
                               placeholder="Папка целиком, от буквы диска", key="shnor_copies_folder")
        sent = st.form_submit_button("Сохранить", type="primary")
    return sent and errors.done(lambda: of_copies.keep(session.store, folder, session.actor, copies_inside()))


ANSWERS: dict[str, Callable[[Session], bool]] = {
    "municipality": municipality, "center": center, "schools": schools, "statuses": statuses, "names": names.ask,
    "forms": forms_asked, "copies": copies}
