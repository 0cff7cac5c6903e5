"""The four numbers of the first page, each with its year as a small picture and the way to its rows."""

from collections.abc import Collection, Sequence
from datetime import date

from markupsafe import Markup

from shnor import periods, wording, wording_change, wording_time
from shnor.charts import inline
from shnor.metrics.change import CONFIRMED
from shnor.metrics.standings import UNSEEN
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.roadmap import OWN, Parts
from shnor.service.figures.rows import Where
from shnor.service.month import forms
from shnor.service.month.owed import Cell as Report
from shnor.service.pages.courses import CoursesPage
from shnor.service.pages.curves import Curve
from shnor.service.pages.overview import Line, Overview
from shnor.service.pages.results import ResultsPage
from shnor.service.pages.sent import YEAR, Sent
from shnor.ui.kit.html import NOTHING, Cell, Link, Marked, Tile
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.overview.bar import Shown
from shnor.ui.screens.overview.where import school_year
from shnor.ui.screens.results import classes

NAMED = 3
"""So many schools are named in a tile."""
WIDE, TALL = 260, 40


def reports(session: Session, sent: Sent, shown: Shown, cards: Sequence[SchoolCard], schools: Collection[str]) -> Tile:
    """«5 из 7», «ждём № 9 · частично № 12», a column a collected month."""
    month = shown.month
    if month is None or not (found := sent.sums(month, schools)).expected:
        named = forms.title(forms.MONTH.id, month, session.day) if month else "отчёты"
        return Tile(wording.capital(named), wording.DASH, Link("Кто и что сдаёт", "settings"),
                    words="ни от кого не ждём", id="reports")
    name = f"Отчёты{forms.title(forms.MONTH.id, month, session.day).removeprefix('отчёт')}"
    months = sent.until(month, YEAR)
    counts = [sent.sums(one, schools) for one in months]
    said = ", ".join(f"{periods.MONTHS[one.month - 1]} {wording.k_of_n(sums.taken, sums.expected)}"
                     for one, sums in zip(months, counts, strict=True) if sums.expected)
    due = session.forms.due(forms.MONTH.id, month)
    picture = inline.columns([sums.taken / sums.expected if sums.expected else None for sums in counts],
                             f"Сдано по месяцам: {said}", names=[periods.MONTHS[one.month - 1][:3] for one in months],
                             top=1, width=WIDE, height=TALL) if any(sums.taken for sums in counts) else ""
    return Tile(name, Link(wording.number(found.taken), "upload", (("month", _code(month)),)),
                wording_time.due(due, session.day), f"из {wording.number(found.expected)}",
                [*_missing(session, sent.of(month, schools), cards), *_others(session, sent, month, schools)],
                Markup(picture), "reports")


def _code(month: date) -> str:
    return periods.containing("month", month).code


def _others(session: Session, sent: Sent, month: date, schools: Collection[str]) -> list[Cell]:
    """«итоги I четверти: 1 из 7»: a line a form that is asked for beside the report."""
    said: list[Cell] = []
    for form, counted in sent.others(month, schools):
        name, late = forms.title(form.id, month, session.day), counted.expected > counted.taken
        said += ["\n", Marked(name, "shnor-wanted") if late else name, ": ",
                 Link(wording.k_of_n(counted.taken, counted.expected), "upload", (("month", _code(month)),))]
    return said


def _missing(session: Session, found: Sequence[Report], cards: Sequence[SchoolCard]) -> list[Cell]:
    """Who is awaited, whose report came in part."""
    said: list[Cell] = []
    for words, states in (("ждём ", ("waiting", "moved", "questions")), ("частично ", ("partial",)),
                          ("прислано, ждёт приёма ", ("handed_in",)), ("школа знакомится ", ("unseen",))):
        schools = [cell.school_id for cell in found if cell.state in states]
        if schools:
            of = "от " if words == "ждём " and len(schools) > NAMED else ""
            said += [" · " if said else "", Marked(words, "shnor-wanted") if words == "ждём " else words,
                     *(named(session, schools, cards) if not of else [
                         of, wording.counted(len(schools), "школа", "gen")])]
    return said or ["сданы все" if len(found) > 1 else "сдан"]


def named(session: Session, schools: Sequence[str], cards: Sequence[SchoolCard], most: int = NAMED) -> list[Cell]:
    """«№ 9, № 12», of more than so many «5 школ»; each leads to its school."""
    known = {card.school_id: card for card in cards}
    if len(schools) > most:
        return [wording.counted(len(schools), "школа")]
    said: list[Cell] = []
    for code in schools:
        said += [*([", "] if said else []), to_school(session, code, short(known.get(code), code))]
    return said


def short(card: SchoolCard | None, code: str) -> str:
    """«№ 9»; a school without a number by its name."""
    if card is None:
        return code or "муниципалитет"
    return f"№{wording.NBSP}{card.number}" if card.number is not None else card.name


def deadlines(session: Session, data: Overview, shown: Shown, lines: Sequence[Line]) -> Tile:
    """Done of what was due: of the municipality's own roadmap, where there is none of those of the schools shown."""
    planned = [line for line in lines if line.counts]
    counts = data.own or _together([line.counts for line in planned if line.counts])
    name = "Дорожная карта муниципалитета" if data.own else "Дорожная карта школы"
    if not data.own and len(planned) > 1:
        name = f"Дорожные карты {wording.counted(len(planned), 'школа', 'gen')}"
    if counts is None or not counts.planned:
        return Tile("Дорожная карта", wording.DASH, Link("Принять дорожную карту", "upload"),
                    words="дорожных карт в базе нет", id="deadlines")
    schools = [""] if data.own else [line.card.school_id for line in planned]
    where: Where = {"period": data.period, **(OWN if data.own else {"school_id": tuple(schools)})}
    done = counts.confirmed + counts.awaited

    def rows(text: str, part: str = "") -> Link:
        return to_rows(session, text, "roadmap_done_due", where, part, day=shown.day)

    open_: list[Cell] = []
    for part, said in (("not_done", "не выполнено"), ("no_report", "нет сведений"), ("unseen", UNSEEN)):
        if n := getattr(counts, part):
            open_ += [" · " if open_ else "", f"{said} ", rows(wording.number(n), part)]
    when = _when(data, schools, counts.undated)
    words = [when, "\n" if when and open_ else "", *open_]
    spoken = f"На {wording.day(shown.day)} наступило сроков {counts.due}, выполнено {done}"
    return Tile(name, rows(wording.number(done)) if counts.due else wording.DASH,
                f"{periods.parse(data.period).title}, на {wording.day(shown.day)}",
                f"из {wording.number(counts.due)}{wording_time.among_due(counts.due)}" if counts.due else
                counts.without_due,
                words if counts.due or counts.unseen else "", curve(data.curve, spoken), "deadlines")


def _when(data: Overview, schools: Sequence[str], undated: int) -> str:
    """«в срок 29 · позже 4»: what was done adds up from these; "" where no day is known."""
    in_time, later = (sum(data.in_time.get(school, (0, 0))[place] for school in schools) for place in (0, 1))
    if not in_time + later:
        return ""
    return " · ".join(f"{said} {wording.number(n)}" for said, n in (
        ("в срок", in_time), ("позже", later), ("дата не названа", undated)) if n)


def _together(found: Sequence[Parts]) -> Parts | None:
    """Roadmaps of several schools as one."""
    return Parts(*(sum(values) for values in zip(*(vars(parts).values() for parts in found), strict=True))) \
        if found else None


def curve(found: Curve, words: str) -> Markup:
    """The plan in dots, the fact as a line."""
    return Markup(inline.spark(found.fact, words, plan=found.plan, width=WIDE, height=TALL)) if any(
        found.plan) else NOTHING


def low(session: Session, data: ResultsPage) -> Tile:
    """The share of «2» of the newest year and what may be said of its change; no conclusion the interval does not
    give."""
    newest = next((cell for cell in reversed(data.total.cells) if cell), None) if data.total else None
    if data.total is None or newest is None:
        return Tile("Отметка «2»", wording.DASH, Link("Результаты", "results"), words="результатов в базе нет",
                    id="low")
    figure, chosen = newest.figure, data.chosen
    k, n = figure.numerator, figure.denominator or 0
    few = figure.status != "ok"
    name = "Не преодолели порог" if chosen.procedure.endswith("ЕГЭ") else "Отметка «2»"
    link = to_rows(session, wording.number(k) if few else wording.percent(k, n), figure.metric, newest.where)
    values = [cell.figure.value if cell and cell.figure.status == "ok" else None for cell in data.total.cells]
    apart = [place for place in range(1, len(data.years)) if classes.are_other(data, place)]
    said = ", ".join(f"{school_year(code)}: {wording.figure_text(cell.figure)}" for code, cell in zip(
        data.years, data.total.cells, strict=True) if cell)
    picture = Markup(inline.spark(values, said, apart=apart, width=WIDE, height=TALL)) if any(values) else NOTHING
    return Tile(", ".join(filter(None, (name, chosen.procedure, chosen.subject))), link,
                f"{school_year(figure.group['school_year'])}, {figure.set}",
                f"из {wording.number(n)}" if few else wording.k_of_n(k, n), _change(data), picture, "low")


def _change(data: ResultsPage) -> Cell:
    change = data.total.change if data.total else None
    if classes.are_other(data):
        return classes.DIFFERENT
    if change is None or change.verdict in ("none", "other", "moved"):
        return "сравнить не с чем" if change is None or change.verdict == "none" else wording_change.conclusion(change)
    earlier, newest = data.years[-2:]
    if change.verdict in CONFIRMED and change.points is not None:
        since = "за год" if periods.parse(earlier).next().code == newest else f"с {school_year(earlier)}"
        return [Marked(wording_change.points(change.points), "shnor-strong"),
                f" {since}, {wording_change.conclusion(change)}"]
    moved = wording_change.moved(change)
    verdict = wording_change.conclusion(change).partition(":")[0]
    return f"{moved}{'' if moved == 'столько же' else f', чем в {school_year(earlier)}'}: {verdict}"


def courses(session: Session, data: CoursesPage, found: Curve) -> Tile:
    """Finished of the plan of the year; without a plan, how many finished."""
    plan, people, papers = (data.totals.get(name) for name in ("course_plan_share", "course_people",
                                                               "course_certificates"))
    where: Where = {**data.where, "year": str(data.year)}
    words: list[Cell] = [f"{name} {n}" for name, n in plan.more.items() if n] if plan else []
    if papers and papers.numerator:
        words = [*words, *([" · "] if words else []), "удостоверений ",
                 to_rows(session, wording.number(papers.numerator), papers.metric, where)]
    if plan and plan.denominator:
        done, whole = wording.number(plan.numerator), wording.number(plan.denominator)
        spoken = f"Курсы {data.year} года: завершили {done} при плане {whole}"
        return Tile(f"Курсы по плану {data.year} года", to_rows(session, done, plan.metric, where), plan.set,
                    f"при плане {whole}", words, curve(found, spoken), "courses")
    if people and people.numerator:
        link = to_rows(session, wording.number(people.numerator), people.metric, where)
        return Tile(f"Завершили курсы, {data.year} год", link, people.set, wording.noun(people.numerator, "педагог"),
                    words, id="courses")
    return Tile("Курсы", wording.DASH, Link("Курсы", "courses"), words="завершённых курсов в базе нет", id="courses")
