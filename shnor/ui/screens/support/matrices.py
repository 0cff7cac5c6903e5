"""Two matrices of «Методическая помощь»: kind × month, school × kind (of one kind school × month), every cell with its
rows."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import inline
from shnor.metrics import METRICS
from shnor.service.pages.support import VISIT, Helped, SupportPage
from shnor.ui.kit import block, heat, html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Link, Marked, tag
from shnor.ui.kit.links import to_cells, to_rows, to_school
from shnor.ui.run.session import Session

NO_MONTH, NONE = "месяц не указан", "нет"
MOST = 24
"""So many schools stand in the matrix; the others are one click away."""
SOURCE = METRICS["events_count"].source
Places = Sequence[date | None]


def rows(session: Session, data: SupportPage, text: str, **where: str) -> Link:
    """The number and what was held behind it, of the schools the page is shown for."""
    return to_rows(session, text, "events_count", {"year": str(data.year), **data.where, **where})


def months(data: SupportPage) -> list[date | None]:
    """The year, and a place for what is known only by a longer period."""
    whole: list[date | None] = [date(data.year, number, 1) for number in range(1, 13)]
    return whole + ([None] if any(month is None for month, _ in data.by_month) else [])


def month_name(month: date | None) -> str:
    return periods.MONTHS[month.month - 1][:3] if month else NO_MONTH


def by_month(session: Session, data: SupportPage, kind: str) -> Shown:
    """How many of each kind in each month, and of the plan of the year."""
    places = months(data)
    head = ("Вид", *map(month_name, places), "всего", *(["план на год"] if data.plan else []))
    made = Block("support-months", f"Что проведено по месяцам {data.year} года", data.set, data.last, SOURCE, head,
                 tuple(_numbers(data, one, places) for one in data.kinds),
                 rows_link=rows(session, data, ""), bare=True, notes=(_notes(data),))
    body = [[_kind(one, kind), *(_month(session, data, one, month) for month in places), _total(session, data, one),
             *([_plan(session, data, one)] if data.plan else [])] for one in data.kinds]
    sums = [sum(n for (month, _), n in data.by_month.items() if month == place) for place in places]
    total = ["Всего", *(rows(session, data, str(n), month=_text(place)) if n else ""
                        for n, place in zip(sums, places, strict=True)), rows(session, data, str(sum(sums))),
             *([""] if data.plan else [])]
    return Shown(made, body=heat.cells(head, [*body, total]))


def _notes(data: SupportPage) -> str:
    ahead = "Контур: по плану, ещё не проведено. " if data.planned else ""
    return f"{ahead}Нажмите вид: увидите, в каких школах и месяцах он был."


def _numbers(data: SupportPage, kind: str, places: Places) -> tuple[Held, ...]:
    held = data.held[kind].numerator if kind in data.held else 0
    plan = data.plan[kind].denominator if kind in data.plan else None
    return (wording.event_kinds(kind), *(data.by_month.get((place, kind)) for place in places), held,
            *([plan] if data.plan else []))


def _kind(kind: str, chosen: str) -> Link:
    """A second click on the chosen kind shows all of them again."""
    return Link(wording.event_kinds(kind), "support", (("kind", "" if kind == chosen else kind),),
                "shnor-strong" if kind == chosen else "")


def _month(session: Session, data: SupportPage, kind: str, month: date | None) -> Shade:
    count = data.by_month.get((month, kind), 0)
    ahead = data.planned.get((month, kind), ()) if month else ()
    planned = sum(row["number"] for row in ahead)
    where = f"{wording.capital(kind)}, {wording.month(month) if month else NO_MONTH}"
    if count:
        note = f"план{wording.NBSP}{planned}" if planned and planned != count else ""
        return Shade(str(count), count, rows(session, data, str(count), event_kind=kind, month=_text(month)), note,
                     f"{where}: {count}")
    if not planned:
        return Shade()
    first = ahead[0]
    cell = to_cells(session, str(planned), first["upload_id"], first["sheet"], first["cell"])
    days = ", ".join(wording.period(row["period"]) for row in ahead)
    return Shade(str(planned), link=cell, hint=f"{where}: по плану {planned} ({days})", mark="ahead")


def _text(month: date | None) -> str:
    return month.isoformat() if month else ""


def _total(session: Session, data: SupportPage, kind: str) -> Cell:
    count = data.held[kind].numerator if kind in data.held else 0
    return rows(session, data, str(count), event_kind=kind) if count else "0"


def _plan(session: Session, data: SupportPage, kind: str) -> Markup | str:
    """How far it is to the plan as a small bar, the plan beside it."""
    if kind not in data.plan:
        return ""
    k, n = data.plan[kind].numerator, data.plan[kind].denominator or 0
    said = wording.k_of_n(k, n) if k <= n else wording.of_plan(k, n)
    link = to_rows(session, str(n), "events_plan_share",
                   {"event_kind": kind, "year": str(data.year), **data.where})
    return tag("<span class='shnor-ofplan'>{}<a href='{}' title='{}'>{}</a></span>",
               Markup(inline.bullet(k, n, said, width=48)), link.address, said, n)


def by_school(session: Session, data: SupportPage, kind: str) -> Shown | None:
    """Which school got what; of a chosen kind in which months. Holes are seen."""
    if not data.schools:
        return None
    title = f"{wording.event_kinds(kind)}: по школам и месяцам" if kind else "Кому помогли: школы и виды"
    head, made = (_of_kind if kind else _of_kinds)(session, data, kind)
    plain = tuple(_values(line) for line in made)
    found = Block("support-schools", title, data.set if not data.whose else "", data.last, SOURCE,
                  (*(block.words(one) for one in head),), plain, bare=True, notes=(_together(data, kind),))
    first = heat.cells(head, made[:MOST], top=_top(made))
    rest = html.fold(f"Ещё {wording.counted(len(made) - MOST, 'школа')}",
                     heat.cells(head, made[MOST:], top=_top(made))) if len(made) > MOST else html.NOTHING
    return Shown(found, body=first + rest)


def _together(data: SupportPage, kind: str) -> str:
    if kind:
        return "«Нет»: в этом месяце такое было у других школ, а здесь записей нет."
    return "Вместе с другими школами: мероприятие для нескольких школ стоит в строке каждой, столбцы не складываются."


Row = list[Shade | Cell | Markup]


def _top(made: Sequence[Row]) -> float:
    return max((one.value for line in made for one in line if isinstance(one, Shade)), default=0)


def _values(line: Row) -> tuple[Held, ...]:
    return tuple((int(one.value) if not one.mark else 0 if one.mark == "hole" else None) if isinstance(one, Shade)
                 else html.NOTHING if isinstance(one, Markup) else one for one in line)


def _of_kinds(session: Session, data: SupportPage, _: str) -> tuple[list[Cell], list[Row]]:
    visits = VISIT in data.kinds
    head: list[Cell] = ["Школа", *(Link(wording.event_kinds(kind), "support", (("kind", kind),), "upright")
                                   for kind in data.kinds), *(["выезды, янв → дек"] if visits else [])]
    return head, [[_name(session, data, school), *(_given(session, data, school, kind) for kind in data.kinds),
                   *([_visits(session, data, school)] if visits else [])] for school in data.schools]


def _of_kind(session: Session, data: SupportPage, kind: str) -> tuple[list[Cell], list[Row]]:
    places = [month for month in months(data)
              if month or any(key[1:] == (kind, None) for key in data.by_school)]
    some = {month for _, one, month in data.by_school if one == kind}
    head: list[Cell] = ["Школа", *map(month_name, places), "всего"]
    return head, [[_name(session, data, school),
                   *(_given_in(session, data, school, kind, month, hole=month in some) for month in places),
                   _sum(session, data, school, kind)] for school in data.schools]


def _name(session: Session, data: SupportPage, school: Helped) -> Cell:
    link = to_school(session, school.card.school_id, wording.typeset(school.card.name))
    return (Marked("▸ ", "shnor-strong"), link) if school.card.school_id == data.whose else link


def _of_school(session: Session, data: SupportPage, school: Helped, n: int, **where: str) -> Link:
    return to_rows(session, str(n), "events_count",
                   {"year": str(data.year), "school_codes": school.card.school_id, **where})


def _given(session: Session, data: SupportPage, school: Helped, kind: str) -> Shade:
    n, where = school.of(kind), f"{school.card.name}, {kind}"
    if not n:
        return Shade(NONE, hint=f"{where}: записей нет", mark="hole")
    return Shade(str(n), n, _of_school(session, data, school, n, event_kind=kind), hint=f"{where}: {n}")


def _given_in(session: Session, data: SupportPage, school: Helped, kind: str, month: date | None, *,
              hole: bool) -> Shade:
    code = school.card.school_id
    n, planned = data.by_school.get((code, kind, month), 0), data.ahead.get((code, kind, month), 0) if month else 0
    where = f"{school.card.name}, {kind}, {wording.month(month) if month else NO_MONTH}"
    if n:
        return Shade(str(n), n, _of_school(session, data, school, n, event_kind=kind, month=_text(month)),
                     hint=f"{where}: {n}")
    if planned:
        return Shade(str(planned), hint=f"{where}: по плану {planned}", mark="ahead")
    return Shade(NONE, hint=f"{where}: записей нет", mark="hole") if hole else Shade()


def _sum(session: Session, data: SupportPage, school: Helped, kind: str) -> Cell:
    n = school.of(kind)
    return _of_school(session, data, school, n, event_kind=kind) if n else "0"


def _visits(session: Session, data: SupportPage, school: Helped) -> Markup:
    """Its visits over the year: held as dots, planned as rings."""
    places = [(school.card.school_id, VISIT, date(data.year, number, 1)) for number in range(1, 13)]
    held, planned = [data.by_school.get(place, 0) for place in places], [data.ahead.get(place, 0) for place in places]
    named = [f"{month_name(date(data.year, place + 1, 1))} {n}" for place, n in enumerate(held) if n]
    words = f"{school.card.name}, выезды: {', '.join(named) or 'не было'}"
    if school.visit:
        words += f"; следующий {wording.period(school.visit['period'])}"
    picture = Markup(inline.months(held, planned, words))
    if not any(held):
        return picture
    link = _of_school(session, data, school, sum(held), event_kind=VISIT)
    return tag("<a href='{}' title='{}'>{}</a>", link.address, words, picture)

