"""Individual routes of development (ИОМ): whose they are, how many, what is done by quarter, what was corrected.

A row is one step of one route. A route is known by its school and its number there; nobody is named. The route of the
management of a school, «команда», is no person's and is counted apart.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit, when

from shnor.metrics.counting import flag, frame, known, on, settled, trace
from shnor.metrics.courses import STAFF_NEEDS, staff_of_schools
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, different, rows

NEEDS = {"routes": ("school_id", "owner", "subject", "step", "quarter", "state", "correction", "corrected_on",
                    "known_on", "year")}
TEAM = ("команда", "Команда")
"""The owner of the route of the management of a school, at the start of a cell or not."""


def classify(routes: Any, *, as_of: date) -> Rows:
    """Flags of steps of years that have begun: is_due (its quarter is over, not dropped) = is_done + is_left,
    is_ahead_done (in a quarter that is not over), is_ahead (the others of such a quarter), is_dropped, is_corrected (by
    the day). Owners: person_route, team_route, corrected_route (school and number, filled where it counts)."""
    return _owners(_steps(routes, as_of))


def _steps(routes: Any, as_of: date) -> Rows:
    begun = flag(col("year") <= lit(as_of.year))
    over, changed = known(as_of), flag(col("correction").fill_null("") != "")
    marked = frame(routes).with_columns(
        begun=begun, over=begun * over, dropped=flag(col("state") == "dropped"), done=flag(col("state") == "done"),
        later=flag(col("corrected_on") > lit(as_of)), changed=changed)
    marked = marked.with_columns(
        is_begun=col("begun"), is_dropped=col("begun") * col("dropped"),
        is_due=col("over") * (1 - col("dropped")), is_done=col("over") * col("done"),
        is_ahead_done=col("begun") * (1 - col("over")) * col("done"),
        is_ahead=col("begun") * (1 - col("over")) * (1 - col("done")) * (1 - col("dropped")),
        is_left=col("over") * (1 - col("dropped")) * (1 - col("done")),
        is_corrected=col("begun") * col("changed") * (1 - col("later")))
    return marked.drop("begun", "over", "dropped", "done", "later", "changed")


def _owners(marked: Rows) -> Rows:
    route = nw.concat_str(col("school_id").fill_null(""), col("owner").fill_null(""), separator="\n")
    marked = marked.with_columns(is_team=flag(col("owner").is_in(TEAM)), route=route)
    marked = marked.with_columns(is_person=(col("is_begun") - col("is_dropped")) * (1 - col("is_team")),
                                 is_of_team=(col("is_begun") - col("is_dropped")) * col("is_team"))
    return marked.with_columns(
        person_route=when(col("is_person") == 1).then(col("route")),
        team_route=when(col("is_of_team") == 1).then(col("route")),
        corrected_route=when(col("is_corrected") == 1).then(col("route"))).drop("route", "is_team")


def classify_share(routes: Any, staff: Any, *, as_of: date) -> Rows:
    """Steps of the routes of people in the year of the day, in schools whose staff is known. One row of a school
    carries its counts: n_staff and n_routes (never more than the staff)."""
    marked = settled(classify(routes, as_of=as_of).filter(on("is_person") & (col("year") == lit(as_of.year))))
    marked = marked.join(settled(staff_of_schools(staff, as_of)), on="school_id", how="inner")
    marked = marked.with_columns(row_key=nw.concat_str(
        *(col(name).fill_null("") for name in ("owner", "quarter", "step")), separator="\n"))
    people = marked.select("school_id", "person_route").unique(["school_id", "person_route"])
    people = people.group_by("school_id").agg(nw.len().alias("owners"))
    first = marked.group_by("school_id").agg(nw.col("row_key").min().alias("first_key"))
    marked = marked.join(people, on="school_id", how="left").join(first, on="school_id", how="left")
    owners = col("owners").cast(nw.Int64)
    marked = marked.with_columns(is_first=flag(col("row_key") == col("first_key")), capped=when(
        owners > col("all_staff")).then(col("all_staff")).otherwise(owners))
    return marked.with_columns(n_staff=col("is_first") * col("all_staff"), n_routes=col("is_first") * col("capped")
                               ).drop("first_key", "owners", "capped", "row_key")


MARKING = Marking("routes", NEEDS, classify, trace, period="year")
SHARE = Marking("route_shares", {**NEEDS, **STAFF_NEEDS}, classify_share, trace, after=frozenset({"school_id"}))
_SOURCE = "индивидуальные образовательные маршруты (ИОМ) по этапам (школы)"
_STAFF = "кадры по предметам на последнюю дату не позже дня расчёта"
_ROUTE = "один маршрут в одной школе"
_OWN = ("разные номера маршрутов внутри школы, у которых есть не снятый этап в этом году; "
        "маршрут команды школы считается отдельно")


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator,
                  **{"better": "", "source": _SOURCE, "marking": MARKING, "by": ("year",), "counted": _ROUTE, **said})


METRICS = (
    _metric("routes_people", "Педагогов с индивидуальным маршрутом", "педагог", _OWN, "person_route", distinct=True,
            made=(different("person_route", "school_id", "owner"),), counted="один педагог школы"),
    _metric("routes_staff_share", "Педагоги с индивидуальным маршрутом, из всех педагогов", "доля",
            f"{_OWN}, год дня расчёта, в школе не больше, чем педагогов / педагоги тех же школ; школы, о маршрутах "
            "которых за год нет ни одной строки, не участвуют", "n_routes", denominator="n_staff", better="больше",
            by=(), made=(different("is_person", "school_id", "owner"),),
            base=(added(of="staff_people", people=1),), within="school_id", minimum=10, marking=SHARE,
            source=f"{_SOURCE}; {_STAFF}", counted="один педагог школы"),
    _metric("routes_teams", "Команд школ с индивидуальным маршрутом", "школа",
            "школы, у которых есть не снятый этап маршрута с обозначением «команда» в этом году", "team_route",
            distinct=True, made=(different("team_route", "school_id"),), counted="команда одной школы"),
    _metric("routes_steps", "Пройдено этапов маршрутов", "доля",
            "пройденные этапы / этапы периодов, которые закончились к дню расчёта; снятые этапы не участвуют, "
            "пройденные в ещё не закончившемся периоде названы отдельно", "is_done", denominator="is_due",
            better="больше", by=("year", "quarter"), made=(rows("state"),), base=(rows("quarter"),), minimum=10,
            counted="один этап одного маршрута",
            more={"is_ahead_done": "пройдено, период ещё не закончился", "is_ahead": "впереди или идут",
                  "is_dropped": "сняты"}),
    _metric("routes_corrected", "Скорректировано маршрутов", "маршрут",
            "разные маршруты, у этапа которых записана корректировка не позже дня расчёта (где день не назван, она "
            "считается сразу); год и период — этапа", "corrected_route", distinct=True,
            made=(different("corrected_route", "school_id", "owner"),), by=("year", "quarter")),
)
