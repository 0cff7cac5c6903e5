"""The same work in other words: names, terms and years of results beside each other and beside the base."""

from difflib import SequenceMatcher

from shnor.datasets import Spot
from shnor.datasets.places import ANSWER
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words import works
from shnor.loaders.words.headers import normalise, plain

ALIKE = 0.6
_OFFERED = 3


def one_form(draft: Draft) -> None:
    """Names of works, subjects and terms in the form they are stored in."""
    beside = _beside_term(draft)
    draft.columns["term"] = [works.term(value, f"{beside} {work or ''}") if value else None for value, work in
                             zip(draft.column("term"), draft.column("procedure"), strict=True)]
    for name, tidy in (("procedure", works.procedure), ("subject", works.subject)):
        draft.columns[name] = [tidy(value) if value else None for value in draft.column(name)]
    _ask_of_new_works(draft)


def _beside_term(draft: Draft) -> str:
    """The head of the column of terms, which may say what they are parts of."""
    match, grid = draft.body.match, draft.body.parts[0].grid
    column = match.columns.get("term")
    if column is None:
        return ""
    return " ".join(plain(grid.at(row, column)) for row in range(match.header_row, match.first_row))


def _ask_of_new_works(draft: Draft) -> None:
    """A work no base has seen whose name is like one that is there: the same in other words?"""
    accepted = sorted(draft.known.procedures)
    asked: set[str] = set()
    for record, work in enumerate(draft.column("procedure")):
        if not work or work in asked or work in accepted or works.is_known(work) or not _is_written(draft, record):
            continue
        asked.add(work)
        likeness = sorted(((_likeness(work, name), name) for name in accepted), reverse=True)
        if near := [name for alike, name in likeness if alike >= ALIKE][:_OFFERED]:
            choices = (*(Choice(name, name) for name in near), Choice("Да, это другая работа", KEEP))
            draft.add("procedure-new", record, "procedure", work, choices=choices,
                      near=", ".join(f"«{name}»" for name in near))


def _is_written(draft: Draft, record: int) -> bool:
    """Whether the work stands in a cell of the row: answers go there."""
    return "procedure" in draft.body.match.columns


def _likeness(one: str, other: str) -> float:
    """Of two names, whatever the order of their words; initials stand for words: «РДР», «Мониторинг ФГ»."""
    shorter, longer = sorted((normalise(one).split(), normalise(other).split()), key=len)
    for word in shorter:
        for first in range(len(longer) - len(word) + 1) if 1 < len(word) <= len(longer) else ():
            if "".join(part[0] for part in longer[first:first + len(word)]) == word:
                rest = [part for part in shorter if part != word]
                return 1.0 if set(rest) <= set(longer) else ALIKE
    return SequenceMatcher(None, " ".join(sorted(shorter)), " ".join(sorted(longer))).ratio()


def ask_of_years(draft: Draft) -> None:
    """«ВПР 2025» beside the school year 2025/26: the spring of 2025 was another school year. Once for each name."""
    written, years = draft.body.values("procedure"), draft.column("school_year")
    if "procedure" not in draft.body.match.columns:
        return
    for record, (row, year, work) in enumerate(zip(draft.origin, years, draft.column("procedure"), strict=True)):
        named = works.school_years(plain(written[row]), work or "") if year and work else ()
        if not named or year in named:
            continue
        topic = f"учебный год работы «{plain(written[row])}»"
        answer = draft.answers.get((draft.body.sheet, topic))
        if answer in named:
            years[record] = answer
            draft.row_spots["school_year", row] = (Spot(words=ANSWER),)
        elif answer is None:
            sheet, cell = draft.place(record, "procedure")
            choices = (*(Choice(f"{other} (по названию)", other) for other in named),
                       Choice(f"{year} (как в столбце)", KEEP))
            draft.findings.add("work-year", sheet, cell, plain(written[row]), choices, topic,
                               column=draft.body.kind["procedure"].title, year=year, named=" или ".join(named))
