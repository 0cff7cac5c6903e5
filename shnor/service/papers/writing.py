"""What every section of a paper is written with: what is asked, whose figures, the names of schools, the centre's own
paragraphs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from shnor import periods, wording
from shnor.papers import Answer, Own, Particulars
from shnor.periods import Period
from shnor.scope import Role
from shnor.sentences.names import Cases, SchoolName
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.service.centre.names import cases_on, school_on
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import sets
from shnor.service.figures.rows import EVERYTHING, Where
from shnor.service.papers import quoted
from shnor.store import View

Thing = TypeVar("Thing")
KINDS: tuple[periods.PeriodKind, ...] = ("year", "half_year", "school_year")
"""Of which periods a справка is made."""
WRITERS: frozenset[Role] = frozenset({"coordinator", "head"})
"""Who may see a paper of the centre before it is signed."""


@dataclass(frozen=True)
class Asked:
    """What a paper is asked for. period: its code; day: the figures are counted for it, it may lie before the end of
    the period; school: "" = the municipality."""

    period: str
    day: date
    school: str = ""

    @property
    def whole(self) -> Period:
        return periods.parse(self.period)


@dataclass(frozen=True)
class Kept:
    """What the centre keeps for its papers. said: what the base says of itself, by name."""

    paragraphs: tuple[Own, ...] = ()
    answers: tuple[Answer, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    said: tuple[tuple[str, str], ...] = ()

    @property
    def about(self) -> Mapping[str, str]:
        return dict(self.said)


@dataclass(frozen=True)
class Writing:
    """listed: codes of the schools on the list of the period, by number. cards: of every school, as of its last day
    that is counted. last: that day. shared: what is the same for every school the paper may be of, made once."""

    view: View
    asked: Asked
    kept: Kept
    last: date
    cards: Mapping[str, SchoolCard]
    listed: tuple[str, ...]
    shared: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, school: str) -> "Writing":
        """The same of another school."""
        return replace(self, asked=replace(self.asked, school=school))

    def once(self, make: Callable[..., Thing], **named: Any) -> Thing:
        """`make(view, …)` of what does not depend on the school, whatever sections and schools ask for it."""
        asked = make, tuple(sorted(named.items()))
        if asked not in self.shared:
            self.shared[asked] = make(self.view, **named)
        return self.shared[asked]

    @property
    def day(self) -> date:
        return self.asked.day

    @property
    def first(self) -> date:
        return self.asked.whole.start

    @property
    def year(self) -> int:
        """The calendar year the period is of; of a school year the one it ends in, unless that has not begun."""
        return self.last.year

    @property
    def told(self) -> date | None:
        """The day anything was brought in last, where that was before the day of the paper."""
        newest = max(self.view.accepted().values(), default=None)
        return newest if newest and newest < self.day else None

    @property
    def until(self) -> str:
        """«на 27.11.2026», «сведения внесены по 27.11.2026»: what stands under a table."""
        return f"сведения внесены по {wording.day(self.told)}" if self.told else f"на {wording.day(self.day)}"

    @property
    def following(self) -> str:
        """The period a paper sets tasks for: «2027 год», «I полугодие 2027 года»; the same in the accusative."""
        return self.asked.whole.next().title

    @property
    def schools(self) -> tuple[str, ...]:
        """Whose figures are told."""
        return (self.asked.school,) if self.asked.school else self.listed

    @property
    def whose(self) -> Where:
        """The choice of their rows."""
        return {"school_id": self.schools} if self.schools else EVERYTHING

    def within(self, column: str) -> Where:
        """Rows of the period by a column of days; of a calendar year by its number."""
        if self.asked.whole.kind == "year":
            return {"year": self.first.year}
        return {f"{column}__from": self.first, f"{column}__to": self.asked.whole.end}

    def amount(self, metric: str, where: Where = EVERYTHING, part: str = "") -> Amount:
        return quoted.amount(self.view, metric, day=self.day, where=where, part=part)

    def share(self, metric: str, where: Where = EVERYTHING) -> Share:
        return quoted.share(self.view, metric, day=self.day, where=where)

    def school(self, code: str) -> SchoolName:
        """Its name on the last day that is counted; never in a guessed case."""
        card = self.cards.get(code)
        forms = (card.forms,) if card else ()
        return school_on(self.kept.about, code, card.name if card else code, self.last, *forms)

    def named(self, codes: Sequence[str]) -> tuple[SchoolName, ...]:
        return tuple(map(self.school, codes))

    def cases(self, what: str, otherwise: str = "") -> Cases:
        """Of the centre or the municipality on the last day that is counted: as the centre has set them, else as they
        are proposed, "" where that is not sure."""
        return cases_on(self.kept.about, what, self.last, otherwise)


def opened(view: View, asked: Asked, kept: Kept) -> Writing:
    """Raises ValueError for a code of no period."""
    last = sets.day_of(asked.period, asked.day)
    known = cards(view, last)
    return Writing(view, asked, kept, last, {card.school_id: card for card in known},
                   tuple(card.school_id for card in known if card.on_list))


def sentences(*told: Sentences) -> Sentences:
    """Those of several patterns, in their order."""
    return tuple(one for some in told for one in some)
