"""Accepted files: when, from whom, which version of what; any of them can be taken back as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.scope import Actor
from shnor.service.centre.schools import cards
from shnor.service.centre.setup import hidden, without_people
from shnor.service.intake.effects import effect_of_withdrawal
from shnor.store import Upload
from shnor.ui.kit import block, context, html, over
from shnor.ui.kit.block import Block
from shnor.ui.kit.context import Choice
from shnor.ui.kit.effects import effects
from shnor.ui.kit.html import NOTHING, Link, joined, tag
from shnor.ui.run import cache
from shnor.ui.run.session import Session

FILE = "file"
"""In the address: the file somebody wants to take back."""
SHOWN, MOST, MONTHS = 12, 300, 12
"""Files in sight, on the page at most, and months of the picture."""
EVERY, SEVERAL = "", "-"
MONTH = len("2026-11")


@dataclass(frozen=True)
class Chosen:
    """sender: code of a school, SEVERAL of lists and of the centre. what: kind. sent: month."""

    sender: str = EVERY
    what: str = EVERY
    sent: str = EVERY


def problem() -> None:
    """Why the last deed could not be done."""
    if said := st.session_state.pop("shnor_problem", ""):
        html.text(said, mark="shnor-error")


def draw(session: Session, listed: list[Upload]) -> None:
    """Filters, files by month as a picture, the list, the window of a file that is asked for."""
    if not listed:
        return
    names = {card.school_id: card.name for card in cache.built(session, cards, session.day)}
    chosen = _filters(session, listed, names)
    found = [one for one in listed if _fits(session, one, chosen)]
    lines = versions(listed)
    told = wording.counted(len(found), "файл")
    shown = Block("versions-files", "Принятые файлы", told, session.day, "журнал приёма",
                  ("Файл", "От кого", "Что в нём", "Строк", "За месяц", "Принят", "Кто", "Примечание", "Действует"),
                  tuple(_row(session, one, names) for one in found), sort=False, bare=True)
    block.picture(session, shown, tag("{}{}", bars(session, listed, chosen), _list(session, found, names, lines)))
    _window(session, listed)


def _filters(session: Session, listed: Sequence[Upload], names: dict[str, str]) -> Chosen:
    """What the address asks for and the files have."""
    senders = sorted({one.school for one in listed if one.school in names}, key=lambda code: wording.by_number(
        names[code]))
    kinds = [kind for kind in KINDS if any(kind in one.kinds for one in listed)]
    months = sorted({month_of(session, one) for one in listed}, reverse=True)
    options = {"sender": [EVERY, *senders, *([SEVERAL] if any(not one.school for one in listed) else [])],
               "what": [EVERY, *kinds], "sent": [EVERY, *months]}
    wanted = {name: context.wanted(name) for name in options}
    for name, value in wanted.items():
        if value not in options[name]:
            html.text(f"Таких файлов нет: {names.get(value, value)}. Показаны все.", mark="shnor-small")
    chosen = Chosen(**{name: value if value in options[name] else EVERY for name, value in wanted.items()})
    context.bar([
        Choice("sender", "От кого", options["sender"], {EVERY: "все", SEVERAL: "центр и своды", **names}, 280),
        Choice("what", "Что", options["what"], {EVERY: "всё", **{kind: KINDS[kind].title for kind in kinds}}, 280),
        Choice("sent", "За месяц", options["sent"], {EVERY: "все", **dict(zip(months, map(_month, months),
                                                                           strict=True))}, 240)],
        {"sender": chosen.sender, "what": chosen.what, "sent": chosen.sent})
    return chosen


def month_of(session: Session, upload: Upload) -> str:
    """The month a file is for; where it names none, the month of its acceptance."""
    named = len(upload.period) == MONTH and periods.month_of(upload.period) is not None
    return upload.period if named else f"{upload.moment.astimezone(session.zone):%Y-%m}"


def _month(code: str) -> str:
    return wording.month(periods.first_day(code))


def _fits(session: Session, upload: Upload, chosen: Chosen) -> bool:
    return ((chosen.sender == EVERY or (upload.school or SEVERAL) == chosen.sender)
            and (chosen.what == EVERY or chosen.what in upload.kinds)
            and (chosen.sent == EVERY or month_of(session, upload) == chosen.sent))


def versions(listed: Sequence[Upload]) -> dict[int, tuple[int, int]]:
    """Number of a file → (which version of its form it is, of how many), where there are several."""
    groups: dict[tuple, list[int]] = {}
    for one in reversed(listed):
        if one.school and len(one.period) == MONTH:
            groups.setdefault((one.school, one.period, one.kinds), []).append(one.id)
    return {number: (place, len(group)) for group in groups.values() if len(group) > 1
            for place, number in enumerate(group, start=1)}


def bars(session: Session, listed: Sequence[Upload], chosen: Chosen) -> Markup:
    """How many files each of the last months has brought; a bar leads to its files."""
    counts: dict[str, int] = {}
    for one in listed:
        counts[month_of(session, one)] = counts.get(month_of(session, one), 0) + 1
    period, months = periods.containing("month", session.day), list[str]()
    for _ in range(MONTHS):
        months.insert(0, period.code)
        period = period.previous()
    most = max((counts.get(month, 0) for month in months), default=0) or 1
    return tag("<div class='shnor-filebars' role='group' aria-label='Файлы по месяцам'>{}</div>",
               joined(_bar(month, counts.get(month, 0), most, month == chosen.sent) for month in months))


def _bar(month: str, count: int, most: int, chosen: bool) -> Markup:
    day = periods.first_day(month)
    words = f"{wording.month(day)}: {wording.counted(count, 'файл')}"
    link = Link("", "versions", (("tab", "files"), ("sent", "" if chosen else month))).address
    inner = tag("<b>{}</b><i style='height:{}px'></i><small>{}</small>", count or "", round(64 * count / most),
                periods.MONTHS[day.month - 1][:3])
    if not count:
        return tag("<span title='{}'>{}</span>", words, inner)
    return tag("<a href='{}' title='{}' class='{}'>{}</a>", link, words, "chosen" if chosen else "", inner)


def _row(session: Session, upload: Upload, names: dict[str, str]) -> tuple[block.Held, ...]:
    """A file as it leaves for Excel."""
    return (upload.file, names.get(upload.school, upload.school), ", ".join(KINDS[kind].title for kind in upload.kinds),
            upload.rows, _month(month_of(session, upload)), upload.moment.astimezone(session.zone).date(), upload.who,
            upload.note, "да" if upload.live else "нет")


def _list(session: Session, found: Sequence[Upload], names: dict[str, str],
          lines: dict[int, tuple[int, int]]) -> Markup:
    shown = [_line(session, one, names, lines.get(one.id)) for one in found[:MOST]]
    rest = tag("<details class='shnor-more'><summary>ещё {}</summary>{}</details>",
               wording.counted(len(shown) - SHOWN, "файл"), joined(shown[SHOWN:])) if len(shown) > SHOWN + 2 else \
        joined(shown[SHOWN:])
    cut = html.text_html(f"Показаны {MOST} новых файлов из {len(found)}: выберите школу, форму или месяц.",
                         mark="shnor-small") if len(found) > MOST else NOTHING
    search = tag("<div class='shnor-search'><input type='search' data-shnor-search='files' placeholder='Название, "
                 "школа, форма' aria-label='Найти файл'></div>") if len(shown) > SHOWN else NOTHING
    nothing = tag("<p class='shnor-small' data-shnor-none='files' hidden>Таких файлов нет.</p>")
    return tag("{}<div class='shnor-files' data-shnor-list='files'>{}{}</div>{}{}", search, joined(shown[:SHOWN]), rest,
               nothing, cut)


def _line(session: Session, upload: Upload, names: dict[str, str], version: tuple[int, int] | None) -> Markup:
    """What it is, when it came from whom, what can be done."""
    kinds = ", ".join(KINDS[kind].title for kind in upload.kinds)
    what = " · ".join(filter(None, (names.get(upload.school, ""), kinds, wording.counted(upload.rows, "строка"),
                                    f"версия {version[0]} из {version[1]}" if version else "")))
    when = f"{moment(session, upload.moment)}, {upload.who}" + (f"; {upload.note}" if upload.note else "")
    gone = "" if upload.live else " — не действует"
    return tag("<div class='{}' data-shnor-row><div><b>«{}»{}</b><span>{}</span></div><div>{}</div><div>{}</div></div>",
               "" if upload.live else "shnor-gone", upload.file, gone, wording.typeset(what), wording.typeset(when),
               html.cell([_back(upload), " · ", Link(wording.unbroken("как было тогда"), "", (("state",
                                                                                          str(upload.state)),))]))


def _back(upload: Upload) -> Link:
    words = "вернуть как было" if upload.live else "пусть снова действует"
    return Link(wording.unbroken(words), "versions", (("tab", "files"), (FILE, str(upload.id))))


def newest(session: Session, listed: Sequence[Upload]) -> None:
    """The last file with the way back, for who comes for it."""
    live = next((one for one in listed if one.live), None)
    if live:
        html.text(f"Последний принятый файл: «{live.file}», {moment(session, live.moment)}, {live.who} · ", _back(live),
                  " · ", Link("все файлы", "versions", (("tab", "files"),)))


def moment(session: Session, value: datetime) -> str:
    return f"{value.astimezone(session.zone):%d.%m.%Y %H:%M}"


def _window(session: Session, listed: Sequence[Upload]) -> None:
    asked = st.query_params.get(FILE, "")
    if chosen := next((upload for upload in listed if str(upload.id) == asked), None):
        _withdrawal(session, chosen) if chosen.live else _restoring(session, chosen)


def _forgotten() -> None:
    st.query_params.pop(FILE, None)


@st.dialog("Вернуть как было", width="large", on_dismiss=_forgotten)
@over.asked
def _withdrawal(session: Session, upload: Upload) -> None:
    """Before anything is taken back: which figures would be different."""
    html.text(html.Marked(f"«{upload.file}»", "shnor-strong"), " перестанет действовать. Файл и журнал останутся.")
    different = effect_of_withdrawal(session.store, upload.id, session.day)
    if different:
        effects(session, different, ahead=True)
    else:
        html.text("Показатели не изменятся.")
    reason = st.text_input("Почему", key=f"shnor_reason_{upload.id}", value="принято по ошибке")
    if st.button("Вернуть как было до этого файла", type="primary", key=f"shnor_withdraw_{upload.id}"):
        _done(session.store.withdraw, upload, session.actor, reason)


@st.dialog("Пусть снова действует", on_dismiss=_forgotten)
@over.asked
def _restoring(session: Session, upload: Upload) -> None:
    html.text(html.Marked(f"«{upload.file}»", "shnor-strong"), " снова будет действовать: его строки вернутся туда, "
              "где нет более новых файлов.")
    if st.button("Пусть снова действует", type="primary", key=f"shnor_restore_{upload.id}"):
        _done(session.store.restore, upload, session.actor, "снова действует")


def _done(action: Callable, upload: Upload, by: Actor, reason: str) -> None:
    try:
        action(upload.id, by=by, reason=without_people(reason))
        if said := hidden(reason):
            st.session_state["shnor_problem"] = said
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)
    _forgotten()
    st.rerun()
