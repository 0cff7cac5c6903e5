"""Signs that need more analysis, under the results: what a list of the край or of ФИОКО says, in its own words."""

import streamlit as st

from shnor import wording
from shnor.service.pages import markers
from shnor.service.pages.markers import MarkerList, Named
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Markup, joined, tag
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds

TITLE = "Признаки, требующие дополнительного анализа"
NONE = ("Сведения не загружены: списка края или ФИОКО в базе нет. Это не значит, что признаков нет. Список принимают "
        "на странице «Приём».")
CAREFUL = "Это сведения списка, а не вывод центра. О школах, которых в списке нет, сведений нет."
SCHOOLS, SIGNS = "marked_schools", "markers_count"


def show(session: Session) -> None:
    """No block for a show: nothing of it goes into a room."""
    lists = cache.built(session, markers.build, day=session.day)
    with st.container(border=True, key="shnor_markers"):
        html.show(tag("<h3>{}</h3>{}", TITLE, _lists(session, lists) if lists else html.text_html(NONE)))


def _lists(session: Session, lists: tuple[MarkerList, ...]) -> Markup:
    """The newest open, older ones folded."""
    newest, *older = lists
    folded = joined(html.fold(wording.capital(wording.period(one.period)), _list(session, one)) for one in older)
    gap = markers.absent(lists, session.day)
    told = html.text_html(f"{wording.capital(gap)}.") if gap else NOTHING
    return told + _list(session, newest) + html.text_html(CAREFUL, mark="shnor-small") + folded


def _list(session: Session, one: MarkerList) -> Markup:
    """Which school has which sign is for the coordinator; others are told how many have one."""
    named = sees_grounds(session)
    before, number, after = markers.sentence(one, named=named)
    if not named:
        return html.text_html(before, number, after)
    led: Cell = to_rows(session, number, SCHOOLS, one.where)
    marked, clean = _schools(session, one, True), _schools(session, one, False)
    return joined([html.text_html(before, led, after), _table(marked) if marked else NOTHING,
                   html.fold(f"{wording.capital(markers.CLEAN)}: {wording.counted(len(clean), 'школа')}", _table(clean))
                   if clean else NOTHING])


def _schools(session: Session, one: MarkerList, marked: bool) -> list[list[Cell]]:
    return [[to_school(session, school.school_id, school.name), _signs(session, one, school)]
            for school in one.named if bool(school.signs) is marked]


def _table(rows: list[list[Cell]]) -> Markup:
    return html.table_html(("Школа", "Что сказано в списке"), rows)


def _signs(session: Session, one: MarkerList, school: Named) -> Cell:
    if not school.signs:
        return markers.CLEAN
    where = {**one.where, "school_id": school.school_id}
    return [to_rows(session, wording.counted(len(school.signs), "признак"), SIGNS, where),
            f": {'; '.join(school.signs)}"]
