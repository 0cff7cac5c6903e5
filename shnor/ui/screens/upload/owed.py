"""Who has sent what: the section «Кто сдал» of Приём, the grid of the last months, texts of reminders."""

from collections.abc import Collection, Sequence
from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.service.centre.schools import SchoolCard
from shnor.service.intake import manual
from shnor.service.intake.reading import Progress
from shnor.service.month import debts, forms, owed, workbook
from shnor.service.month.owed import Cell, Grid, Key
from shnor.service.pages.questions import requests_of
from shnor.service.sending import reminders
from shnor.ui.kit import html
from shnor.ui.kit.links import to_school
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session

ALL = ""
LONGEST = 80
"""Characters of a question in a cell; the whole stands on its page."""
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


def sent(session: Session) -> None:
    """The month's forms by school: what came, what is awaited, with the text of a reminder."""
    chosen = _month(session)
    shown = _with_tray(session, cache.built(session, owed.grids, (chosen,), day=session.day))
    if not any(grid.lines for grid in shown):
        return
    st.subheader("Кто сдал")
    _months(session, chosen)
    listed = [grid for grid in shown if grid.of(chosen)]
    html.text(_dues(session, chosen, listed), mark="shnor-small")
    html.items([sums_in_words(grid, chosen) for grid in listed])
    cards = {line.card.school_id: line.card for grid in listed for line in grid.lines}
    ordered = sorted(cards.values(), key=lambda card: wording.by_number(card.name))
    cells = [{cell.school_id: cell for cell in grid.of(chosen)} for grid in listed]
    asked = _asked(session)
    titles = [wording.capital(forms.title(grid.form.id, chosen)) for grid in listed]
    html.table(["Школа", *titles, "Помощь просит школа"],
               [[_name(session, card), *(in_words(of.get(card.school_id), session.day) for of in cells),
                 asked.get(card.school_id, wording.DASH)] for card in ordered])
    _notes(ordered, ": «Сроки и версии»")
    _reminder(session, shown, chosen)


def _asked(session: Session) -> dict[str, list[html.Cell]]:
    """School → what it asks for and has no answer to yet."""
    found: dict[str, list[html.Cell]] = {}
    for question in cache.built(session, requests_of, session.day):
        if not question.answer:
            need = question.need if len(question.need) <= LONGEST else f"{question.need[:LONGEST].rstrip()}…"
            told = found.setdefault(question.school_id, [])
            told += [*(["; "] if told else []), html.Link(need, "support"),
                     f" ({question.asked_on:%d.%m}) → ответ до {question.answer_by:%d.%m}"]
    return found


def history(session: Session) -> None:
    """School × form × month over the last half a year."""
    shown = cache.built(session, owed.grids, owed.last_months(session.day), day=session.day)
    if not any(grid.lines for grid in shown):
        return
    st.header("Формы по школам и месяцам")
    for grid in _with_tray(session, shown):
        if grid.lines and grid.months:
            _grid(session, grid)
    _notes([line.card for line in shown[0].lines])
    if st.button("Перенести срок или снять форму"):
        decide(session, [line.card for line in shown[0].lines])


def _grid(session: Session, grid: Grid) -> None:
    heads = [wording.capital(forms.title(grid.form.id, one)) if grid.form.id == forms.QUARTER.id else wording.month(one)
             for one in grid.months]
    rows = [[_name(session, line.card), *(in_words(cell, session.day) for cell in line.cells)] for line in grid.lines]
    rule = session.forms.rule(grid.form.id, grid.months[-1])
    html.text(html.Marked(grid.form.title, "shnor-strong"), f": {forms.in_words(rule)}")
    html.table(["Школа", *heads], [*rows, ["Всего", *(_short(grid, one) for one in grid.months)]])


def in_words(cell: Cell | None, day: date) -> str:
    """«✔ 24.11», «✔ 26.11, позже срока», «◐ нет листа «Педагоги»», «… ждём до 25.11»: a sign and its words."""
    if cell is None:
        return wording.DASH
    if cell.came and cell.state in ("not_required", "not_asked"):
        return f"✔ {cell.came:%d.%m}, не требовалось"
    if cell.came and cell.state == "accepted":
        return ", ".join(filter(None, (f"✔ {cell.came:%d.%m}", "позже срока" if cell.late else "",
                                       "из свода" if cell.by_list else "", "без изменений" if cell.unchanged else "")))
    if cell.state == "not_asked":
        return wording.DASH
    if cell.state == "partial":
        sheets = ", ".join(f"«{sheet}»" for sheet in cell.missing)
        return f"◐ нет {'листа' if len(cell.missing) == 1 else 'листов'} {sheets}"
    if cell.state == "questions":
        return f"? {wording.counted(cell.questions or 0, 'вопрос')}"
    if cell.state == "not_required":
        return f"не требуется: {cell.why}" if cell.why != forms.NOT_COLLECTED else "не требуется"
    if cell.questions == 0:
        return "… файл прочитан, ещё не принят"
    if cell.state == "moved":
        return f"… перенесено до {cell.due:%d.%m}"
    return f"… ждём до {cell.due:%d.%m}" if day <= cell.due else "… ждём"


def sums_in_words(grid: Grid, chosen: date) -> str:
    """«Отчёт за ноябрь: ждали 7 · принято 4 (в срок 3) · есть вопросы 1 · сдано частично 1 · ждём 1»."""
    found = owed.sums(grid.of(chosen))
    named = wording.capital(forms.title(grid.form.id, chosen))
    if not found.expected:
        return f"{named}: не требуется"
    when = ", ".join(f"{words} {n}" for words, n in (("в срок", found.on_time), ("из свода", found.by_list)) if n)
    parts = [f"ждали {found.expected}", f"принято {found.accepted}" + (f" ({when})" if when else "")]
    parts += [f"{words} {n}" for words, n in (("есть вопросы", found.questions), ("сдано частично", found.partial),
                                              ("перенесено", found.moved), ("ждём", found.waiting)) if n]
    return f"{named}: {' · '.join(parts)}"


def _short(grid: Grid, chosen: date) -> str:
    found = owed.sums(grid.of(chosen))
    return f"принято {wording.k_of_n(found.accepted, found.expected)}" if found.expected else wording.DASH


def _dues(session: Session, chosen: date, listed: Sequence[Grid]) -> str:
    """«Отчёт за месяц: срок 25.11 (ср) · сегодня 27.11 (пт)»."""
    said = [f"{grid.form.title}: срок {_day(session.forms.due(grid.form.id, chosen))}" for grid in listed
            if session.forms.asked(grid.form.id, chosen)]
    return " · ".join([*said, f"сегодня {_day(session.day)}"])


def _day(day: date) -> str:
    return f"{day:%d.%m} ({WEEKDAYS[day.weekday()]})"


def _months(session: Session, chosen: date) -> None:
    this = periods.containing("month", chosen)
    before, after = this.previous(), this.next()
    html.text(html.Link(f"‹ {periods.MONTHS[before.start.month - 1]}", "upload", (("month", before.code),)), "   ",
              html.Marked(wording.month(chosen), "shnor-strong"), "   ",
              html.Link(f"{periods.MONTHS[after.start.month - 1]} ›", "upload", (("month", after.code),)))


def _month(session: Session) -> date:
    """Of the address; an unreadable one counts as absent."""
    try:
        asked = periods.parse(st.query_params.get("month", ""))
    except ValueError:
        return session.forms.awaited_month(session.day)
    return asked.start if asked.kind == "month" else session.forms.awaited_month(session.day)


def _name(session: Session, card: SchoolCard) -> html.Cell:
    link = to_school(session, card.school_id, wording.typeset(card.name))
    return link if card.on_list else [link, f"{wording.NBSP}*"]


def _notes(cards: Sequence[SchoolCard], where: str = " кнопкой ниже") -> None:
    """where: the way to the decision about a deadline."""
    if any(not card.on_list for card in cards):
        html.text("* в перечень ШНОР сейчас не входит", mark="shnor-small")
    html.text("Дата — когда отчёт впервые принят в программе. Если файл пришёл вовремя, а принят позже, внесите "
              f"перенос срока{where}.", mark="shnor-small")


def _with_tray(session: Session, shown: Sequence[Grid]) -> list[Grid]:
    waiting = _in_tray(session)
    return [owed.with_waiting(grid, waiting) for grid in shown]


def _in_tray(session: Session) -> dict[Key, int]:
    """Files of the tray that are a school's form of a month: how much is asked about each."""
    found: dict[Key, int] = {}
    shown = tray.of_base(session.base).shown(session.store, session.today, tray.PATIENCE)
    for item in () if isinstance(shown, Progress) else shown.values():
        checked = item.checked
        if not checked.school or len(checked.period) != len("2026-11"):
            continue
        kinds = {batch.kind for batch in checked.batches}
        for form in forms_of(kinds):
            key = (checked.school, form, periods.first_day(checked.period))
            found[key] = max(found.get(key, 0), item.questions + item.errors)
    return found


def forms_of(kinds: Collection[str]) -> list[str]:
    """Of a file with rows of these kinds: «Итоги» may come in the same workbook as the report or alone."""
    quarter = [forms.QUARTER.id] if "results" in kinds else []
    return quarter if set(kinds) == {"results"} else [forms.MONTH.id, *quarter]


def _reminder(session: Session, shown: Sequence[Grid], chosen: date) -> None:
    before = cache.built(session, debts.owing, day=session.day)
    owing = reminders.owing(shown, chosen, before)
    if not owing:
        return
    about = session.store.about()
    names = {line.card.school_id: line.card.name for grid in shown for line in grid.lines}
    names |= {card.school_id: card.name for debt in before for card, _ in (*debt.waiting, *debt.partial)}
    with st.expander("Напомнить: текст для письма"):
        common = reminders.to_all(owing, day=session.day, about=about)
        choices = [*([ALL] if len(owing) > 1 and common else []), *owing]
        whom = st.selectbox("Кому", choices, key=f"shnor_remind_{chosen}", width=420,
                            format_func=lambda school: names.get(school) or f"Общий текст, школ: {len(owing)}")
        text = common if whom == ALL else reminders.to_school(
            owing[whom], day=session.day, rows={chosen: _rows(session, whom, chosen)}, about=about)
        st.code(text, language=None, wrap_lines=True)


def _rows(session: Session, school: str, chosen: date) -> int:
    with session.store.view(session.scope, session.state) as view:
        return workbook.to_report(view, school, chosen)


@st.dialog("Перенести срок или снять форму")
def decide(session: Session, cards: Sequence[SchoolCard]) -> None:
    """A letter of delay, or «не требуется»: goes the way of a file and can be taken back like one."""
    kind = KINDS["assignments"]
    with st.form("shnor_decide", border=False):
        school = st.selectbox(kind["school_id"].title, [card.name for card in cards])
        form = st.selectbox(kind["form"].title, list(kind["form"].choices.values()))
        chosen = st.text_input(kind["month"].title, value=wording.month(session.forms.awaited_month(session.day)))
        state = st.selectbox(kind["state"].title, list(kind["state"].choices.values())[::-1])
        until = st.text_input(kind["until"].title, placeholder=str(kind["until"].example))
        reason = st.text_input(kind["reason"].title, placeholder=str(kind["reason"].example))
        done = st.form_submit_button("Проверить")
    if done:
        values = {"school_id": school, "form": form, "month": chosen, "state": state, "until": until, "reason": reason}
        typed = {name: text or "" for name, text in values.items()}
        tray.of_base(session.base).add([manual.one_row("assignments", typed, session.moment())])
        st.switch_page("upload.py")


__all__ = ["decide", "forms_of", "history", "in_words", "sent", "sums_in_words"]
