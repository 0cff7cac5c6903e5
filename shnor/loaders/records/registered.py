"""Values that are true only beside something else: schools beside the register, dates beside today."""

import re
from collections.abc import Mapping
from datetime import date

from shnor import periods
from shnor.datasets.school_names import NO_SCHOOL
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.types import KEEP, Choice, Known, School
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.register import codes
from shnor.loaders.words.school_names import key, parts
from shnor.loaders.words.schools import Found, find, names

FOREVER = 2099
_SEVERAL = re.compile(r"\d\s*(?:[,;]|и)\s*(?:№\s*)?\d|\d\s*[,;]\s*м[абк]?оу", re.I)


def resolve_schools(draft: Draft) -> None:
    """Names of schools become codes of the register. Without a register one sentence, not one a row."""
    for column in draft.body.kind.typed:
        if column.type != "school" or column.name not in draft.columns:
            continue
        texts = draft.columns[column.name]
        unnamed = {text for text in set(texts) - {None} if column.empty == "" and normalise(text) in NO_SCHOOL}
        matches = {text: find(text, draft.known.schools) for text in set(texts) - {None} - unnamed}
        matches |= _inside(draft, column.name, matches)
        draft.columns[column.name] = ["" if text in unnamed else matches[text].school_id or None if text else None
                                      for text in texts]
        if matches and not draft.known.schools:
            record = next(index for index, text in enumerate(texts) if text in matches)
            draft.add("no-register", record, column.name, texts[record])
        else:
            _tell(draft, column.name, texts, matches)


def _inside(draft: Draft, name: str, schools: Mapping[str, Found]) -> dict[str, Found]:
    """Beside a label above the table a school may stand inside a sentence."""
    text = plain(draft.body.above.get(name)).strip()
    named = named_in(text, draft.known) if text in schools and schools[text].kind != "exact" else None
    return {text: Found("exact", named)} if named else {}


def _tell(draft: Draft, name: str, texts: list[str | None], matches: Mapping[str, Found]) -> None:
    doubtful = {text for text, result in matches.items() if result.kind != "exact"}
    if not doubtful:
        return
    for record, text in enumerate(texts):
        if text in doubtful:
            tell_school(draft, draft.place(record, name), text, matches[text], draft.body.kind[name].title)


def insist_on_schools(draft: Draft) -> None:
    """A doubtful school that leaves the key of its row incomplete must be settled before anything is stored."""
    kind = draft.body.kind
    if not kind.school or kind[kind.school].type != "school":
        return
    key = [draft.column(name) for name in kind.key]
    for record, school in enumerate(draft.column(kind.school)):
        if school is None and any(values[record] is None for values in key):
            draft.findings.insist("school-unclear", *draft.place(record, kind.school))


def tell_school(draft: Draft, place: tuple[str, str], text: str, match: Found, title: str) -> None:
    """A school that is not found exactly."""
    doubt_school(draft.findings, place, text, match, title)


def doubt_school(findings: Findings, place: tuple[str, str], text: str, match: Found, title: str) -> None:
    """The same where there is no draft yet."""
    likely = {school: f"«{school.name}»{_like(text, school)}" for school in match.candidates}
    choices = tuple(Choice(school.name + _like(text, school), school.name) for school in likely)
    near = ", ".join(likely.values())
    code = "school-unclear" if choices else "several-schools" if _SEVERAL.search(text) else "unknown-school"
    findings.add(code, *place, text, choices, column=title, near=near)


def _like(text: str, school: School) -> str:
    """« (похоже на 0512)»: the code of the register whose first zeros a program for tables has eaten."""
    bare = text.strip().lstrip("0")
    full = next((code for code in sorted(codes(school)) if code.isdecimal() and code.lstrip("0") == bare), "")
    return f" (похоже на {full})" if full else ""


def schools_of_titles(draft: Draft, titles: str) -> None:
    """A roadmap whose title names one school of the register is that school's, unless a column says otherwise."""
    name = draft.body.kind.school
    if not name or name in draft.body.match.columns:
        return
    owners = {title: named_in(title, draft.known) for title in set(draft.column(titles)) - {None}}
    draft.columns[name] = [owners.get(title) for title in draft.column(titles)]


def named_in(title: str, known: Known) -> str | None:
    """The only school of the register that a text names; a branch is not its main school."""
    wanted, branch = f" {key(title)} ", parts(title).branch
    named = [school for school in known.schools if parts(school.name).branch == branch
             and any(f" {text} " in wanted for text in names(school) if " " in text)]
    return named[0].school_id if len(named) == 1 else None


def odd_dates(draft: Draft) -> None:
    """A year far from now is a slip of the keyboard more often than not: asked, with the nearest sensible days."""
    today = draft.known.today
    for column in draft.body.kind.typed:
        if column.type != "date" or column.name not in draft.columns:
            continue
        values = draft.columns[column.name]
        strange = {value for value in set(values) - {None} if is_odd(value, today)}
        for record, value in enumerate(values) if strange else ():
            if value in strange:
                choices = (*sensible(value, draft.known), Choice(f"Да, {value:%d.%m.%Y}", KEEP))
                draft.add("odd-date", record, column.name, f"{value:%d.%m.%Y}", choices=choices,
                          today=f"{today:%d.%m.%Y}")


def not_begun(draft: Draft, name: str) -> None:
    """Answers, marks or people counted in a time that has not begun: asked, once where no column says it."""
    today, codes = draft.known.today, draft.column(name)
    written = draft.body.values(name) if name in draft.body.match.columns else None
    spoken_of: set[object] = set()
    for record, value in enumerate(codes):
        first = periods.first_day(value) if isinstance(value, str) and value else value
        if isinstance(first, date) and first > today and (written or value not in spoken_of):
            spoken_of.add(value)
            draft.add("not-begun", record, name, shown(written[draft.origin[record]] if written else value),
                      choices=(Choice("Оставить как есть", KEEP),), today=f"{today:%d.%m.%Y}")


def is_odd(value: date, today: date) -> bool:
    return value.year != FOREVER and not today.year - 30 <= value.year <= today.year + 5


def sensible(value: date, known: Known) -> tuple[Choice, ...]:
    """«18.11.2062» → 18.11.2026: last digits swapped, else the same day of this year or the year before."""
    swapped = value.year // 100 * 100 + value.year % 10 * 10 + value.year % 100 // 10
    days = []
    for year in (swapped, known.today.year, known.today.year - 1):
        try:
            day = value.replace(year=year)
        except ValueError:
            continue
        if not is_odd(day, known.today) and day <= known.today.replace(month=12, day=31):
            days.append(f"{day:%d.%m.%Y}")
    return tuple(Choice(text, text) for text in dict.fromkeys(days))[:2]
