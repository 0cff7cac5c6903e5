"""The slides of a show as a list: their order, what is left out and why, slides in one's own words."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from shnor import wording
from shnor.reports.slides.deck import Slide
from shnor.service.show import pictures, ready
from shnor.service.show.deck import Built
from shnor.shows import Item, Show, Shows
from shnor.store import rights
from shnor.ui.kit import errors, html
from shnor.ui.kit.html import Markup, joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session

OWN = {"words": "Фраза и строки", "steps": "Шаги: когда и что", "task": "Задание группам", "image": "Рисунок"}
OF_BLOCK = "Блок страницы"


def listed(session: Session, of: Shows, show: Show, built: Built) -> None:
    """The slides in their order, which a mouse can change."""
    html.show(_list(show, {slide.id: slide for slide in built.deck.slides}, built))
    _order(session, of, show)


def draw(session: Session, of: Shows, show: Show, built: Built) -> None:
    """What can be done with a slide, and slides to add."""
    _deeds(session, of, show, {slide.id: slide for slide in built.deck.slides})
    _add(session, of, show)


def _list(show: Show, made: dict[str, Slide], built: Built) -> Markup:
    numbers = {slide.id: place for place, slide in enumerate(built.deck.shown, 1)}
    rows = joined(_row(item, made.get(item.id), numbers.get(item.id), built.absent.get(item.id, ""))
                  for item in show.items)
    return tag("<ol class='shnor-slides' data-shnor-order='shnor_show_order'>{}</ol>", rows)


def _row(item: Item, slide: Slide | None, number: int | None, why: str) -> Markup:
    state = "absent" if slide is None else "hidden" if item.hidden else ""
    said = slide.title if slide else named(item)
    under = why or (f"скрыт · {kind_of(item)}" if item.hidden else kind_of(item))
    return tag("<li class='{}' draggable='true' data-id='{}'><i aria-hidden='true'>⠿</i><b>{}</b><span>{}"
               "<small>{}</small></span></li>", state, item.id, number or wording.LONG_DASH, wording.typeset(said),
               under)


def named(item: Item) -> str:
    if item.source == "ready" and item.key in ready.READY:
        return ready.READY[item.key].named
    return item.title or kind_of(item)


def kind_of(item: Item) -> str:
    if item.source == "block":
        return OF_BLOCK
    return OWN[item.key] if item.source == "own" else ready.READY[item.key].named if item.key in ready.READY else ""


def _order(session: Session, of: Shows, show: Show) -> None:
    """What was dragged comes as ids, one after another."""
    key = f"shnor_show_order_{show.id}"
    with st.container(key="shnor_show_order"):
        st.text_input("Порядок слайдов", key=key, label_visibility="collapsed", on_change=_dragged,
                      args=(session, of, show, key))


def _dragged(session: Session, of: Shows, show: Show, key: str) -> None:
    asked = {id: place for place, id in enumerate(st.session_state[key].split())}
    st.session_state[key] = ""
    if asked.keys() == {item.id for item in show.items}:
        _kept(session, of, show, sorted(show.items, key=lambda item: asked[item.id]))


def _deeds(session: Session, of: Shows, show: Show, made: dict[str, Slide]) -> None:
    """What can be done with one slide, also without a mouse."""
    items = {item.id: item for item in show.items}
    if not items:
        return
    with st.container(border=True):
        chosen = st.selectbox("Слайд", [*items], key=f"shnor_show_slide_{show.id}", format_func=lambda id: (
            made[id].title if id in made else named(items[id])))
        place, item = [*items].index(chosen), items[chosen]
        with st.container(horizontal=True):
            for label, deed, off in (
                    ("Выше", lambda: _moved(show.items, place, -1), place == 0),
                    ("Ниже", lambda: _moved(show.items, place, 1), place == len(items) - 1),
                    ("Показывать" if item.hidden else "Скрыть", lambda: _with(show.items, replace(
                        item, hidden=not item.hidden)), False),
                    ("Убрать", lambda: tuple(one for one in show.items if one.id != chosen), False)):
                st.button(plain(label), disabled=off, key=f"shnor_show_{label}", on_click=_kept_by, args=(
                    session, of, show, deed))
        if item.source == "own":
            _edit(session, of, show, item)


def _moved(items: Sequence[Item], place: int, by: int) -> tuple[Item, ...]:
    order = [*items]
    order.insert(place + by, order.pop(place))
    return tuple(order)


def _with(items: Sequence[Item], changed: Item) -> tuple[Item, ...]:
    return tuple(changed if item.id == changed.id else item for item in items)


def _kept_by(session: Session, of: Shows, show: Show, deed: Callable[[], Sequence[Item]]) -> None:
    _kept(session, of, show, deed())


def _kept(session: Session, of: Shows, show: Show, items: Sequence[Item]) -> None:
    rights.refuse(session.actor)
    of.kept.change(show.id, items=items)


def _edit(session: Session, of: Shows, show: Show, item: Item) -> None:
    with st.form(f"shnor_show_edit_{show.id}_{item.id}"):
        changed, drawn = _fields(item)
        if st.form_submit_button("Сохранить слайд"):
            errors.again_after(lambda: _written(session, of, show, _with(show.items, changed), changed, drawn))


def _add(session: Session, of: Shows, show: Show) -> None:
    """Slides of ours that are not in the show, and one's own."""
    left = {key: one.named for key, one in ready.READY.items() if key not in {item.id for item in show.items}}
    with st.expander("Добавить слайд"):
        if left:
            key = st.selectbox("Готовый", [*left], format_func=left.__getitem__, index=None, placeholder="Выберите",
                               key=f"shnor_show_ready_{show.id}")
            if key and st.button("Добавить готовый"):
                _kept(session, of, show, (*show.items, *ready.items([key])))
                st.rerun()
        kind = st.radio("Свой", [*OWN], format_func=OWN.__getitem__, horizontal=True, key="shnor_show_own")
        with st.form("shnor_show_add", clear_on_submit=True):
            item, drawn = _fields(Item(f"own-{secrets.token_hex(3)}", "own", kind))
            if st.form_submit_button("Добавить свой"):
                errors.again_after(lambda: _written(session, of, show, (*show.items, item), item, drawn))


def _fields(item: Item) -> tuple[Item, bytes | None]:
    """What is asked of an own slide."""
    title = st.text_input("Заголовок: вывод одной фразой", item.title, max_chars=120)
    lines, minutes, drawn = item.lines, item.minutes, None
    if item.key == "image":
        file = st.file_uploader("Рисунок PNG или JPEG, до 5 МБ", type=["png", "jpg", "jpeg"],
                                help="Все рисунки показа вместе — до 20 МБ.")
        drawn = file.getvalue() if file else None
    else:
        hint = "сентябрь: входная работа" if item.key == "steps" else ""
        said = st.text_area("По строке", "\n".join(item.lines), placeholder=hint, height=120)
        lines = tuple(filter(None, map(str.strip, said.splitlines())))
    if item.key == "task":
        minutes = int(st.number_input("Минут", 1, 60, item.minutes))
    return replace(item, title=title, lines=lines, minutes=minutes), drawn


def _written(session: Session, of: Shows, show: Show, items: Sequence[Item], item: Item, drawn: bytes | None) -> None:
    """Raises ShnorError: no words, no picture we know."""
    pictures.refuse_people((item.title, *item.lines, "\n".join(item.lines)))  # a word may be broken between lines
    drawing = pictures.drawing(drawn) if drawn else None
    if drawing:
        others = {one.id for one in items} - {item.id}
        pictures.refuse_heavy((drawing, *(one for id, one in of.kept.drawings(show.id).items() if id in others)))
    _kept(session, of, show, items)
    if drawing:
        of.kept.draw(show.id, item.id, drawing)
