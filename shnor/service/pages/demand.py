"""What teachers asked for against what was held: modules of programmes beside the options of a survey that are named
like them. Nothing is guessed: an option belongs to a module where the words are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.metrics.figure import Figure
from shnor.metrics.surveys import MARKING
from shnor.service.figures import topics
from shnor.service.figures.rows import Where, only
from shnor.service.pages import programmes
from shnor.service.pages.programmes import PEOPLE, SESSIONS, Part
from shnor.store import View

OPTION = "survey_option_share"


@dataclass(frozen=True)
class Asked:
    """A module, or what was asked for and is no module. wished: who chose it, None where it was no option; where: its
    rows. held: its sessions and who came, None where no programme has it."""

    name: str
    wished: Figure | None
    where: Where
    held: Part | None

    @property
    def sessions(self) -> int:
        return self.held.figures[SESSIONS].numerator if self.held else 0

    @property
    def people(self) -> int:
        return self.held.figures[PEOPLE].numerator if self.held else 0


@dataclass(frozen=True)
class Demand:
    """survey, wave, question: what was asked, the newest by the end of the year. set: who answered. asked: most wished
    first; last the other modules of the programmes that were asked about."""

    survey: str
    wave: str
    question: str
    set: str
    asked: tuple[Asked, ...]


def build(view: View, *, day: date, year: int, schools: tuple[str, ...] = ()) -> Demand | None:
    """None where no question with several choices names a module. schools: whose sessions are counted, as on the page
    of programmes; the survey is of everybody who answered."""
    held = programmes.build(view, day=day, year=year, schools=schools).programmes
    modules = {_same(part.name): part for programme in held for part in programme.modules}
    rows = topics.marked(view, MARKING, as_of=day)
    found = [figure for figure in topics.figures_of(view, OPTION, only(rows, several="yes"), by=(
        "survey", "wave", "audience", "question", "option"), as_of=day) if figure.denominator]
    own = [figure for figure in found if _same(figure.group["option"]) in modules
           and periods.first_day(figure.group["wave"]).year <= year]
    if not own:
        return None
    newest = max(own, key=lambda figure: periods.first_day(figure.group["wave"])).group
    question = {name: newest[name] for name in ("survey", "wave", "audience", "question")}
    told = [figure for figure in found if question.items() <= figure.group.items()]
    told.sort(key=lambda figure: (-figure.numerator, figure.group["option"]))
    wished = {_same(figure.group["option"]) for figure in told}
    meant = {key: part for programme in held if wished & {_same(part.name) for part in programme.modules}
             for key, part in modules.items() if part in programme.modules}
    return Demand(newest["survey"], newest["wave"], newest["question"], told[0].set, _asked(told, meant))


def _asked(told: Sequence[Figure], modules: Mapping[str, Part]) -> tuple[Asked, ...]:
    wished = [Asked(figure.group["option"], figure, dict(figure.group), modules.get(_same(figure.group["option"])))
              for figure in told]
    named = {_same(one.name) for one in wished}
    return (*wished, *(Asked(part.name, None, {}, part) for key, part in modules.items() if key not in named))


def _same(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").split())
