"""What came of a figure of a paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from shnor.loaders.claims.said import Said
from shnor.loaders.types import Issue
from shnor.metrics.figure import Figure
from shnor.service.figures.rows import Where

Verdict = Literal["differs", "unchecked", "agrees"]
REASONS: dict[str, str] = {
    "year-copied": "год из прошлой бумаги",
    "year-ahead": "год ещё не наступил",
    "year-far": "год далеко впереди",
    "wrong-n": "другое общее число",
    "wrong-k": "другое число из того же общего",
    "wrong-count": "другое число",
    "people-certificates": "люди и удостоверения перепутаны",
    "percent-not-of-counts": "процент не получается из чисел",
    "percent-impossible": "такого процента при таком числе не бывает",
    "percents-impossible": "проценты вместе невозможны",
    "percent-over": "больше ста процентов",
    "school-unknown": "школы нет в реестре",
    "school-not-listed": "школы нет в перечне этого года",
    "school-form": "школа названа по-разному",
    "list-count": "число школ и сам перечень расходятся",
    "act-number": "номер приказа расходится",
    "act-day": "день приказа расходится",
    "act-old": "приказ много раньше работы по нему",
    "numbering": "нумерация с пропуском или повтором",
    "sum": "части не складываются в целое",
    "day-impossible": "такого дня нет",
    "time-turned": "конец раньше начала",
    "time-later": "срок кончается после дня проверки",
    "n-missing": "не указано, от скольких процент",
    "share-in-words": "доля словами, без чисел",
    "since-inclusion": "школа в перечне не с начала года",
    "two-periods": "календарный и учебный год рядом",
    "act-not-registered": "приказа нет в реестре документов",
    "part": "сказано о части, в базе целое",
    "no-match": "в базе не с чем сверить",
    "same": "совпадает с базой",
    "same-inside": "сходится внутри документа",
}
"""Code → in words, small."""
ORDER: tuple[Verdict, ...] = ("differs", "unchecked", "agrees")


@dataclass(frozen=True)
class Finding:
    """reason: a code of REASONS. said: the piece of the text, sentence: around it, place: of its paragraph. told: what
    is known instead, in words. doubt: nothing can be said for sure, and yet it is worth a look. metric, where: the
    figure of the base, "" = none."""

    verdict: Verdict
    reason: str
    said: str
    sentence: str
    place: str
    told: str = ""
    doubt: bool = False
    metric: str = ""
    where: Where = field(default_factory=dict)

    @property
    def rank(self) -> tuple[int, bool]:
        """What is to be looked at first."""
        return ORDER.index(self.verdict), not self.doubt

    def of(self, figure: Figure, told: str) -> "Finding":
        """The same beside a figure of the base."""
        return replace(self, told=told, metric=figure.metric, where=dict(figure.group))


@dataclass(frozen=True)
class Checked:
    """A paper that was looked at; nothing of it is stored. year: it tells of, 0 = unknown. day: of the figures.
    findings: the doubtful first. cells: numbers of its tables beside which nothing says what they are. refused: why
    nothing was read."""

    name: str
    year: int
    day: date
    findings: tuple[Finding, ...] = ()
    cells: int = 0
    refused: Issue | None = None

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.verdict == verdict)


def made(said: Said, verdict: Verdict, reason: str, told: str = "", *, doubt: bool = False) -> Finding:
    return Finding(verdict, reason, said.said, said.sentence, said.place, told, doubt)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The doubtful first; what is said twice in one sentence of one thing once."""
    once = {(one.verdict, one.reason, one.said, one.sentence, one.place): one for one in findings}
    return tuple(sorted(once.values(), key=lambda one: one.rank))
