"""Pieces of the page «Методическая помощь»: what is chosen, four numbers of the year, what comes."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import inline
from shnor.service.pages.helpers import Helping
from shnor.service.pages.questions import Question
from shnor.service.pages.support import EVERY, LISTED, VISIT, SupportPage, build
from shnor.ui.kit import context, html, without_data
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Tile
from shnor.ui.kit.links import to_cells, to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.support import helpers
from shnor.ui.screens.support.matrices import SOURCE, rows

WHOSE = {EVERY: "все", LISTED: "школы перечня"}
TOLD = ("консультация", "мастер-класс")
"""Kinds that may have a tile of their own beside the visits; the first that is known has it."""


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет ни мероприятий, ни вопросов школ. Страницу заполнят журнал мероприятий центра (вид, дата,"
        " тема, школы), план на год, лист «Вопрос центру» из отчётов школ, список «Наставники и тьюторы» и журнал"
        " «Занятия программ помощи».", "events", "requests", "support_roles", "programmes")


def made(session: Session, choices: Choices) -> SupportPage:
    """The data of the page for the year and the schools that are chosen."""
    year = choices.get("year", "")
    return cache.built(session, build, day=session.day, year=int(year) if year.isdigit() else None,
                       whose=_whose(choices.get("schools", "")))


def missing(data: SupportPage, choices: Choices) -> list[str]:
    """Names of the choices in whose place another one is shown."""
    there = {"year": choices.get("year", "") in ("", str(data.year)),
             "schools": _whose(choices.get("schools", "")) == data.whose,
             "kind": choices.get("kind", "") in ("", *data.kinds)}
    return [name for name, is_there in there.items() if not is_there]


def _whose(code: str) -> str:
    """Pages of people call every school «all»."""
    return EVERY if code == "all" else code


def kind_of(data: SupportPage, choices: Choices) -> str:
    """The kind that is shown by school and month, "" = all of them."""
    kind = choices.get("kind", "")
    return kind if kind in data.kinds else ""


def bar(session: Session, data: SupportPage, *, of_kinds: bool = True) -> None:
    """The bar of choices. of_kinds: kinds of events and what they are compared with can be chosen too."""
    kinds, kind = data.kinds, context.wanted("kind")
    every = {EVERY: WHOSE[EVERY], LISTED: WHOSE[LISTED]} if session.scope.sees_all else {
        EVERY: WHOSE[EVERY]} if data.whose == EVERY else {}
    named = {**every, **data.offered}
    newest = periods.newest_year(data.years, session.day)
    years = [str(year) for year in dict.fromkeys((newest, *data.years))]
    context.bar([Choice("year", "Год", years, width=150), Choice("schools", "Школы", list(named), named, 240),
                 *([Choice("kind", "Вид", ["", *kinds], lambda one: wording.event_kinds(one) if one else "все", 300)]
                   if of_kinds else [])],
                {"year": str(data.year), "schools": data.whose, "kind": kind_of(data, context.choices())},
                comparable(data) if of_kinds else None)
    _kept(data, newest, kind)


def _kept(data: SupportPage, newest: int, kind: str) -> None:
    """What can be shown stands in the address; what cannot is said."""
    year, whose = context.wanted("year"), _whose(context.wanted("schools"))
    gone, said = missing(data, context.choices()), []
    if "year" not in gone:
        context.settle("year", str(data.year), str(newest))
    else:
        said.append(f"За {year} год записей о помощи нет, показан {data.year}.")
    if "schools" not in gone:
        context.settle("schools", whose, EVERY)
    else:
        name = data.names.get(whose, f"с кодом «{whose}»")
        said.append(f"Школа {name} помощи в {data.year} году не получала и в перечне её нет: показаны все школы.")
    if "kind" not in gone:
        context.settle("kind", kind)
    else:
        said.append(f"Вида «{kind}» в {data.year} году нет: показаны все виды.")
    if said:
        html.text(" ".join(said), mark="shnor-small")


def comparable(data: SupportPage) -> dict[str, str]:
    """What the help shown can stand beside."""
    before = {"before": f"{data.year - 1} год, те же месяцы"} if data.compared else {}
    return before | {code: name for code, name in data.offered.items() if code != data.whose}


def tiles(session: Session, data: SupportPage, helping: Helping) -> None:
    """All of it, visits, who is appointed or else the next kind of a school's own, questions."""
    without_data.empty_year(session.day, data.year, data.years)
    appointed = helpers.tile(session, helping)
    shown = [_all(session, data)]
    shown += [_of_kind(session, data, kind) for kind in (VISIT, *(() if appointed else _told(data)))
              if kind in data.kinds]
    shown += appointed
    if data.questions and data.current:
        shown.append(_asked(session, data))
    html.tiles(shown)


def _told(data: SupportPage) -> list[str]:
    return [kind for kind in TOLD if kind in data.kinds][:1]


def _all(session: Session, data: SupportPage) -> Tile:
    """By kind against the plan of the year: a sum of visits and seminars answers nothing. Without a plan the kinds."""
    if not data.plan:
        n = data.total.numerator if data.total else 0
        return Tile(f"Проведено мероприятий в {data.year} году", rows(session, data, str(n)),
                    words=_kinds(session, data), picture=_columns(data, data.kinds), id="events_count")
    behind = [kind for kind, figure in data.plan.items() if figure.numerator < (figure.denominator or 0)]
    of = wording.agreed(len(data.plan), "вида", *["видов"] * 2)
    return Tile(f"План на {data.year} год выполнен", str(len(data.plan) - len(behind)),
                whole=f"из {len(data.plan)}{wording.NBSP}{of}", words=_behind(session, data, behind),
                picture=_columns(data, data.kinds), id="events_count")


def _behind(session: Session, data: SupportPage, kinds: Sequence[str]) -> list[Cell]:
    """«ещё не выполнен: вебинары 4 из 5, выезды 14 из 16»"""
    if not kinds:
        return ["по всем видам"]
    said: list[Cell] = []
    for kind in kinds:
        figure = data.plan[kind]
        said += [", " if said else "ещё не выполнен: ", f"{wording.small(wording.event_kinds(kind))} ",
                 rows(session, data, wording.k_of_n(figure.numerator, figure.denominator or 0), event_kind=kind)]
    return said


def _kinds(session: Session, data: SupportPage) -> list[Cell]:
    """«консультации 46, выезды 14»"""
    said: list[Cell] = []
    for kind, figure in data.held.items():
        said += [", " if said else "", f"{wording.small(wording.event_kinds(kind))} ",
                 rows(session, data, str(figure.numerator), event_kind=kind)]
    return said


def _of_kind(session: Session, data: SupportPage, kind: str) -> Tile:
    n = data.held[kind].numerator if kind in data.held else 0
    plan = data.plan[kind].denominator or 0 if kind in data.plan else 0
    whole = "" if not plan else f"из {plan} по плану" if n <= plan else f"при плане {plan}"
    return Tile(wording.event_kinds(kind), rows(session, data, str(n), event_kind=kind) if n else "0", whole=whole,
                words=_next_visit(data) if kind == VISIT and data.current else _before(session, data, kind),
                picture=_columns(data, [kind]), id=f"events_{kind}")


def _columns(data: SupportPage, kinds: Sequence[str]) -> Markup:
    """A bar a month up to the day the year is counted to."""
    told = [sum(data.by_month.get((date(data.year, number, 1), kind), 0) for kind in kinds)
            for number in range(1, data.last.month + 1)]
    words = ", ".join(f"{periods.MONTHS[place][:3]} {n}" for place, n in enumerate(told) if n)
    return Markup(inline.columns([*told, *[None] * (12 - len(told))], f"по месяцам: {words or 'ничего'}", width=150))


def _next_visit(data: SupportPage) -> str:
    visit = next((row for row in data.coming if row["event_kind"] == VISIT), None)
    return f"следующий {wording.period(visit['period'])}: {for_whom(data, visit)}" if visit else "следующий не назначен"


def _before(session: Session, data: SupportPage, kind: str) -> Cell:
    """The same months of the year before; averages where they are not as many."""
    if not data.compared:
        return ""
    count = data.held[kind].numerator if kind in data.held else 0
    if not data.compared.equal:
        return wording.monthly(*data.compared.averages(kind, count))
    return [f"за те же месяцы {data.year - 1} года ", before_rows(session, data, kind)]


def before_rows(session: Session, data: SupportPage, kind: str) -> Cell:
    """How many of the kind there were in the compared months, with their rows."""
    assert data.compared
    n, last = data.compared.before.get(kind, 0), data.compared.then.last
    where = {**data.where, "event_kind": kind, "year": str(last.year), "day__to": last.isoformat()}
    return to_rows(session, str(n), "events_count", where) if n else "0"


def _asked(session: Session, data: SupportPage) -> Tile:
    k, n = data.asked.numerator, data.asked.denominator or 0
    still = [question for question in data.questions if not question.answer]
    where = {"school_id": data.where["school_codes"]} if data.where else {}
    return Tile("Отвечено на вопросы школ", to_rows(session, str(k), "requests_answered", where), whole=f"из {n}",
                words=_waiting(still), id="requests_answered")


def _waiting(still: Sequence[Question]) -> str:
    """«до 02.12.2026: МБОУ СОШ № 3, ещё 1»"""
    if not still:
        return "все вопросы с ответом"
    first = still[0]
    more = f", ещё {len(still) - 1}" if len(still) > 1 else ""
    return f"до {wording.day(first.answer_by)}: {first.card.name if first.card else first.school_id}{more}"


def held_word(data: SupportPage) -> str:
    return wording.held({kind: figure.numerator for kind, figure in data.held.items()})


def counts(session: Session, data: SupportPage) -> list[Cell]:
    """«7 семинаров, 4 вебинара», each leading to its rows."""
    said: list[Cell] = []
    for kind, figure in data.held.items():
        text = wording.event_count(figure.numerator, kind)
        said += [", " if said else "", rows(session, data, text, event_kind=kind)]
    return said


def nothing(data: SupportPage) -> str:
    """No help in the year; what schools held themselves is no help, and is said all the same."""
    if not data.own:
        return f"За {data.year} год проведённых мероприятий в базе нет."
    return (f"За {data.year} год о помощи центра, наставников, тьюторов и кураторов записей нет. Школы провели сами: "
            f"{wording.events(data.own)}.")


def counted(data: SupportPage) -> None:
    """What counts as help, once for the whole page."""
    if not data.held:
        html.text(nothing(data))
        return
    html.text(f"Помощь центра, наставников, тьюторов и кураторов {data.set}. Отменённые не считаются; мероприятие из "
              "журнала и то же самое из отчёта школы считаются один раз."
              + (f" Школы провели сами: {wording.events(data.own)}." if data.own else ""), mark="shnor-small")


def for_whom(data: SupportPage, row: dict) -> str:
    codes = [code for code in (row["school_codes"] or "").split(";") if code]
    names = [data.names.get(code, code) for code in codes]
    return "школы не указаны" if not names else ", ".join(names) if len(names) < 4 else wording.counted(
        len(names), "школа")


def coming(session: Session, data: SupportPage) -> Shown:
    """Planned events that have a day or a month; each kind leads to its cell of the plan."""
    head = ("Когда", "Что", "Тема", "Для каких школ")
    told = tuple((wording.period(row["period"]), wording.capital(row["event_kind"]), row["topic"] or "",
                  for_whom(data, row)) for row in data.coming)
    made = Block("support-coming", "Что дальше по плану", "", session.day, SOURCE, head, told, bare=True)
    if not told:
        return Shown(made, body=html.text_html("Назначенных дней и месяцев в плане дальше нет."))
    led = [[line[0], to_cells(session, line[1], row["upload_id"], row["sheet"], row["cell"]), *line[2:]]
           for line, row in zip(told, data.coming, strict=True)]
    return Shown(made, body=html.table_html(head, led))
