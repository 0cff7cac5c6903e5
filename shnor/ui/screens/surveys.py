"""Pieces of the page «Анкетирование»."""
from typing import Any

import streamlit as st

from shnor import charts, periods, wording, wording_change
from shnor.charts.surveys import answers_bar, options_bar
from shnor.metrics.figure import Figure
from shnor.service.pages import surveys
from shnor.service.pages.surveys import AUDIENCES, Cell, Chosen, Line, Stated, SurveysPage
from shnor.ui.kit import choice, compared, html, without_data
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session

TITLES = {"survey": "Опрос", "audience": "Кто отвечал", "question": "Вопрос"}
WIDTHS = {"survey": 420, "audience": 200, "question": 460}
MOST = 5
SAID = "Что можно сказать"


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет ответов на опросы. Страницу заполнят выгрузки «Яндекс Форм» и «Google Forms» (ответы "
        "посчитаются сразу, сами они не хранятся) или сводка школы: сколько выбрали каждый ответ и сколько "
        "ответили на вопрос.", "surveys")


def chosen() -> Chosen:
    """The filters live in the address: a link to this page shows the same figures to anyone."""
    return Chosen(**{name: st.query_params.get(name, "") for name in TITLES})


def filters(data: SurveysPage) -> None:
    with st.container(horizontal=True):
        for place, (name, title) in enumerate(TITLES.items(), 1):
            named = dict(data.choices[name])
            choice.box(title, name, list(named), getattr(data.chosen, name), width=WIDTHS[name],
                       shown=named.__getitem__, forget=list(TITLES)[place:])


def wave(code: str) -> str:
    """«ноябрь 2026», «2025–2026 учебный год»."""
    return wording.day(periods.first_day(code)) if len(code) == 10 else periods.parse(code).title.removesuffix(" года")


def answered(figure: Figure) -> str:
    """What stands before the figure: «положительно ответили»; of a percentage without its number «сообщена доля»."""
    return "сообщена доля" if figure.status == "no_n" else \
        f"положительно {wording.verb(figure.numerator, 'ответили')}"


def lead(session: Session, data: SurveysPage) -> None:
    """k of n of the newest wave, who took part, what changed and what may be said of it."""
    newest = data.now
    if newest is None:
        html.text(f"{wording.quoted(data.chosen.question)}: доли положительных ответов нет. {_why(data)}",
                  mark="shnor-lead")
    else:
        html.text(f"{wording.capital(wave(data.waves[-1]))}, {AUDIENCES[data.chosen.audience]}: "
                  f"{answered(newest.figure)} ",
                  _figure(session, newest), f"{wording.over(_set(newest))}.", mark="shnor-lead")
        if spread := spread_of(newest):
            html.text(f"Возможный разброс: {spread}.", mark="shnor-small")
    came = wording.verb(data.reached.figure.numerator, "участвовали") if data.reached else ""
    html.text(*([f"Охват: в опросе {came} ", _figure(session, data.reached), "."] if data.reached else
                ["Охват неизвестен: не указано, сколько человек опрашивали."]))
    if data.total and data.total.change:
        html.text(_changed(data, data.total))
    for note in filter(None, (compared.left_out(data.total.left_out, wave) if data.total else "", _apart(data))):
        html.text(note, mark="shnor-small")


def _apart(data: SurveysPage) -> str:
    """What is counted nowhere above."""
    outside = [f"{wording.counted(data.outside, 'школа')} вне перечня"] if data.outside else []
    nowhere = ["ответы, где школа не указана"] if data.nowhere else []
    return f"Не посчитаны: {wording.listed([*outside, *nowhere])}." if outside or nowhere else ""


def _why(data: SurveysPage) -> str:
    if data.several:
        return "Можно было выбрать несколько вариантов: они посчитаны ниже, каждый отдельно."
    asked = any(line.cells[-1] for line in data.options)
    return ("Какие ответы положительные, не указано: скажите это при приёме файла или в столбце «Положительный ответ»."
            if asked else f"Этот вопрос не задавали: {wave(data.waves[-1])}.")


def _set(cell: Cell) -> str:
    return "" if cell.figure.status == "no_n" else cell.figure.set


def spread_of(cell: Cell) -> str:
    """«от 75,3 до 91,4 %»; nothing for a small group or a percentage without its number."""
    figure = cell.figure
    if figure.status != "ok" or figure.low is None or figure.high is None:
        return ""
    low, high = (wording.number(value * 100, 1) for value in (figure.low, figure.high))
    return f"от {low} до {high}{wording.NBSP}%"


def _changed(data: SurveysPage, line: Line) -> str:
    change = line.change
    assert change is not None
    said = [wording_change.arithmetic(change), wording_change.difference(change),
            wording_change.conclusion(change, line.rests_on)]
    when = f"{wording.capital(wave(data.waves[-2]))} → {wave(data.waves[-1])}{wording.over(line.set)}"
    return f"{when}: {'; '.join(filter(None, said))}."


def _figure(session: Session, cell: Cell | None, *, counts: bool = False) -> html.Cell:
    """A figure that leads to its rows; counts: «k из n» alone."""
    if cell is None:
        return wording.NO_DATA
    figure = cell.figure
    short = counts and figure.status != "no_n"
    text = wording.k_of_n(figure.numerator, figure.denominator or 0) if short else wording.figure_text(figure)
    part = "share" if figure.metric == surveys.SHARE and figure.denominator else ""
    return to_rows(session, text, figure.metric, cell.where, part)


def by_wave(session: Session, data: SurveysPage) -> None:
    """Waves one under another, the newest first."""
    if data.total is None:
        return
    st.header("По волнам")
    rows = [[wave(code), _figure(session, cell), spread_of(cell) if cell else "", _reach(session, reach),
             _set(cell) if cell else ""]
            for code, cell, reach in zip(data.waves, data.total.cells, data.reach, strict=True)]
    html.table(["Когда", "Ответили положительно", "Возможный разброс", "Участвовали", "По чему посчитано"], rows[::-1])


def _reach(session: Session, cell: Cell | None) -> html.Cell:
    return _figure(session, cell) if cell else "охват неизвестен"


def options(session: Session, data: SurveysPage) -> None:
    """Each answer by wave, and the newest of them drawn."""
    if not data.options:
        return
    st.header("Что выбирали")
    html.table(["Ответ", *map(wave, data.waves)],
               [[line.name, *(_figure(session, cell) for cell in line.cells)] for line in data.options],
               numbers=range(1, 1 + len(data.waves)))
    if over := data.options[0].set:
        html.text(f"Посчитано{wording.over(over)}.", mark="shnor-small")
    if data.several:
        html.text(f"Можно было выбрать несколько: доли в сумме больше 100{wording.NBSP}%. Доля — от ответивших на "
                  "вопрос.", mark="shnor-small")
    drawn = _chart(data)
    if drawn.categories:
        st.plotly_chart(cache.drawn(data, _drawn), config=charts.CONFIG, theme=None, key="shnor_surveys_chart",
                        alt=f"{drawn.title}. Те же числа — в таблице выше.")


def _drawn(data: SurveysPage) -> Any:
    return cache.plotted(_chart(data))


def _chart(data: SurveysPage) -> charts.Chart:
    """A question with one choice: waves cut by answer; with several: how many chose each, in the newest wave."""
    source = AUDIENCES[data.chosen.audience]
    names = [line.name for line in data.options]
    if not data.several and len(names) <= MOST:
        counts = {wave(code): {line.name: _chose(line.cells[place]) for line in data.options}
                  for place, code in enumerate(data.waves)}
        return answers_bar(counts, names, title=f"Сколько человек как ответили, {source}", source=source)
    newest = {line.name: _chose(line.cells[-1]) for line in data.options if line.cells[-1]}
    return options_bar(newest, title=f"Что выбрали, {wave(data.waves[-1])}, {source}", source=source)


def _chose(cell: Cell | None) -> int:
    return cell.figure.numerator if cell else 0


def by_school(session: Session, data: SurveysPage) -> None:
    if len(data.schools) < 2:  # the one school is the lines above
        return
    st.header("По школам")
    html.table(["Школа", *map(wave, data.waves), "Изменение", SAID], [
        [to_school(session, line.school_id, line.name), *(_figure(session, cell, counts=True) for cell in line.cells),
         wording_change.moved(line.change), wording_change.conclusion(line.change, line.rests_on)]
        for line in data.schools], numbers=range(1, 1 + len(data.waves)))
    html.text("Порядок — по номеру школы. Числа — ответившие положительно из ответивших на вопрос.",
              mark="shnor-small")
    compared.by_chance((line.change for line in data.schools), apart=True)


def questions(session: Session, data: SurveysPage) -> None:
    """Every question with a share of positive answers; a change only under the same words."""
    if len(data.questions) < 2:
        return
    st.header("Все вопросы опроса")
    html.table(["Вопрос", *map(wave, data.waves), SAID], [
        [compared.named(line, data.total.set if data.total else ""), *(_figure(session, cell) for cell in line.cells),
         wording_change.conclusion(line.change, line.rests_on)]
        for line in data.questions], numbers=range(1, 1 + len(data.waves)))
    compared.by_chance(line.change for line in data.questions)


def silent(session: Session, data: SurveysPage) -> None:
    """Who of the list has not answered in the newest wave."""
    if not data.listed:
        return
    code = data.waves[-1]
    if data.silent:
        st.header("Ждём ответы")
        schools = wording.counted(data.listed, "школа", "gen")
        html.text(f"{wording.capital(wave(code))}: из {schools} перечня нет ответов от "
                  f"{len(data.silent)}: {', '.join(data.silent)}.")


def stated(session: Session, data: SurveysPage) -> None:
    """Percentages without a number, and what can be done about them."""
    if not data.stated:
        return
    st.header("Доли без числа опрошенных")
    answers: dict[tuple[str, ...], list[Stated]] = {}
    for one in data.stated:
        answers.setdefault((one.wave, one.school_id, one.audience, one.question), []).append(one)
    html.items([_stated(session, options) for options in answers.values()])
    html.text("В сводный показатель эти доли не вошли, вывода по ним нет. Что можно сделать:")
    html.items(["спросить у школы, сколько человек ответили на вопрос и сколько выбрали этот ответ, и принять "
                "исправленный файл", "оставить как есть: доля видна здесь, вывода по ней нет",
                ["вернуть файл: ", html.Link("«Сроки и версии»", "versions"), ", «Вернуть как было»"]])


def _stated(session: Session, options: list[Stated]) -> html.Cell:
    """Whose, when, the question, and each answer with its percentage."""
    one = options[0]
    said: list[html.Cell] = [to_school(session, one.school_id, one.school) if one.school_id else one.school,
                             f", {wave(one.wave)}, {one.audience}, {wording.quoted(one.question)}: "]
    for place, option in enumerate(options):
        share = f"{wording.number(option.percent)}{wording.NBSP}%"
        said += [", " if place else "", f"{wording.quoted(option.option)} — ",
                 to_rows(session, share, surveys.OPTION, option.where)]
    return said
