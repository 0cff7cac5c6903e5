"""«Где сейчас каждая школа»: a row a school, by number, its name leads to it and every cell to its rows."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import facts, inline
from shnor.metrics.standings import DUE_PARTS, UNSEEN
from shnor.service.figures.roadmap import OWN, Parts
from shnor.service.figures.rows import Where
from shnor.service.month import forms
from shnor.service.month.owed import Cell as Report
from shnor.service.pages.matrix import Low, Row
from shnor.service.pages.month_table import state_in_words
from shnor.ui.kit import html, states
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.html import NOTHING, Link, joined, tag
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session

LONG = 56
"""Pixels of the bar of the school that got most help."""
MANY = 20
"""Of more rows than this there is a search, rows are low, and schools that are not on the list are folded."""
COUNTED = "Столбик — выезды, консультации и мастер-классы; семинары, вебинары и другие мероприятия названы под ним"
"""What the column of help counts."""
KINDS = {"выезд": "выезды", "консультация": "консультации", "мастер-класс": "мастер-классы"}


@dataclass(frozen=True)
class Matrix:
    """months: of the reports. work: what the marks «2» are of, as it is said; years: of them. period: of the roadmaps;
    year: of the help. day: everything is counted for it."""

    rows: tuple[Row, ...]
    months: tuple[date, ...]
    work: str
    years: tuple[str, ...]
    period: str
    year: int
    day: date

    @property
    def most(self) -> int:
        """The scale of the bars of help."""
        return max((row.helped for row in self.rows), default=0)


def shown(session: Session, data: Matrix, title: str, over: str) -> Shown:
    """Drawn once for as long as its data, the day and what its links carry are the same. over: which schools."""
    key = ("where", data, title, over, html.carried(), session.day, session.today, session.unseen,
           session.state if session.past else 0)
    return cache.KEPT.get(key, lambda: Shown(_block(session, data, title, over), body=_legend(data) + _picture(
        session, data)), lambda _: 1)


def _block(session: Session, data: Matrix, title: str, over: str) -> Block:
    """The same as a table, of which every number leads to its rows."""
    months = [wording.capital(forms.title(forms.MONTH.id, month, session.day)) for month in data.months]
    years = [f"«2», {data.work}, {school_year(year)}" for year in data.years]
    head = ("Школа", "Перечень", *months, "Срок наступил", *map(wording.capital, DUE_PARTS.values()), *years,
            "Выезды, консультации и мастер-классы", "Семинары, вебинары и другое")
    numbers = tuple(range(2 + len(months), len(head)))
    return Block("overview-where", title, over, data.day, "формы «Отчёт за месяц», «Дорожная карта», «Результаты», "
                 "«Мероприятия»", head, tuple(_cells(session, data, row) for row in data.rows), numbers, sort=False)


def _cells(session: Session, data: Matrix, row: Row) -> tuple[Held, ...]:
    name = to_school(session, row.school_id, row.name) if row.school_id else Link(row.name, "roadmap")
    reports = [state_in_words(cell) if row.school_id else "" for cell in row.reports]
    parts = [_part(session, data, row, part) for part in ("due", *DUE_PARTS)]
    lows = [facts.share(low.year, low.k, low.n, link=low_link(session, low).address) if low else
            facts.Point("") if row.school_id else "" for low in row.low or (None,) * len(data.years)]
    help_got = (facts.count("", row.helped, help_link(session, data, row).address), facts.count("", row.together)
                ) if row.school_id else ("", "")
    return (name, row.note, *reports, *parts, *lows, *help_got)


def _part(session: Session, data: Matrix, row: Row, part: str) -> Held:
    if row.parts is None:
        return facts.Point(part)
    n = getattr(row.parts, part)
    return facts.count(part, n, to_rows(session, "", "roadmap_done_due", where_of(data, row), part, day=data.day
                                        ).address if n else "")


def _picture(session: Session, data: Matrix) -> Markup:
    top = max((low.share for row in data.rows for low in row.low if low and low.share), default=1.0)
    drawn = [(row, _row(session, data, row, top)) for row in data.rows]
    if len(data.rows) <= MANY:
        return _table(data, joined(body for _, body in drawn))
    listed = joined(body for row, body in drawn if row.on_list or not row.school_id)
    others = [body for row, body in drawn if row.school_id and not row.on_list]
    if not listed or not others:
        return _found() + _table(data, joined(body for _, body in drawn), many=True)
    folded = tag("<details class='shnor-offlist'><summary>Не в перечне: {}</summary>{}</details>",
                 wording.counted(len(others), "школа"), _table(data, joined(others), many=True))
    return _found() + _table(data, listed, many=True) + folded


def _found() -> Markup:
    return Markup(
        "<div class='shnor-find'><input type='search' data-shnor-search='where' placeholder='Найти школу' "
        "aria-label='Найти школу'><label><input type='checkbox' data-shnor-search='where'> только где ждём или не "
        "выполнено</label><span data-shnor-none='where' hidden>Таких школ нет.</span></div>")


def _table(data: Matrix, body: Markup, *, many: bool = False) -> Markup:
    months = joined(tag("<span>{}</span>", periods.MONTHS[month.month - 1][:3]) for month in data.months)
    head = joined(tag("<div role='columnheader' class='{}'{}>{}</div>", mark, title, words) for mark, title, words in (
        ("name", "", "Школа, в перечне"), ("signs", "", months),
        ("bar", "", "дорожная карта: выполнено из наступивших"),
        ("low", "", f"«2», {data.work}" if data.work else ""),
        ("help", tag(" title='{}'", COUNTED), "помощь школе")))
    return tag("<div class='shnor-where{}' role='table' aria-label='Где сейчас каждая школа' data-shnor-list='where'>"
               "<div role='row' class='head'>{}</div>{}</div>", Markup(" many") if many else NOTHING, head, body)


def _row(session: Session, data: Matrix, row: Row, top: float) -> Markup:
    cells = (("name", "rowheader", _name(session, row)), ("signs", "cell", _signs(session, data, row)),
             ("bar", "cell", _bar(session, data, row)), ("low", "cell", _low(session, row, top)),
             ("help", "cell", _help(session, data, row)))
    return tag("<div role='row' data-shnor-row{}>{}</div>", Markup(" data-shnor-waits") if row.waits else NOTHING,
               joined(tag("<div role='{}' class='{}'>{}</div>", role, mark, body) for mark, role, body in cells))


def _name(session: Session, row: Row) -> Markup:
    link = to_school(session, row.school_id, row.name) if row.school_id else Link(row.name, "roadmap")
    return tag("<a class='whole' href='{}'><b>{}</b> <small>{}</small></a>", link.address, wording.typeset(row.name),
               row.note)


def _signs(session: Session, data: Matrix, row: Row) -> Markup:
    return joined(_sign(session, month, one) for month, one in zip(data.months, row.reports, strict=True)) \
        if row.school_id else NOTHING


def _sign(session: Session, month: date, report: Report | None) -> Markup:
    """The state as a sign and a shade; what it means and since when is said when one points at it."""
    asked = states.state_of(report) not in ("not_required", "not_asked")
    link = Link("", "upload", (("month", periods.containing("month", month).code),)) if asked else None
    return states.square(report, session.day, link,
                         about=wording.capital(forms.title(forms.MONTH.id, month, session.day)))


def where_of(data: Matrix, row: Row) -> Where:
    """Rows of its roadmaps."""
    return {"period": data.period, **({"school_id": row.school_id} if row.school_id else OWN)}


def _bar(session: Session, data: Matrix, row: Row) -> Markup:
    if row.parts is None:
        return tag("<span class='quiet'>{}</span>", "карты нет")
    if row.parts.unseen:
        return tag("<span class='quiet'>{}{}</span>", UNSEEN, _opens(session, row))
    if not row.parts.due:
        return tag("<span class='quiet'>{}</span>", row.parts.without_due)
    counts = {part: getattr(row.parts, part) for part in DUE_PARTS}
    links = {part: to_rows(session, "", "roadmap_done_due", where_of(data, row), part, day=data.day).address
             for part, n in counts.items() if n}
    done = wording.k_of_n(row.parts.confirmed + row.parts.awaited, row.parts.due)
    return tag("{}<span class='told'>{}</span>",
               Markup(inline.parts(counts, f"{row.name}: {said(row.parts)}", links)), wording.unbroken(done))


def _opens(session: Session, row: Row) -> str:
    """«, откроется 30.11»: from which day on marks of the school are shown that are not shown yet."""
    days = [one.since for one in session.unseen if one.school == row.school_id and "progress" in one.kinds]
    return f", откроется {max(days):%d.%m}" if days else ""


def said(counts: Parts) -> str:
    """«срок наступил по 20: подтверждено 19, не выполнено 1»."""
    parts = ", ".join(f"{words} {n}" for part, words in DUE_PARTS.items() if (n := getattr(counts, part)))
    return f"срок наступил по {counts.due}: {parts}" if counts.due else counts.without_due


def _low(session: Session, row: Row, top: float) -> Markup:
    newest = next((low for low in reversed(row.low) if low), None)
    if newest is None:
        return tag("<span class='quiet'>{}</span>", wording.DASH) if row.low else NOTHING
    words = f"{row.name}: " + ", ".join(f"{school_year(low.year)} {wording.k_of_n(low.k, low.n)}"
                                        for low in row.low if low)
    apart = [place for place, (before, now) in enumerate(pairwise(row.low), 1)
             if before and now and before.grades != now.grades]
    line = inline.spark([low.share if low else None for low in row.low], words, top=top, apart=apart, width=56,
                        height=24)
    return tag("<a class='whole shnor-figure' href='{}' title='{}'>{}<span>{}</span></a>",
               low_link(session, newest).address, words, Markup(line),
               wording.unbroken(wording.k_of_n(newest.k, newest.n)))


def school_year(code: str) -> str:
    """«2025–2026»."""
    return periods.parse(code).title.removesuffix(" учебный год")


def low_link(session: Session, low: Low) -> Link:
    return to_rows(session, wording.k_of_n(low.k, low.n), "low_mark_share", dict(low.where))


def _help(session: Session, data: Matrix, row: Row) -> Markup:
    if not row.school_id:
        return NOTHING
    words = ", ".join(f"{KINDS[kind]} {n}" for kind, n in row.help if n) or "выездов, консультаций и мастер-классов нет"
    if row.together:
        words += f"; семинары, вебинары и другое {row.together}"
    school = to_school(session, row.school_id, "").address
    if not row.helped and row.together:
        return tag("<a class='others' href='{}' title='{}'>семинары и другое: {}</a>", school, words, row.together)
    if not row.helped:
        return tag("<span class='quiet' title='{}'>0</span>", words)
    others = tag("<a class='others' href='{}' title='{}'>+{}<span class='with'> семинары и др.</span></a>", school,
                 words, row.together) if row.together else NOTHING
    return tag("<a class='whole' href='{}' title='{}'>{}<span>{}</span></a>{}", help_link(session, data, row).address,
               words, Markup(inline.bullet(row.helped, 0, words, top=data.most, width=LONG)), row.helped, others)


def help_link(session: Session, data: Matrix, row: Row) -> Link:
    kinds = tuple(kind for kind, _ in row.help)
    return to_rows(session, str(row.helped), "events_count", {
        "event_kind": kinds, "school_codes": row.school_id, "year": str(data.year)}, day=data.day)


def _legend(data: Matrix) -> Markup:
    """What the signs and the parts of a bar mean."""
    used = {states.state_of(cell) for row in data.rows for cell in row.reports}
    signs = joined(tag("<span>{}</span>", states.marked(state)) for state in (
        "accepted", "late", "partial", "waiting",
        *(state for state in ("handed_in", "unseen", "unasked") if state in used)))
    parts = joined(tag("<span><i class='shnor-key shnor-{}'></i>{}</span>", part, words)
                   for part, words in DUE_PARTS.items())
    return tag("<p class='shnor-legends'>{}<i class='gap'></i>{}</p>", signs, parts)
