"""Which roadmap and which year of it a row of a report speaks of."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from shnor.datasets import Spot
from shnor.datasets.places import ANSWER, KNOWN
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import normalise

Numbers = Mapping[str, frozenset[str]]


def settle_plans(draft: Draft) -> None:
    """Fill plan, school and period; what cannot be told is an error at the row."""
    _plans(draft)
    _schools(draft)
    _periods(draft)
    _activities(draft)
    for name in ("plan", "period", "school_id"):
        if name not in draft.body.above:
            answer = name == "plan" and (draft.body.sheet, "") in draft.answers
            draft.spots.setdefault(name, (Spot(words=ANSWER if answer else KNOWN),))


def _plans(draft: Draft) -> None:
    plans, known = draft.column("plan"), draft.known.plans
    by_text = {normalise(title): title for title in known}
    settled: dict[tuple[str | None, str | None], str | None] = {}
    lost = _unknown_schools(draft)
    unsettled = "plan" in draft.asked or ("month" in draft.asked and draft.body.layout.id != "month")
    for record, (text, school) in enumerate(zip(plans, draft.column("school_id"), strict=True)):
        if text is None and (record in lost or unsettled):
            continue
        if (text, school) not in settled:
            settled[text, school] = _plan(draft, record, text, school, by_text)
        plans[record] = settled[text, school]


def _unknown_schools(draft: Draft) -> set[int]:
    """Records whose school is written and was not found: nothing more can be said about them."""
    schools = draft.column("school_id")
    if None not in schools:
        return set()
    written = draft.body.values("school_id")
    return {record for record, school in enumerate(schools) if school is None and written[draft.origin[record]]}


def _plan(draft: Draft, record: int, text: str | None, school: str | None, by_text: Mapping[str, str]) -> str | None:
    known, answer = draft.known.plans, draft.answers.get((draft.body.sheet, ""))
    if text:
        if not known or normalise(text) in by_text:
            return by_text.get(normalise(text), text)
        if answer in known:
            return answer
        near = [by_text[found] for found in get_close_matches(normalise(text), list(by_text), n=3, cutoff=0.5)]
        draft.findings.add("unknown-plan", *_place(draft, record), text, choices=_choices(near),
                           known=_listed(near or list(known)))
        return None
    if answer and (not known or (answer in known and known[answer][0] in ("", school or ""))):
        return answer
    mine = [title for title, (owner, _) in known.items() if owner == (school or "")]
    year = _year(draft.column("month")[record])
    current = [title for title in mine if any(period.startswith(year) for period in known[title][1])] if year else []
    fitting = current if len(current) == 1 else mine
    if len(fitting) == 1:
        return fitting[0]
    draft.findings.add("plan-unclear", *_place(draft, record), choices=_choices(fitting), known=_listed(fitting),
                       whose=_whose(draft, school))
    return None


def _place(draft: Draft, record: int) -> tuple[str, str]:
    """Without a column of plans the answer is about the whole sheet: a cell of the row belongs to another column."""
    return draft.place(record, "plan") if "plan" in draft.body.match.columns else (draft.body.sheet, "")


def _whose(draft: Draft, school: str | None) -> str:
    return next((f" школы {known.name}" for known in draft.known.schools if known.school_id == school), "")


def _choices(titles: list[str]) -> tuple[Choice, ...]:
    return tuple(Choice(title, title) for title in titles[:5])


def _listed(titles: list[str]) -> str:
    if not titles:
        return "Принятых дорожных карт этой школы нет: сначала примите дорожную карту."
    return "Приняты: " + ", ".join(f"«{title}»" for title in titles[:5]) + "."


def _year(month: object) -> str:
    return str(month.year) if isinstance(month, date) else ""


def _schools(draft: Draft) -> None:
    """A report on a school's own roadmap is that school's report, and of no other school."""
    names = {school.school_id: school.name for school in draft.known.schools}
    told = set()
    for record, (school, plan) in enumerate(zip(draft.column("school_id"), draft.column("plan"), strict=True)):
        owner = draft.known.plans[plan][0] if plan in draft.known.plans else ""
        if school and owner not in ("", school) and "school_id" not in draft.asked and (school, plan) not in told:
            told.add((school, plan))
            draft.findings.add("plan-of-another", *_place(draft, record), plan, school=names.get(school, school),
                               owner=names.get(owner, owner))
    draft.columns["school_id"] = [
        school or (draft.known.plans[plan][0] or None if plan in draft.known.plans else None)
        for school, plan in zip(draft.column("school_id"), draft.column("plan"), strict=True)]


def _periods(draft: Draft) -> None:
    """Not written: the year of the report if the plan has the activity in it, else the only year it is in."""
    periods, plans, numbers = draft.column("period"), draft.column("plan"), draft.column("number")
    years = {month: _year(month) for month in set(draft.column("month"))}
    keys = zip(plans, numbers, map(years.__getitem__, draft.column("month")), strict=True)
    memo: dict[tuple, str | None] = {}
    for record, (period, key) in enumerate(zip(periods, keys, strict=True)):
        if period is None:
            if key not in memo:
                memo[key] = _period(draft.known.plans.get(key[0], ("", {}))[1], *key[1:])
            periods[record] = memo[key]


def _period(plan: Numbers, number: str | None, year: str) -> str | None:
    inside = [period for period, numbers in plan.items() if number in numbers]
    this_year = [period for period in inside if period.startswith(year)]
    if len(this_year) == 1:
        return this_year[0]
    return inside[0] if len(inside) == 1 else year or None


def _activities(draft: Draft) -> None:
    known = draft.known.plans
    if not known:
        return
    keys = list(zip(draft.column("plan"), draft.column("period"), draft.column("number"), strict=True))
    wrong = {key for key in set(keys) if key[0] in known and key[2] is not None
             and key[2] not in known[key[0]][1].get(key[1] or "", frozenset())}
    for record, key in enumerate(keys) if wrong else ():
        if key in wrong:
            plan, period, number = key
            every = sorted(known[plan][1].get(period or "", frozenset()) or
                           {number for numbers in known[plan][1].values() for number in numbers})
            near = get_close_matches(number, every, n=3, cutoff=0.4)
            draft.add("unknown-activity", record, "number", number, choices=_choices(near), plan=plan,
                      period=f"{period} год" if period else "этот год")
