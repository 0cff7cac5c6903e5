"""The level of МНЦ or МТКП by the scale of the municipality: each indicator of the scale found by its name among the
figures, the questions of surveys and the centre's own свод."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shnor import periods, wording
from shnor.metrics import METRICS, Figure, Metric, level
from shnor.metrics.level import Level, Rung, Value
from shnor.service.figures import norms, topics
from shnor.service.figures.rows import Where, chosen, current, values
from shnor.store import View

QUESTION, SHARES = "survey_share", ("доля", wording.PLAN_SHARE)
SUMMED = frozenset({"year", "addressee_id"})
"""Groups whose figures may be added up; of years the newest is taken."""
FEWER, OVER = "; баллы — за остальные", "; засчитан полный вес"
UNCHECKED = "is_unchecked"
"""Of what was found, so much nobody has looked at again: where that is all of it, nothing is known."""
SUMMARY = "свод центра («Свод прошлых лет»): показатель муниципалитета с таким названием, в процентах"


@dataclass(frozen=True)
class Found:
    """An indicator as it is known. metric "" = a value of the свод, nothing leads to its rows."""

    value: Value
    metric: str = ""
    where: Where | None = None


@dataclass(frozen=True)
class Levels:
    """levels: whose there is a scale or a protocol of. found: indicator → how it is known. sources: indicator that is
    missing → which files would tell it."""

    levels: tuple[Level, ...]
    found: Mapping[str, Found]
    sources: Mapping[str, str]


def build(view: View, *, day: date) -> Levels:
    """Nothing for who sees some schools alone: of their figures no level of the municipality follows."""
    if not view.scope.sees_all:
        return Levels((), {}, {})
    table = norms.table(view)
    whose = level.named(table, day)
    asked = dict.fromkeys(name for one in whose for name in level.indicators(table, day, one))
    found = {name: known for name in asked if (known := _found(view, name, day))}
    told = {name: known.value for name, known in found.items()}
    levels = tuple(level.judge(table, day, one, told) for one in whose)
    return Levels(levels, found, {name: _source(name) for one in levels for name in one.missing if name in asked})


def _found(view: View, name: str, day: date) -> Found | None:
    metric = _metric(name)
    return (_of_metric(view, metric, day) if metric else None) or _of_question(view, name, day) or _of_summary(
        view, name, day)


def _metric(name: str) -> Metric | None:
    """A share of this title that means something without a group, or by year."""
    return next((one for one in METRICS.values() if one.title.casefold() == name.strip().casefold()
                 and one.denominator and one.unit in SHARES and {*one.by} <= SUMMED), None)


def _of_metric(view: View, metric: Metric, day: date) -> Found | None:
    years, where = ("year",) if "year" in metric.by else (), _of_year(view, metric, day)
    figures = [one for one in topics.counted(view, (metric.id,), by=years, as_of=day, where=where)
               if one.denominator and one.more.get(UNCHECKED) != one.denominator
               and int(one.group.get("year") or 0) <= day.year]
    newest = max(figures, key=lambda one: one.group.get("year", ""), default=None)
    return _of_figure(newest, {**where, **newest.group}, fewer=metric.better == "меньше") if newest else None


def _of_year(view: View, metric: Metric, day: date) -> Where:
    """Of roadmaps those whose period touches the year: finished ones say nothing of the work now."""
    if metric.kind != "roadmap":
        return {}
    codes = [code for code in values(current(view, "roadmap"), "period") if code]
    return {"period": tuple(code for code in codes
                            if periods.first_day(code).year <= day.year <= periods.final_day(code).year)}


def _of_question(view: View, name: str, day: date) -> Found | None:
    """The newest wave of a question, of one group: two groups asked the same are not added up."""
    asked = [one for one in topics.counted(view, (QUESTION,), as_of=day, where={"question": name}) if one.denominator]
    newest = max((periods.first_day(one.group["wave"]) for one in asked), default=None)
    now = [one for one in asked if periods.first_day(one.group["wave"]) == newest]
    return _of_figure(now[0], dict(now[0].group)) if len(now) == 1 else None


def _of_figure(figure: Figure, where: Where, *, fewer: bool = False) -> Found:
    """fewer: of which the fewer are the better gives points for the rest. Over a plan is the whole of it; more than
    there are of anything else is a wrong number and no share."""
    k, n = figure.numerator, figure.denominator or 1
    if k > n and figure.unit == wording.PLAN_SHARE:
        return Found(Value(Fraction(1), f"{wording.of_plan(k, n)}{OVER}"), figure.metric, where)
    share = Fraction(n - k if fewer else k, n) if k <= n else None
    return Found(Value(share, f"{wording.k_of_n(k, n)}{FEWER if fewer else _unchecked(figure)}"), figure.metric, where)


def _unchecked(figure: Figure) -> str:
    """What nobody has looked at again is not said to have stayed."""
    count = figure.more.get(UNCHECKED)
    return f"; {METRICS[figure.metric].more[UNCHECKED]} по{wording.NBSP}{count}" if count else ""


def _of_summary(view: View, name: str, day: date) -> Found | None:
    """The newest value of the whole municipality that is a per cent."""
    rows = chosen(current(view, "indicator_values"), {"known_on__to": day, "school_id": ""}).to_pylist()
    told = [row for row in rows if row["indicator"].strip().casefold() == name.strip().casefold()
            and row["unit"] == "%" and 0 <= row["value"] <= 100]
    newest = max(told, key=lambda row: periods.first_day(row["period"]), default=None)
    if newest is None:
        return None
    counted = f" (из {newest['counted']})" if newest["counted"] is not None else ", из скольких, не указано"
    return Found(Value(Fraction(str(newest["value"])) / 100,
                       f"{wording.number(newest['value'])}{wording.NBSP}%{counted}"))


def _source(name: str) -> str:
    metric = _metric(name)
    return metric.source if metric else SUMMARY


def answer(one: Level) -> str:
    """One of three, never two."""
    if one.state == "set":
        return f"{wording.capital(one.name)}: установлен рабочей группой, {_protocol(one.document)}."
    if one.state == "derived":
        return (f"Расчётный: {one.name}, {points(one)} по {wording.counted(len(one.steps), 'показатель', 'dat')} "
                f"(шкала: {one.document}).")
    missing = [name if name in level.LACKS else wording.quoted(name) for name in one.missing]
    return f"Нельзя вывести: не хватает {wording.listed(missing)}."


def ladder(one: Level) -> str:
    """«Ступени: оптимальный — от 85; допустимый — 65–84; критический — ниже 65.» Of one set by a protocol nothing: a
    second level is not named beside it."""
    if one.state == "set" or not one.ladder:
        return ""
    said = [_rung(rung, above) for rung, above in zip(one.ladder, (*one.ladder[1:], None), strict=True)]
    return f"Ступени, баллов: {'; '.join([_lowest(said, one), *said[1:]][::-1])}."


def _lowest(said: list[str], one: Level) -> str:
    first, *others = one.ladder
    return f"{first.name} — ниже {in_points(others[0].since)}" if others and first.since <= 0 else said[0]


def _rung(rung: Rung, above: Rung | None) -> str:
    if above is None:
        return f"{rung.name} — от {in_points(rung.since)}"
    if rung.since.denominator == above.since.denominator == 1:
        return f"{rung.name} — {wording.span(in_points(rung.since), in_points(above.since - 1))}"
    return f"{rung.name} — от {in_points(rung.since)}, ниже {in_points(above.since)}"


def border(one: Level) -> str:
    """«До ступени «оптимальный» 2 балла; до нижней границы своей 18.» Only of a derived level."""
    if one.state != "derived":
        return ""
    own = max(rung.since for rung in one.ladder if rung.since <= one.points)
    above = next((rung for rung in one.ladder if rung.since > one.points), None)
    up = f"до ступени {wording.quoted(above.name)} не хватает {_so_many(above.since - one.points)}" if above else ""
    down = f"нижняя граница своей ступени — {in_points(own)}, выше неё на {_so_many(one.points - own)}"
    return f"{wording.capital('; '.join(filter(None, (up, down))))}."


def _so_many(value: Fraction) -> str:
    """«1 балл», «2 балла», «17,5 балла»."""
    return f"{in_points(value)}{wording.NBSP}{wording.agreed(float(value), 'балл', 'балла', 'баллов', 'балла')}"


def _protocol(document: str) -> str:
    """Whose protocol it is has been said."""
    return document.replace("протокол рабочей группы", "протокол")


def points(one: Level) -> str:
    """«87 из 100 баллов»."""
    return f"{in_points(one.points)} из {in_points(one.most)} баллов"


def in_points(value: Fraction) -> str:
    """«87», «42,5»."""
    return wording.number(round(float(value), 6), None if value == int(value) else 1)
