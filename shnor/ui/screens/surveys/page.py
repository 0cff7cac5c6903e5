"""Pieces of the page «Анкетирование»."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from shnor import wording, wording_change
from shnor.charts import inline
from shnor.service.figures.lines import Line
from shnor.service.pages.surveys import AUDIENCES, EVERY, LIST, MUNICIPALITY, Chosen, SurveysPage, build
from shnor.ui.kit import block, compared, context, html, running, without_data
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Tile
from shnor.ui.kit.links import to_school
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.surveys import pictures, words

TITLE, SAID = "Анкетирование", "Что можно сказать"
NAMES = ("survey", "wave", "audience", "schools", "question")
FEW_STATED = 3
"""More percentages without a number are folded."""


def empty() -> None:
    """Which files would fill the page."""
    st.title(TITLE)
    without_data.offer(
        "В базе пока нет ответов на опросы. Страницу заполнят выгрузки «Яндекс Форм» и «Google Forms» (ответы "
        "посчитаются сразу, сами они не хранятся) или сводка школы: сколько выбрали каждый ответ и сколько "
        "ответили на вопрос.", "surveys")


def made(session: Session, choices: Choices) -> SurveysPage:
    """The data of the page for what is chosen."""
    asked = {name: choices.get(name, "") for name in NAMES}
    chosen = Chosen(**{**asked, "schools": asked["schools"] or LIST}, compare=context.compared(choices))
    return cache.built(session, build, chosen, day=session.day)


def bar(session: Session, data: SurveysPage) -> None:
    """The one bar of choices, and what was asked and is not there."""
    taken = {name: getattr(data.chosen, name) for name in NAMES}
    for name in NAMES:
        if name not in data.missing:
            first = data.choices[name][0][0]
            context.settle(name, taken[name] or first, first)
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_head_surveys"):
        st.title(TITLE, width="content", anchor=False)
        context.bar([_choice(data, name, title, width) for name, title, width in (
            ("survey", "Опрос", 300), ("wave", "Волна", 220), ("audience", "Кто", 170), ("schools", "Школы", 220),
            ("question", "Вопрос", 325))], taken)
        context.compare(_comparable(session, data))
    for line in missing(data):
        html.text(line, mark="shnor-small")
    context.left_out(session, _comparable(session, data), _shown(data))


def _choice(data: SurveysPage, name: str, title: str, width: int) -> Choice:
    options = dict(data.choices[name])
    shown = {code: words.wave(code) for code in options} if name == "wave" else options
    forget = {"survey": ("wave", "audience", "question"), "audience": ("wave", "question")}.get(name, ())
    return Choice(name, title, list(options), shown, width, forget)


def _comparable(session: Session, data: SurveysPage) -> Mapping[str, str]:
    names = {code: "школы перечня" if code == LIST else name for code, name in data.choices["schools"] if code != EVERY}
    every = {MUNICIPALITY: "все школы"} if session.scope.sees_all else {}
    return {code: name for code, name in {**names, **every}.items() if code != _shown(data)}


def _shown(data: SurveysPage) -> str:
    """What stands on the page, as it is called where it is compared."""
    return {EVERY: MUNICIPALITY}.get(data.chosen.schools, data.chosen.schools)


def missing(data: SurveysPage) -> list[str]:
    """What stands in the address and cannot be shown here, said and not silently replaced."""
    asked = {name: wording.quoted(text) for name, text in data.missing.items()}
    shown = data.chosen
    said = {"survey": f"Опроса {asked.get('survey')} в базе нет, показан {wording.quoted(shown.survey)}.",
            "audience": f"Такой группы в этом опросе нет, показаны ответы: {AUDIENCES.get(shown.audience, '')}.",
            "question": f"Вопроса {asked.get('question')} в этом опросе нет, показан другой.",
            "wave": f"Такой волны в этом опросе нет, показана последняя: {words.wave(data.waves[-1])}.",
            "schools": "Ответов выбранной школы в этом опросе нет, показаны школы перечня."}
    return [line for name, line in said.items() if name in data.missing]


def draw(session: Session, data: SurveysPage) -> None:
    html.tiles(_tiles(session, data))
    block.rows(session, _rows(session, data), (11, 10))
    running.tell(session, "surveys")
    words.lead(session, data)
    _stated(session, data)
    _folded(session, data)


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session, choices)
    return Blocks.of(block.of_rows(_rows(session, data)) if data.choices else (), data.missing,
                     context.not_comparable(choices, _comparable(session, data), _shown(data)))


def _rows(session: Session, data: SurveysPage) -> list[Row]:
    waves, questions = [pictures.waves(session, data)], [pictures.questions(session, data)]
    wished = [pictures.wished(session, data, asked, "wished-0") for asked in data.wished[:1]]
    first: Row = (waves, [pictures.question(session, data)]) if data.total else (waves,)
    if len(data.schools) < 2:
        return [first, (questions,), (wished,)]
    schools = [pictures.schools(session, data)]
    return [first, *([(schools, wished)] if wished else [(schools,)]), (questions,)]


def _stated(session: Session, data: SurveysPage) -> None:
    if not data.stated:
        return
    body, title = words.stated(session, data), "Доли без числа опрошенных"
    if len(data.stated) > FEW_STATED:
        html.show(html.fold(f"{title}: {len(data.stated)}", body))
    else:
        st.header(plain(title))
        html.show(body)


def _tiles(session: Session, data: SurveysPage) -> list[Tile]:
    shown = []
    if data.now:
        shown.append(_positive(session, data))
    shown.append(_reached(session, data))
    if data.listed > 1:
        came = data.listed - len(data.silent)
        awaited = html.Marked(f"ждём: {', '.join(data.silent[:3])}", "shnor-awaits") if data.silent else ""
        more = f" и ещё {len(data.silent) - 3}" if len(data.silent) > 3 else "" if data.silent else "ответили все"
        shown.append(Tile("Ответили школы перечня", str(came), whole=f"из {data.listed}", words=[awaited, more]))
    if data.stated:
        shown.append(Tile("Доли без числа опрошенных", str(len(data.stated)),
                          words="показаны ниже отдельно, в суммы не входят"))
    return shown


def _positive(session: Session, data: SurveysPage) -> Tile:
    """k of n, its spread, and what changed."""
    cell = data.now
    assert cell is not None
    figure = cell.figure
    name = f"Ответили положительно, {words.wave(data.waves[-1])}"
    if figure.status == "no_n":
        return Tile(name, words.figure(session, cell), id=figure.metric)
    spread = words.spread_of(cell)
    share = wording.percent(figure.numerator, figure.denominator or 0) if figure.status == "ok" else ""
    change = data.pair.change if data.pair else None
    share = wording_change.of_few(share, figure.denominator or 0)
    said = [share, f"разброс {spread}" if spread else "", wording_change.conclusion(change) if change else ""]
    return Tile(name, words.rows(session, cell, wording.number(figure.numerator)),
                whole=f"из {wording.number(figure.denominator or 0)}",
                words=" · ".join(filter(None, said)), id=figure.metric, picture=Markup(inline.bullet(
                    figure.numerator, figure.denominator or 0, wording.figure_text(figure), width=200)))


def _reached(session: Session, data: SurveysPage) -> Tile:
    """How many answered of those who were asked."""
    name = f"Участвовали, {words.wave(data.waves[-1])}"
    cell = data.reached
    if cell is None or not cell.figure.denominator:
        return Tile(name, "охват неизвестен", words="не указано, сколько человек опрашивали")
    k, n = cell.figure.numerator, cell.figure.denominator
    share = wording.percent(k, n) if cell.figure.status == "ok" else ""
    more = [f"{words_of}: {count}" for words_of, count in cell.figure.more.items()]
    return Tile(name, words.rows(session, cell, wording.number(k)), whole=f"из {wording.number(n)}",
                words=" · ".join(filter(None, (share, *more))), id=cell.figure.metric,
                picture=Markup(inline.bullet(k, n, wording.k_of_n(k, n), width=200)))


def _folded(session: Session, data: SurveysPage) -> None:
    """Every number by wave: of the question, its answers, each school, every question."""
    if data.total:
        lines = [[words.wave(code), words.figure(session, cell), words.spread_of(cell) if cell else "",
                  words.figure(session, reach) if reach else "охват неизвестен", words.over(cell) if cell else ""]
                 for code, cell, reach in zip(data.waves, data.total.cells, data.reach, strict=True)]
        html.show(html.fold("Волны: числа и охват", html.table_html(
            ["Когда", "Ответили положительно", "Возможный разброс", "Участвовали", "По чему посчитано"], lines[::-1])))
    asked = [(data.chosen.question, data.options), *((one.question, one.options) for one in data.wished)]
    for question, options in asked:
        if options:
            html.show(html.fold(f"Что выбирали: {wording.quoted(question)}", html.table_html(
                ["Ответ", *map(words.wave, data.waves)], [[line.name, *(
                    words.figure(session, cell) for cell in line.cells)] for line in options],
                numbers=range(1, 1 + len(data.waves)))))
    if data.several:
        html.text(f"Можно было выбрать несколько: доли в сумме больше 100{wording.NBSP}%. Доля — от ответивших на "
                  "вопрос.", mark="shnor-small")
    if len(data.schools) > 1:
        html.show(html.fold("Школы: все волны", _schools(session, data, data.schools)))
    if data.others:
        html.show(html.fold(f"Вне перечня, не посчитаны: {wording.counted(len(data.others), 'школа')}",
                            _schools(session, data, data.others)))
    if len(data.questions) > 1:
        html.show(html.fold("Все вопросы опроса", _questions(session, data)))


def _schools(session: Session, data: SurveysPage, lines: Sequence[Line]) -> Markup:
    """By number of the school, never by result."""
    return html.table_html(["Школа", *map(words.wave, data.waves), "Изменение", SAID], [
        [to_school(session, line.school_id, line.name),
         *(words.figure(session, cell, counts=True) for cell in line.cells),
         wording_change.moved(line.change), wording_change.conclusion(line.change, line.rests_on)]
        for line in lines], numbers=range(1, 1 + len(data.waves))) + html.text_html(
        "Порядок — по номеру школы. Числа — ответившие положительно из ответивших на вопрос. ",
        wording_change.by_chance((line.change for line in lines), apart=True), mark="shnor-small")


def _questions(session: Session, data: SurveysPage) -> Markup:
    """A change only under the same words."""
    return html.table_html(["Вопрос", *map(words.wave, data.waves), SAID], [
        [compared.named(line, data.total.set if data.total else ""),
         *(words.figure(session, cell) for cell in line.cells),
         wording_change.conclusion(line.change, line.rests_on)] for line in data.questions],
        numbers=range(1, 1 + len(data.waves))) + html.text_html(
        wording_change.by_chance(line.change for line in data.questions), mark="shnor-small")
