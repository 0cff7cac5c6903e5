"""A deck as facts: what stands on each slide, what the speaker says beside it, where its numbers are from. Every writer
(the show, PowerPoint, PDF, the handout) takes the same deck, so that they cannot disagree.

Nothing here knows a school: what comes in has letters already, and every number of it may be shown to a room."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shnor.charts.facts import Chart
from shnor.charts.shapes.shape import Shape

Ratio = Literal["16:9", "4:3"]


@dataclass(frozen=True)
class Picture:
    """One chart of Plotly, or what another writer draws of the same points."""

    chart: Chart
    shape: Shape


@dataclass(frozen=True)
class Grid:
    """One table. numbers: places of columns whose cells stand at the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Words:
    """A few lines said large. boxes: the lines are answers to choose from, each with a box before it."""

    lines: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True)
class Steps:
    """What came after what: (a large number or a date, what it is), joined by arrows: 34 → 29 → 17."""

    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Task:
    """A task for groups. questions: numbered. minutes: the timer begins with so many."""

    questions: tuple[str, ...]
    minutes: int = 5


@dataclass(frozen=True)
class Blank:
    """Lines the room fills in: heads of columns, and how many empty rows under them. widths: how wide each column is
    beside the others, none = all alike."""

    head: tuple[str, ...]
    rows: int = 2
    widths: tuple[int, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """Of the whole width, one a column."""
        widths = self.widths or (1,) * len(self.head)
        return tuple(width / sum(widths) for width in widths)


@dataclass(frozen=True)
class Image:
    """A picture of the speaker's own. kind: «png» or «jpeg», by its content. alt: said for who cannot see it."""

    data: bytes
    kind: Literal["png", "jpeg"]
    alt: str


Body = Picture | Grid | Words | Steps | Task | Blank | Image


@dataclass(frozen=True)
class Slide:
    """id: unlike any other of the deck. title: the conclusion, one or two lines. lead: a line under it, «» = none.
    source: the line under the body: set, day, form; «» where there is no number. notes: what the speaker says, the
    source of every number of the slide last. seconds: so long it is spoken about. sources: the table behind its
    numbers, shown on the slide by one key and printed as a slide «откуда цифры»; hidden: such a slide itself, or one
    left out of the walk."""

    id: str
    title: str
    body: Body | None = None
    lead: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    seconds: int = 120
    sources: Grid | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Deck:
    """name: of the show («Что помогло школам в 2026 году»). place: the municipality. day: figures are counted for it.
    label: «пример, данные вымышлены» where they are; it stands on every slide, picture and file."""

    name: str
    place: str
    day: date
    slides: tuple[Slide, ...]
    label: str = ""

    @property
    def shown(self) -> tuple[Slide, ...]:
        """Without the hidden ones, in their order."""
        return tuple(slide for slide in self.slides if not slide.hidden)


@dataclass(frozen=True)
class Card:
    """«Карточка вашей школы»: one A4 for one school alone, with the questions of the room. school: its name, «» of the
    blank card. lines: (what, how it stands). pictures: small charts. questions: with room to write."""

    school: str
    day: date
    lines: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    questions: tuple[str, ...] = ()
    label: str = ""
