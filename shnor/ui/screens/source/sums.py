"""The figure as a sum: its number large, and what adds up to it by two columns of its rows, each part leading on."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import FEW, Point
from shnor.datasets import KINDS, Column
from shnor.metrics import Metric
from shnor.service.figures.rows import Choice, Where
from shnor.service.figures.sources import Behind
from shnor.service.figures.spread import Part, Spread
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block
from shnor.ui.kit.html import NOTHING, joined, tag
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.source import values

ALL, SHARE, ALONE, OF_WHOLE = "Всего", "Доля", "Посчитано", "Сколько из скольких"
SHARES = ("доля", "доля плана")
"""Units of metrics whose counts are a part and its whole."""


def picture(session: Session, metric: Metric, behind: Behind, where: Where, part: str, title: str, over: str,
            number: str) -> None:
    """title: what is counted. over: of what. number: as it is said."""
    spread = behind.spread
    large = big(number)
    if spread is None:
        shown = Block("source-sum", title, over, session.day, metric.source, sort=False, bare=True)
        block.picture(session, shown, large)
        return
    drawn = Sum(session, metric, behind, spread, where, part)
    shown = Block("source-sum", title, over, session.day, metric.source, drawn.head, drawn.table(), sort=False,
                  bare=True)
    block.picture(session, shown, tag("{}{}", large, drawn.html()))


def big(number: str) -> Markup:
    """«96 из 421» large, «22,8 %» beside."""
    counts, _, rest = number.partition(" (")
    small = tag(" <small>{}</small>", wording.typeset(rest.removesuffix(")"))) if rest else NOTHING
    return tag("<p class='shnor-sumnumber' data-figure='source' data-shnor-text>{}{}</p>", wording.typeset(counts),
               small)


class Sum:
    """The table of a spread, as HTML and as what leaves for Excel."""

    def __init__(self, session: Session, metric: Metric, behind: Behind, spread: Spread, where: Where,
                 part: str) -> None:
        self._session, self._metric, self._behind, self._spread = session, metric, behind, spread
        self._where, self._part = where, part
        self._kind = KINDS[metric.kind]
        self._most = max((max(cell.made, cell.base or 0) for cell in spread.cells.values()), default=1) or 1
        self._shares = metric.unit in SHARES and spread.whole.base is not None
        last = ALL if spread.across else ALONE if spread.whole.base is None else OF_WHOLE
        titles = [self._title(spread.down), *(map(self._across, spread.columns) if spread.across else ()), last]
        self.head = (*titles, SHARE) if self._shares else tuple(titles)

    def _title(self, name: str) -> str:
        return next((column.title for column in self._kind.columns if column.name == name), "")

    def _across(self, value: Choice) -> str:
        return self._said(self._spread.across, value)

    def _said(self, name: str, value: Choice) -> str:
        """A value of a column as people read it."""
        if value in (None, ""):
            return "школа не указана" if name == "school_id" else "не указано"
        text = value.isoformat() if isinstance(value, date) else str(value)
        titles = {**self._behind.schools, **self._column(name).choices}
        return values.condition(self._kind, name, text, titles) or titles.get(text, text)

    def _column(self, name: str) -> Column:
        return next(column for column in self._kind.columns if column.name == name)

    def table(self) -> tuple[tuple[block.Held, ...], ...]:
        """For Excel: the last row is the figure."""
        spread = self._spread
        rows = [(self._said(spread.down, value), *self._points([spread.cells.get((value, column)) for column in
                                                                 spread.columns], spread.row(value)))
                for value in spread.rows]
        return *rows, (ALL, *self._points([spread.column(column) for column in spread.columns], spread.whole))

    def _points(self, parts: Sequence[Part | None], whole: Part) -> list[block.Held]:
        cells = [self._point(part) for part in parts] if self._spread.across else []
        return [*cells, self._point(whole), *([self._percent(whole)] if self._shares else [])]

    def _point(self, part: Part | None) -> Point | str:
        if part is None:
            return ""
        return facts.count("", part.made) if part.base is None else facts.share("", part.made, part.base)

    def _percent(self, part: Part) -> str:
        return wording.percent(part.made, part.base) if part.base and part.base >= FEW else ""

    def html(self) -> Markup:
        spread = self._spread
        heads = joined(tag("<th scope='col'{}>{}</th>", Markup(" class='share'") if head == SHARE else NOTHING,
                           wording.typeset(head)) for head in self.head)
        lines = joined(self._line(value) for value in spread.rows)
        own = [self._cell(spread.column(column), {spread.across: column}, scaled=False) for column in spread.columns] \
            if spread.across else []
        total = self._row(tag("<th scope='row'>{}</th>", ALL), own, spread.whole, {}, scaled=False)
        legend = tag("<p class='shnor-small'>{}</p>", self._legend()) if spread.whole.base is not None else NOTHING
        return tag("<div class='shnor-scroll'><table class='shnor-sum shnor-sum-{}'><thead><tr>{}</tr></thead><tbody>{}"
                   "<tr class='shnor-total'>{}</tr></tbody></table></div>{}",
                   "attention" if self._metric.better == "меньше" else "done", heads, lines, total, legend)

    def _legend(self) -> str:
        return ("Первое число — сколько посчитано, второе — из скольких; полоса внутри показывает то же. Суммы строк и "
                "столбцов дают число вверху; каждое ведёт к своим строкам.")

    def _line(self, value: Choice) -> Markup:
        spread, said = self._spread, self._said(self._spread.down, value)
        school = spread.down == "school_id" and value in self._behind.schools
        name = tag("<a href='{}'>{}</a>", to_school(self._session, str(value), "").address,
                   html.two(said, wording.short_school(said))) if school else html.cell(said)
        own = [self._cell(spread.cells.get((value, column)), {spread.down: value, spread.across: column})
               for column in spread.columns] if spread.across else []
        return tag("<tr>{}</tr>", self._row(tag("<th scope='row'>{}</th>", name), own, spread.row(value),
                                            {spread.down: value}))

    def _row(self, head: Markup, cells: Sequence[Markup], whole: Part, at: Where, *, scaled: bool = True) -> Markup:
        share = tag("<td class='share'>{}</td>", self._percent(whole)) if self._shares else NOTHING
        return tag("{}{}{}{}", head, joined(cells),
                   self._cell(whole, at, whole=True, scaled=scaled and not self._spread.across), share)

    def _cell(self, part: Part | None, at: Where, *, whole: bool = False, scaled: bool = True) -> Markup:
        """at: column → value, added to what was chosen. whole: said in words. scaled: it has a bar; a sum has none."""
        if part is None:
            return tag("<td></td>")
        words = wording.number(part.made) if part.base is None else wording.k_of_n(part.made, part.base)
        link = to_rows(self._session, "", self._metric.id, {**self._where, **at}, self._part).address
        short = words if part.base is None else f"{part.made}/{part.base}"
        shown = html.two(words, short) if whole else short
        bar = self._bar(part) if scaled else NOTHING
        return tag("<td class='{}'><a href='{}' class='shnor-figure' title='{}'>{}<b>{}</b></a></td>",
                   ("whole" if self._spread.across else "alone") if whole else "", link, words, bar, shown)

    def _bar(self, part: Part) -> Markup:
        """On the one scale of the table: as long as there are people or things."""
        wide = [round(100 * number / self._most) for number in (part.base or 0, part.made)]
        return tag("<i class='of' style='width:{}%'></i><i class='made' style='width:{}%'></i>", *wide)
