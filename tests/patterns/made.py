"""Arguments of patterns for tests: numbers with sources of their own, names of schools in their cases."""

from collections.abc import Iterable
from datetime import date

from shnor.sentences.names import Cases, SchoolName, school
from shnor.sentences.pieces import Amount, Sentences, Share, Source

DAY = date(2026, 11, 27)
CENTRE = Cases("муниципальное казённое учреждение «Центр развития образования»",
               "муниципального казённого учреждения «Центр развития образования»",
               "муниципальному казённому учреждению «Центр развития образования»",
               "муниципальное казённое учреждение «Центр развития образования»",
               "муниципальным казённым учреждением «Центр развития образования»",
               "муниципальном казённом учреждении «Центр развития образования»")
OFFICE = Cases("управление образования", "управления образования", "управлению образования", "управление образования",
               "управлением образования", "управлении образования")


def source(metric: str = "m") -> Source:
    return Source(metric, "Показатель", "формула", "по 6 школам перечня", DAY)


def amount(value: float | None, metric: str = "") -> Amount:
    """Each has a source of its own, so that figures of a sentence can be told apart."""
    return Amount(value, source(metric or f"amount {value}"))


def share(part: int | None, whole: int | None, metric: str = "") -> Share:
    return Share(part, whole, source(metric or f"share {part} of {whole}"))


def schools(*names: str) -> list[SchoolName]:
    return [school(name) for name in names]


def text(sentences: Sentences) -> str:
    """As it is read: the spaces that do not break made plain ones."""
    return " ".join(one.text for one in sentences).replace("\u00a0", " ")


def numbers(sentences: Iterable) -> list[str]:
    """Those that rest on something."""
    return [one.text.replace("\u00a0", " ") for sentence in sentences for one in sentence.numbers if one.source]
