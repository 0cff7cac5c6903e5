"""The activities as rows of one line: number, name, who answers, the deadline in time, where it stands, by what it is
proved. Unfinished ones stand open, the rest of a group is folded under them."""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import inline
from shnor.charts.styles import STYLES
from shnor.datasets import ROADMAP
from shnor.metrics.standings import AHEAD, AWAITED, NO_REPORT, NOT_DONE
from shnor.metrics.standings import STANDINGS as WORDS
from shnor.service.figures.roadmap import Deadline
from shnor.service.pages.roadmap import RoadmapPage
from shnor.service.pages.roadmap_beside import ALL
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.html import Link, joined, tag
from shnor.ui.kit.links import to_deadline, to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts
from shnor.ui.screens.roadmap.pictures import SOURCE, month_name

UNFINISHED, EVERY = "unfinished", "every"
DEBTS = (NOT_DONE, NO_REPORT, AWAITED)
STANDINGS: Mapping[str, tuple[str, ...]] = {
    UNFINISHED: DEBTS, "not_done": (NOT_DONE,), "no_report": (NO_REPORT,), "awaited": (AWAITED,), "ahead": (AHEAD,),
    EVERY: WORDS}
"""What can be listed → its standings."""
NAMES = {UNFINISHED: "требуют внимания", "not_done": "не выполнено", "no_report": "нет сведений",
         "awaited": "документ ожидается", "ahead": "впереди", EVERY: "все"}
SHORT = {AWAITED: "документ ожидается", AHEAD: "впереди"}
"""As said in a column, where the plain words are longer than it."""
OPEN = 24
"""So many rows of all groups stand open; beyond that the groups are closed."""
DAY = timedelta(days=1)
MOST = 600
"""So many rows are drawn at once; the others are reached by a choice or by «откуда»."""
HEAD = ("№", "Мероприятие", "Чья карта", "Направление", "Отвечает", "Срок", "Последний день", "Где сейчас", "Выполнено",
        parts.PROOF, "Пояснение")
SELDOM = {"target_group": ROADMAP["target_group"].title, "parent": ROADMAP["parent"].title,
          "stage": ROADMAP["stage"].title}
"""Columns that stand in what is taken away only where the plan has them."""


def titles(rows: Iterable[Deadline]) -> Callable[[str], str]:
    """What can be listed, with how many there are: «не выполнено (2)»."""
    counted = Counter(row.standing for row in rows)
    return lambda name: f"{NAMES[name]} ({sum(counted[word] for word in STANDINGS[name])})"


def listed(session: Session, data: RoadmapPage, standing: str) -> Shown | None:
    """The list in its block; made once for as long as the data of the page stand."""
    if not data.rows:
        return None
    key = ("roadmap", id(data), standing, html.carried(), session.day, session.state if session.past else 0)
    return cache.KEPT.get(key, lambda: (data, _made(session, data, standing)), lambda _: 1)[1]


def _made(session: Session, data: RoadmapPage, standing: str) -> Shown:
    fits = STANDINGS[standing]
    shown = [row for row in data.rows if row.standing in fits]
    lines = _Lines(session, data)
    body = tag("<div class='shnor-picture'>{}{}</div>", lines.head(), joined(_groups(lines, data, standing)))
    more = [name for name in SELDOM if data.choices[name]]
    table = tuple((*_cells(data, row), *(getattr(row, name) for name in more)) for row in data.rows)
    title = f"Мероприятия: {NAMES[standing]}, {len(shown)} из {len(data.rows)}"
    link = to_rows(session, "", "roadmap_activities", data.chosen.where)
    return Shown(Block("roadmap-rows", title, data.set if data.whole else "", session.day, SOURCE,
                       (*HEAD, *(SELDOM[name] for name in more)), table,
                       rows_link=link, bare=True), body=body)


def _cells(data: RoadmapPage, row: Deadline) -> tuple[Held, ...]:
    """As it is taken away."""
    return (row.number, row.activity, _owner(data, row), row.direction, row.responsible, parts.deadline_text(row),
            row.due_date, row.standing, row.fact_date, _told(replace(row, fact_date=None)), row.fact_note)


def _told(row: Deadline) -> str:
    """By what it is proved or why it is not done, after the last word of before the deadline."""
    return "; ".join(filter(None, (row.last_word, parts.proof(row))))


def _owner(data: RoadmapPage, row: Deadline) -> str:
    code = row.school_id or ""
    return data.names.get(code, code) or "муниципалитет"


def _groups(lines: "_Lines", data: RoadmapPage, standing: str) -> list[Markup]:
    """Directions in the order of the plan; of all roadmaps where they stand, debts first."""
    fits, left = STANDINGS[standing], MOST
    found: dict[str, list[Deadline]] = {word: [] for word in (*DEBTS, AHEAD)} if data.whole else {}
    for row in data.rows:
        if not data.whole or row.standing in fits:
            found.setdefault(row.standing if data.whole else row.direction or "", []).append(row)
    opened = sum(row.standing in fits for row in data.rows) <= OPEN or len(found) == 1
    groups = []
    for name, rows in found.items():
        drawn, left = rows[:left], left - len(rows[:left])
        if rows:
            groups.append(_group(lines, name, rows, drawn, fits, opened=opened, whole=data.whole))
    return groups


def _group(lines: "_Lines", name: str, rows: Sequence[Deadline], drawn: Sequence[Deadline], fits: Sequence[str], *,
           opened: bool, whole: bool) -> Markup:
    """The rows asked for, the others folded under them; of a group that has none of them all rows, closed."""
    shown = [row for row in drawn if row.standing in fits]
    rest = [row for row in drawn if row.standing not in fits]
    body = lines.table(shown or rest)
    if shown and rest:
        body += tag("<details class='shnor-rest'><summary>ещё {}: {}</summary>{}</details>", len(rest), _counts(rest),
                    lines.table(rest))
    if len(drawn) < len(rows):
        body += html.text_html(f"Показаны первые {len(drawn)} из {len(rows)}: выберите школу или направление.",
                               mark="shnor-small")
    title, told = (SHORT.get(name, name), wording.counted(len(rows), "срок")) if whole else (
        name or "без направления", _counts(rows))
    return tag("<details class='shnor-group'{}><summary><b>{}</b> <span>{}</span></summary>{}</details>",
               Markup(" open") if shown and opened else html.NOTHING, wording.typeset(title), told, body)


def _counts(rows: Sequence[Deadline]) -> str:
    """«подтверждено 8 · не выполнено 1»."""
    counted = Counter(row.standing for row in rows)
    return " · ".join(f"{SHORT.get(word, word)} {counted[word]}" for word in WORDS if counted[word])


class _Lines:
    """Draws rows over the months of the page."""

    def __init__(self, session: Session, data: RoadmapPage) -> None:
        self._session, self._data = session, data
        self._mark = " shnor-lines-all" if data.whole else ""
        self._months = [month.first for month in data.months]
        self._first = self._months[0]
        self._today = self._place(session.day) if 0 <= self._place(session.day) < 1 else None

    def head(self) -> Markup:
        """Heads of the columns and names of the months, once over all groups."""
        start = periods.parse(self._data.chosen.period).start
        months = joined(tag("<span title='{}'>{}</span>", wording.month(first), month_name(first, start)[0])
                        for first in self._months)
        owner = tag("<th class='owner'>Чья карта</th>") if self._data.whole else html.NOTHING
        return tag("<table class='shnor-lines shnor-lineshead{}'><tr><th class='no'>№</th><th>Мероприятие</th>{}"
                   "<th class='who'>Отвечает</th><th class='time'><span class='shnor-monthnames'>{}</span></th>"
                   "<th class='now'>Где сейчас</th><th class='proof'>{}</th></tr></table>",
                   self._mark, owner, months, parts.PROOF)

    def table(self, rows: Sequence[Deadline]) -> Markup:
        return tag("<table class='shnor-lines{}' style='--months:{}'>{}</table>", self._mark, len(self._months),
                   joined(map(self._line, rows)))

    def _line(self, row: Deadline) -> Markup:
        words, proof = SHORT.get(row.standing, row.standing), _told(row)
        part = next((name for name, style in STYLES.items() if style.word == row.standing), "")
        name, who, whose = row.activity or "", row.responsible or "", _owner(self._data, row)
        said = "; ".join(filter(None, (f"{row.number} {name}", whose if self._data.whole else "", who,
                                       parts.deadline_text(row), row.standing_in_words, proof)))
        link = replace(to_deadline(self._session, name or row.number, row.src)).address
        owner = html.NOTHING
        if self._data.whole:
            owner = tag("<td class='owner' data-head='Чья карта'>{}</td>", wording.typeset(whose))
        return tag("<tr><td class='no'>{}</td><td class='what'><a href='{}' title='{}'>{}</a>{}</td>{}"
                   "<td class='who' data-head='Отвечает'>{}</td><td class='time' data-head='Срок'>{}</td>"
                   "<td class='now'><span class='shnor-key shnor-{}'></span>{}</td>"
                   "<td class='proof'>{}</td></tr>", row.number, link, said, wording.typeset(name or row.number),
                   self._under(row), owner, wording.typeset(who), self._track(row, part), part or "none", words, proof)

    def _under(self, row: Deadline) -> Markup:
        """«для кого: педагоги · к 2.3 муниципальной карты»: the latter leads to all that stands under it."""
        said: list[Markup] = [tag("{}", f"{word}: {value}") for word, value in (
            ("для кого", row.target_group), ("этап", row.stage)) if value]
        above = self._data.above.get(row.parent or "")
        if above:
            link = Link(above.words, "roadmap", (("plan", ALL), ("parent", row.parent or ""), ("standing", EVERY), *(
                (name, "") for name in ("direction", "responsible", "target_group", "plan_stage"))))
            words = wording.typeset(above.words)
            said.append(tag("<a class='shnor-above' href='{}' title='{}'>{}</a>", link.address, above.named, words)
                        if ALL in self._data.owners else tag("<span title='{}'>{}</span>", above.named, words))
        return tag("<span class='shnor-under'>{}</span>", Markup(" · ").join(said)) if said else html.NOTHING

    def _track(self, row: Deadline, part: str) -> Markup:
        written = parts.deadline_text(row)
        if not row.due_date or not part:
            return tag("<span class='shnor-small'>{}</span>", written)
        start = min(row.deadline_start or row.due_date, row.due_date)
        late = row.fact_date if row.is_done and row.fact_date and row.fact_date > row.due_date else None
        line = inline.track(self._place(start), self._place(row.due_date + DAY), self._today, part, written,
                            fact=self._place(late) if late else None, months=len(self._months))
        return tag("{}<span class='due'>срок: {}</span>", Markup(line), wording.typeset(written))

    def _place(self, day: date) -> float:
        """0…1 of the months: each is as wide as any other, however many days it has."""
        month = 12 * (day.year - self._first.year) + day.month - self._first.month
        return (month + (day.day - 1) / monthrange(day.year, day.month)[1]) / len(self._months)
