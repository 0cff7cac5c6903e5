"""Pictures of routes and of tests of competence: steps by quarter, people by level."""

from shnor import look, periods, wording
from shnor.charts import facts
from shnor.charts.facts import TOO_FEW, Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import Style
from shnor.metrics.competence import LEVELS
from shnor.service.pages import deficit_words
from shnor.service.pages.deficits import OWNERS, STEPS, TEAMS, TOOK, DeficitsPage, Diagnosis, Quarter, Routes
from shnor.ui.kit.block import Shown
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session

WRITTEN_OUT = "индивидуальные образовательные маршруты (ИОМ)"
"""At the first mention; below they are «индивидуальные маршруты»."""
SOURCE, TESTS = "форма «Индивидуальные маршруты»", "форма «Диагностика компетенций»"
DONE, LEFT, AHEAD, DROPPED = "пройдены", "не отмечены пройденными", "впереди или идут", "сняты"
STATES = {DONE: Style(DONE, "■", look.DONE), LEFT: Style(LEFT, "□", look.ATTENTION),
          AHEAD: Style(AHEAD, "▷", look.BLUE1),
          DROPPED: Style(DROPPED, "▬", look.SILENT, "-", look.SILENT_LINE)}
NONE = wording.DASH
UNNAMED = "уровень не назван"
SHADES = {**{word: Style(word, sign, shade) for word, sign, shade in zip(
    LEVELS.values(), "■▣□", (look.BLUE9, look.BLUE5, look.BLUE1), strict=True)},
    UNNAMED: Style(UNNAMED, "░", look.PAPER, "\\", look.SILENT_LINE)}
"""A low level is no fault of a person: it is paler and has no colour of its own."""
ANYBODY = "кто, не указано"
TWICE = "Прохождение — один человек в одной диагностике: прошедший две учтён дважды."


def title(data: DeficitsPage) -> str:
    """What the folded piece says before it is opened."""
    made = data.routes
    people = sum(one.figures[TOOK].numerator for one in data.tested)
    parts = []
    if made:
        owners = made.totals[OWNERS].numerator
        whose = "" if owners else " команд школ"
        n = wording.counted(owners, "педагог") if owners else made.totals[TEAMS].numerator
        parts.append(f"{WRITTEN_OUT}{whose}, {made.year} год: {n}")
    if people:
        parts.append(f"диагностика компетенций: {wording.counted(people, 'прохождение')}")
    return wording.capital("; ".join(parts))


def quarters(session: Session, data: DeficitsPage) -> Shown | None:
    """Steps of the year by quarter; of one that is not over what is ahead."""
    made = data.routes
    if made is None:
        return None
    whose = made.totals[OWNERS] if made.totals[OWNERS].numerator else made.totals[TEAMS]
    chart = Chart("courses-routes", f"Индивидуальные маршруты: этапы по кварталам, {made.year} год", "этапов",
                  whose.set, session.day, SOURCE, tuple(_quarter(session, made, one) for one in made.quarters))
    return Shown.of(chart, shape("distribution", STATES, things=True), "Квартал", sort=False,
                    notes=(deficit_words.owners(made),))


def _quarter(session: Session, made: Routes, one: Quarter) -> Series:
    counts = {DONE: (one.done, "done" if one.over else "ahead_done"),
              (LEFT if one.over else AHEAD): (one.open, "left" if one.over else "ahead"),
              DROPPED: (one.dropped, "dropped")}
    points = tuple(_steps(session, made, one.code, at, *counts.get(at, (0, ""))) for at in STATES)
    said = [f"скорректировано маршрутов: {one.corrected}" if one.corrected else "",
            "" if one.over else f"идёт до {wording.day(periods.final_day(one.code))}"]
    return Series(periods.parse(one.code).title, points, "; ".join(filter(None, said)))


def _steps(session: Session, made: Routes, quarter: str, at: str, count: int, part: str) -> Point:
    """part: "" of what a period of this kind cannot have."""
    if not part:
        return Point(at, why=NONE)
    where = {**made.where, "quarter": quarter}
    return facts.count(at, count, to_rows(session, "", STEPS, where, part).address if count else "")


def levels(session: Session, data: DeficitsPage) -> Shown | None:
    """Tests taken, by level; fewer than ten are counts."""
    if not data.tested:
        return None
    year = data.tested[0].where["year"]
    chart = Chart("courses-competence", f"Диагностика компетенций по уровням, {year} год", "прохождений",
                  ", ".join(dict.fromkeys(one.figures[TOOK].set for one in data.tested)), session.day, TESTS,
                  tuple(_tested(session, one) for one in data.tested))
    return Shown.of(chart, shape("distribution", SHADES), "Кто проходил", sort=False, notes=(TWICE,))


def _tested(session: Session, one: Diagnosis) -> Series:
    name = ", ".join(filter(None, (one.role or ANYBODY, one.subject)))
    if one.hidden:
        return Series(name, tuple(Point(at, why=TOO_FEW) for at in SHADES), "не показываем: менее 10 прохождений")
    figures = {word: one.figures[f"competence_{level}"] for level, word in LEVELS.items()}
    known = [facts.count(word, figure.numerator if figure.denominator else None, to_rows(
        session, "", figure.metric, one.where).address if figure.numerator else "")
        for word, figure in figures.items()]
    took = one.figures[TOOK].numerator
    rest = took - sum(point.k or 0 for point in known)
    unnamed = facts.count(UNNAMED, rest, to_rows(session, "", TOOK, one.where).address if rest else "")
    passed = one.figures["competence_passed"]
    said = f"успешно {wording.figure_text(passed)}" if passed.denominator else ""
    return Series(name, (*known, unnamed), said)
