"""What is collected and by which day: a piece of the settings, and question 6 of the first hour."""

from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.errors import ShnorError
from shnor.service.centre import setup
from shnor.service.month import forms
from shnor.service.month.forms import DueKind, Form, Rule
from shnor.service.sending import reminders
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session

WAYS: dict[str, tuple[DueKind, bool]] = {
    "до этого числа месяца": ("day", False), "до этого числа следующего месяца": ("day", True),
    "до этого рабочего дня следующего месяца, по счёту": ("workday", True),
    "за столько дней до конца месяца": ("before_end", False)}
MOVES = {"на следующий рабочий день": False, "на рабочий день раньше": True}
AHEAD = 6


def edit(session: Session) -> None:
    """Every form with its rule; a change holds from a month on and leaves approved months alone."""
    for form in forms.FORMS.values():
        with st.container(border=True, key=f"shnor_rule_{form.id}"):
            _form(session, form)
    _contact(session)


def question(session: Session) -> bool:
    """Question 6 of the first hour: the same with a button; true once the rules were said to suit."""
    edit(session)
    if not st.button("Так и собираем", type="primary", key="shnor_forms_suit"):
        return False
    session.store.describe(session.actor, **{forms.KEY: forms.as_text(session.forms)})
    return True


def _form(session: Session, form: Form) -> None:
    this = session.forms.awaited_month(session.day)
    rule = session.forms.rule(form.id, this)
    rule_text = html.text_html(html.Marked(form.title, "shnor-strong"), f": {forms.in_words(rule)}")
    dues = _dues(session, form)
    html.show(html.joined([rule_text, html.text_html(f"Ближайшие сроки: {dues}", mark="shnor-small")] if dues
                          else [rule_text]))
    # opening it runs the page once more, so that nobody waits for fields nobody looks at
    piece = st.expander("Изменить", key=f"shnor_change_{form.id}", on_change="rerun")
    if piece.open:
        with piece:
            _fields(session, form, rule, this)


def _fields(session: Session, form: Form, rule: Rule, this: date) -> None:
    with st.form(f"shnor_form_{form.id}", border=False):
        new, first = _asked(session, form, rule, this)
        if st.form_submit_button("Сохранить", type="primary"):
            _save(session, new, first)


def _asked(session: Session, form: Form, rule: Rule, this: date) -> tuple[Rule, bool]:
    """What the fields say now, and whether the work begins with the chosen month."""
    collected = st.checkbox("Собираем эту форму", value=bool(rule.months))
    left, middle, right = st.columns([1, 3, 3])
    n = left.number_input("Число", min_value=0, max_value=31, value=rule.n)
    way = middle.selectbox("Срок", list(WAYS), index=list(WAYS.values()).index(_way(rule)))
    move = right.selectbox("Если это выходной", list(MOVES), index=list(MOVES.values()).index(rule.back))
    sheets = _sheets(form, rule)
    months = _months(form, rule)
    since = st.selectbox("С какого месяца", _choices(this), format_func=wording.month, width=320,
                         index=2, help="Утверждённые месяцы не меняются.")
    first = not forms.own(session.forms, form.id) and not session.store.approved() and st.checkbox(
        "Раньше этого месяца форму не ждём", value=not _reported(session))
    due, following = WAYS[way]
    return Rule(form.id, since, due, int(n), following, MOVES[move], months if collected else (), sheets), bool(first)


def _reported(session: Session) -> bool:
    """Some school has sent something already: the work began earlier."""
    return any({"progress", "results"} & set(upload.kinds) for upload in session.uploads())


def _way(rule: Rule) -> tuple[DueKind, bool]:
    return next(way for way in WAYS.values() if way[0] == rule.due and (rule.due != "day" or way[1] == rule.following))


def _sheets(form: Form, rule: Rule) -> tuple[str, ...]:
    """The main sheet is always awaited; of the others those that are ticked."""
    main, *others = form.sheets
    return (main.id, *(sheet.id for sheet in others
                       if st.checkbox(plain(f"Ждём и лист «{sheet.title}»"), value=sheet.id in rule.sheets)))


def _months(form: Form, rule: Rule) -> tuple[int, ...]:
    shipped = next(one.months for one in forms.SHIPPED if one.form == form.id)
    if form.id == forms.QUARTER.id:
        return shipped
    chosen = st.multiselect("В какие месяцы", range(1, 13), default=rule.months or shipped,
                            placeholder="Выберите месяцы", format_func=lambda number: periods.MONTHS[number - 1])
    return tuple(sorted(chosen))


def _choices(this: date) -> list[date]:
    """Two months back, this one, three ahead."""
    found = [periods.containing("month", this).previous().previous()]
    while len(found) < AHEAD:
        found.append(found[-1].next())
    return [period.start for period in found]


def _dues(session: Session, form: Form) -> str:
    """«отчёт за ноябрь — 25.11.2026, отчёт за декабрь — 25.12.2026»."""
    return ", ".join(f"{forms.title(form.id, month)} — {wording.day(due)}"
                     for month, due in forms.coming(session.forms, form.id, session.day, 4))


def _save(session: Session, rule: Rule, first: bool) -> None:
    try:
        new = forms.changed(session.forms, rule, session.store.approved(), first=first)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    session.store.describe(session.actor, **{forms.KEY: forms.as_text(new)})
    st.rerun()


def _contact(session: Session) -> None:
    """Whom schools may ask: stands at the end of a reminder."""
    known = session.store.about().get(reminders.CONTACT, "")
    told = st.text_input("Кому школам задавать вопросы (для напоминаний)", value=known, max_chars=120,
                         placeholder="координатор, тел. …", width=420)
    if told.strip() == known:
        return
    try:
        setup.refuse_people(told.strip())
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    session.store.describe(session.actor, **{reminders.CONTACT: told.strip()})
    st.rerun()


__all__ = ["edit", "question"]
