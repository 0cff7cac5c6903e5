"""Coverage of the official cycle by the municipality or a school: each step with the paper or the data that prove it.

A step has a paper, or data without a paper of their own, or nothing: then nothing is known of it, which is not said to
be missing. Words of papers: `shnor.datasets.cycle`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from shnor import periods, wording
from shnor.datasets.cycle import CYCLE, CycleStep
from shnor.datasets.works import GROUPS
from shnor.metrics import Figure
from shnor.service.figures import topics
from shnor.service.figures.rows import Choice, Where, chosen, current, values
from shnor.service.pages import procedure_groups
from shnor.store import View

State = Literal["paper", "data", "unknown"]
STATES: dict[State, str] = {"paper": "есть документ", "data": "есть данные, документ не указан",
                            "unknown": "нет сведений"}
MONITORING = "monitoring"
PAPERS = 3
"""So many papers of a step are named; of more their number."""


@dataclass(frozen=True)
class Proof:
    """text: what proves it. metric, where: its rows; src: the row of a paper."""

    text: str
    metric: str = ""
    where: Where = field(default_factory=dict)
    src: int = 0


@dataclass(frozen=True)
class Covered:
    """A step of the cycle with its papers, newest first, and its data."""

    step: CycleStep
    papers: tuple[Proof, ...]
    data: tuple[Proof, ...]

    @property
    def state(self) -> State:
        return "paper" if self.papers else "data" if self.data else "unknown"


@dataclass(frozen=True)
class Cycle:
    """school "" = the municipality. year: calendar year it is of. steps: none where nothing may be told. group: of
    procedures, "" = all."""

    school: str
    year: int
    steps: tuple[Covered, ...]
    group: str = ""

    def count(self, state: State) -> int:
        return sum(one.state == state for one in self.steps)


def build(view: View, *, day: date, school: str = "", group: str = "") -> Cycle:
    """Of the year of the day. Papers of it, of the year before, and older ones that say until when they hold. Who sees
    some schools alone is told nothing of the municipality: their rows are not its. group: of procedures: works of
    others are no monitoring of it, and papers that speak of works of others alone prove nothing."""
    group = group if group in GROUPS else ""
    if not school and not view.scope.sees_all:
        return Cycle(school, day.year, (), group)
    papers = [row for row in chosen(current(view, "documents"), {"school_id": school}).to_pylist() if _holds(row, day)
              and (not group or _is_about(row, group))]
    papers.sort(key=lambda row: (row["signed_on"], row["src"]), reverse=True)
    return Cycle(school, day.year, tuple(
        Covered(step, tuple(_paper(row) for row in papers if proves(step, row)),
                tuple(_monitoring(view, school, day, group) if step.id == MONITORING else
                      _DATA[step.id](view, school, day))) for step in CYCLE), group)


def _is_about(row: dict, group: str) -> bool:
    """Unless it names procedures, and none of the group."""
    named = procedure_groups.named_in(" ".join(filter(None, (row["title"], row["refers_to"]))))
    return not named or group in named


def _holds(row: dict, day: date) -> bool:
    """Federal and regional papers are read by everybody and prove nothing of the municipality."""
    if row["signed_on"] > day or row["level"] in ("federal", "regional"):
        return False
    until = row["valid_to"]
    return until >= date(day.year, 1, 1) if until else row["signed_on"].year >= day.year - 1


def proves(step: CycleStep, row: dict) -> bool:
    """Whether a paper (document_type, title, refers_to) speaks of the step."""
    said = " ".join(filter(None, (row["document_type"], row["title"], row["refers_to"]))).casefold()
    return bool(re.search(step.papers, said) or (
        step.types and re.fullmatch(step.types, row["document_type"].strip().casefold())))


def _paper(row: dict) -> Proof:
    """«приказ от 20.11.2025 № 118 „Об утверждении…“»."""
    number = f" № {row['number']}" if row["number"] else ""
    return Proof(f"{row['document_type']} от {wording.day(row['signed_on'])}{number} {wording.quoted(row['title'])}",
                 src=row["src"])


Told = Iterable[Proof]


def _rows(view: View, kind: str, school: str, where: Where) -> list[dict]:
    return chosen(current(view, kind), {**where, **({"school_id": school} if school else {})}).to_pylist()


def _figures(view: View, metric: str, school: str, day: date, where: Where) -> list[Figure]:
    whose = {"school_codes" if metric.startswith("events") else "school_id": school} if school else {}
    return topics.counted(view, (metric,), by=(), as_of=day, where={**whose, **where})


def _count(view: View, metric: str, school: str, day: date, said: str, **where: Choice | tuple[Choice, ...]) -> Told:
    """said: «мероприятия помощи: {}»; nothing where there is nothing."""
    whose = {"school_codes" if metric.startswith("events") else "school_id": school} if school else {}
    for one in _figures(view, metric, school, day, where):
        text = wording.k_of_n(one.numerator, one.denominator) if one.denominator else str(one.numerator)
        if one.denominator or (one.numerator and one.denominator is None):
            yield Proof(said.format(text), metric, {**whose, **where})


def _plans(view: View, school: str, day: date) -> list[dict]:
    """Rows of the roadmaps of the owner whose period touches the year."""
    rows = chosen(current(view, "roadmap"), {"school_id": school}).to_pylist()
    return [row for row in rows if _touches(row["period"], day)]


def _touches(period: str | None, day: date) -> bool:
    return bool(period) and periods.first_day(period or "").year <= day.year <= periods.final_day(period or "").year


def _goals(view: View, school: str, day: date) -> Told:
    titles = sorted({row["plan"] for row in _plans(view, school, day)})
    return [Proof(f"дорожная карта: {wording.quoted(title)}") for title in titles]


def _indicators(view: View, school: str, day: date) -> Told:
    planned = {row["number"] for row in _plans(view, school, day) if row["planned_value"] is not None}
    if planned:
        yield Proof(f"плановые значения у {wording.counted(len(planned), 'мероприятие', 'gen')} дорожной карты")
    told = {row["indicator"] for row in _rows(view, "indicator_values", school, {})}
    if told:
        yield Proof(f"показателей в своде центра: {len(told)}")


def _methods(view: View, school: str, day: date) -> Told:
    year = date(day.year, 1, 1)
    surveys = sorted({row["survey"] for row in _rows(view, "surveys", school, {"day__from": year})})
    tools = sorted({row["instrument"] for row in _rows(view, "deficits", school, {"found_on__from": year})
                    if row["instrument"]})
    lists = sorted({row["checklist"] for row in _rows(view, "checklists", school, {"year": day.year})})
    named = (("опросы", surveys), ("диагностика", tools), ("перечни", lists))
    return [Proof(f"{title}: {wording.listed([wording.quoted(one) for one in names])}")
            for title, names in named if names]


def _monitoring(view: View, school: str, day: date, group: str) -> Told:
    """Works by their groups; reports of schools are no procedure of any."""
    year = date(day.year, 1, 1)
    works = _rows(view, "results", school, {"known_on__from": year, "known_on__to": day, "level": "school"})
    found = procedure_groups.present(row["procedure"] for row in works)
    told = [f"{GROUPS[one]}: {wording.listed(names)}" for one, names in found.items() if group in ("", one)]
    if told:
        yield Proof("; ".join(told))
    months = {row["month"] for row in _rows(view, "progress", school, {"month__from": year, "month__to": day})}
    if months and not group:
        yield Proof(f"отчёты школ за {wording.counted(len(months), 'месяц')}")


def _analysis(view: View, school: str, day: date) -> Told:
    told = _rows(view, "recommendations", school, {"year": (day.year, day.year - 1)})
    sources = sorted({row["source"] for row in told})
    return [Proof(f"на него ссылаются рекомендации: {wording.listed(sources[:PAPERS])}")] if sources else []


def _advice(view: View, school: str, day: date) -> Told:
    n = len(_rows(view, "recommendations", school, {"year": (day.year, day.year - 1)}))
    return [Proof(f"в реестре {wording.counted(n, 'рекомендация')}", "recommendations_done",
                  {"school_id": school} if school else {})] if n else []


def _measures(view: View, school: str, day: date) -> Told:
    activities = {(row["plan"], row["number"]) for row in _plans(view, school, day)}
    if activities:
        yield Proof(f"{wording.counted(len(activities), 'мероприятие')} дорожной карты")
    yield from _count(view, "events_count", school, day, "проведено мероприятий: {}", year=day.year)


def _decisions(view: View, school: str, day: date) -> Told:
    """Orders that lists of schools rest on."""
    orders = sorted({row["document"] for row in _rows(view, "statuses", school, {"valid_from__to": day})
                     if row["document"] and (row["valid_to"] is None or row["valid_to"] >= date(day.year, 1, 1))})
    return [Proof(f"перечень школ: {order}") for order in orders]


def _effect(view: View, school: str, day: date) -> Told:
    of_year = tuple(code for code in values(current(view, "roadmap"), "period") if _touches(code, day))
    yield from _count(view, "roadmap_done_due", school, day, "выполнено из наступивших: {}", period=of_year)
    yield from _count(view, "recommendations_done", school, day, "выполнено рекомендаций: {}")
    yield from _count(view, "deficits_closed_checked", school, day, "устранение подтвердила повторная диагностика: {}")


_DATA: dict[str, Callable[[View, str, date], Told]] = {
    "goals": _goals, "indicators": _indicators, "methods": _methods, "analysis": _analysis,
    "advice": _advice, "measures": _measures, "decisions": _decisions, "effect": _effect}


def in_words(made: Cycle) -> str:
    """«из 9 шагов документ есть у 5, данные без документа у 2, нет сведений по 2»."""
    counts: Sequence[tuple[int, str]] = (
        (made.count("paper"), "документ есть у"), (made.count("data"), "данные без своего документа у"),
        (made.count("unknown"), "нет сведений по"))
    said = [f"{words} {n}" for n, words in counts if n]
    return f"из {len(made.steps)} шагов {', '.join(said)}"
