"""Sentences of the page of surveys: k of n and its spread, what changed, what came without its number."""

from shnor import periods, wording, wording_change
from shnor.metrics.figure import Figure
from shnor.service.figures.lines import Cell, Line
from shnor.service.pages import survey_bases, surveys
from shnor.service.pages.surveys import AUDIENCES, Stated, SurveysPage
from shnor.ui.kit import compared, html
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session


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
        html.text(f"{wording.quoted(data.chosen.question)}: доли положительных ответов нет. {why(data)}",
                  mark="shnor-lead")
    else:
        html.text(f"{wording.capital(wave(data.waves[-1]))}, {AUDIENCES[data.chosen.audience]}: "
                  f"{answered(newest.figure)} ", figure(session, newest), f"{wording.over(over(newest))}.",
                  mark="shnor-lead")
    came = wording.verb(data.reached.figure.numerator, "участвовали") if data.reached else ""
    html.text(*([f"Охват: в опросе {came} ", figure(session, data.reached), "."] if data.reached else
                ["Охват неизвестен: не указано, сколько человек опрашивали."]))
    if data.pair and data.pair.change:
        html.text(changed(data, data.pair))
    if data.silent:
        html.text(silent(data))
    for note in filter(None, (left_out(data), apart(data))):
        html.text(note, mark="shnor-small")


def left_out(data: SurveysPage) -> str:
    """Who is not in the comparison of all waves, where the two last ones have told their own."""
    if data.total is None:
        return ""
    said = compared.left_out(data.total.left_out, wave)
    return f"В сравнение всех волн {wording.small(said)}" if said and len(data.waves) > 2 else said


def silent(data: SurveysPage) -> str:
    """Who of the list has not answered in the newest wave."""
    schools = wording.counted(data.listed, "школа", "gen")
    return (f"{wording.capital(wave(data.waves[-1]))}: из {schools} перечня нет ответов от {len(data.silent)}: "
            f"{', '.join(data.silent)}.")


def apart(data: SurveysPage) -> str:
    """What is counted nowhere above."""
    outside = [f"{wording.counted(data.outside, 'школа')} вне перечня"] if data.outside else []
    nowhere = ["ответы, где школа не указана"] if data.nowhere else []
    one = not nowhere and data.outside % 10 == 1 and data.outside % 100 != 11
    said = "Не посчитана" if one else "Не посчитаны"
    return f"{said}: {wording.listed([*outside, *nowhere])}." if outside or nowhere else ""


def why(data: SurveysPage) -> str:
    if data.several:
        return "Можно было выбрать несколько вариантов: каждый посчитан отдельно."
    asked = any(line.cells[-1] for line in data.options)
    return ("Какие ответы положительные, не указано: скажите это при приёме файла или в столбце «Положительный ответ»."
            if asked else f"Этот вопрос не задавали: {wave(data.waves[-1])}.")


def over(cell: Cell) -> str:
    return "" if cell.figure.status == "no_n" else cell.figure.set


def spread_of(cell: Cell) -> str:
    """«от 75,3 до 91,4 %»; nothing for a small group or a percentage without its number."""
    told = cell.figure
    if told.status != "ok" or told.low is None or told.high is None:
        return ""
    low, high = (wording.number(value * 100, 1) for value in (told.low, told.high))
    return f"от {low} до {high}{wording.NBSP}%"


def changed(data: SurveysPage, line: Line) -> str:
    change = line.change
    assert change is not None
    said = [wording_change.arithmetic(change), wording_change.difference(change),
            wording_change.conclusion(change, line.rests_on)]
    both = ", ответившим в обе волны" if line.left_out.size else ""
    when = f"{wording.capital(wave(data.waves[-2]))} → {wave(data.waves[-1])}{wording.over(line.set)}{both}"
    return f"{when}: {'; '.join(filter(None, said))}."


def figure(session: Session, cell: Cell | None, *, counts: bool = False) -> html.Cell:
    """A figure that leads to its rows; counts: «k из n» alone."""
    if cell is None:
        return wording.NO_DATA
    told = cell.figure
    short = counts and told.status != "no_n"
    text = wording.k_of_n(told.numerator, told.denominator or 0) if short else told_text(told)
    return rows(session, cell, text)


def told_text(figure: Figure) -> str:
    """«9 из 11 (82 %), мало участников»."""
    return wording_change.of_few(wording.figure_text(figure), figure.denominator or 0)


def rows(session: Session, cell: Cell, text: str) -> html.Link:
    part = "share" if cell.figure.metric == surveys.SHARE and cell.figure.denominator else ""
    return to_rows(session, text, cell.figure.metric, cell.where, part)


def stated(session: Session, data: SurveysPage) -> html.Markup:
    """Percentages without a number, and what can be done about them."""
    answers: dict[tuple[str, ...], list[Stated]] = {}
    for one in data.stated:
        answers.setdefault((one.wave, one.school_id, one.audience, one.question), []).append(one)
    return html.joined((
        html.items_html([_stated(session, options) for options in answers.values()]),
        html.text_html("В сводный показатель эти доли не вошли, вывода по ним нет. Что можно сделать:"),
        html.items_html([
            "спросить у школы, сколько человек ответили на вопрос и сколько выбрали этот ответ, и принять исправленный "
            "файл", "оставить как есть: доля видна здесь, вывода по ней нет",
            ["вернуть файл: ", html.Link("«Сроки и версии»", "versions"), ", «Вернуть как было»"]]),
        html.fold("Как посчитано: из скольких может быть доля", html.items_html([*survey_bases.lines(data.stated)]))))


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
