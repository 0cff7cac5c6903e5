"""What a list of counted answers needs after reading: what stands above it, and numbers that must agree."""

from shnor.datasets import Spot, a1
from shnor.datasets.places import ANSWER
from shnor.loaders.answers.head import COUNTED
from shnor.loaders.answers.scales import Rated, positive_of
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.records.registered import not_begun
from shnor.loaders.records.whole import blank_schools
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.values import text
from shnor.personal.person_names import PERSON

_OF_QUESTION = ("survey", "wave", "school_id", "audience", "question")


def finish(draft: Draft) -> None:
    """Ask for a name nothing tells, and what a percentage with its number leaves open."""
    _without_people(draft)
    _survey(draft)
    if draft.body.parts[0].grid.heading == COUNTED:
        draft.asked.add("wave")  # of an export it is asked once, on the sheet of what was understood
    not_begun(draft, "wave")
    if "school_id" in draft.body.match.columns and draft.body.parts[0].grid.heading != COUNTED:
        blank_schools(draft, needed=False)
    _shares(draft)
    _answers(draft)
    _bases(draft)
    _positive(draft)
    _speaks_of(draft)


def _without_people(draft: Draft) -> None:
    """Options that were people are counted for nobody: how often somebody was named is about that person."""
    options = draft.column("option")
    if PERSON in options:
        draft.take([record for record, option in enumerate(options) if option != PERSON])


def _survey(draft: Draft) -> None:
    """A survey nobody named is asked for, with the name of the file as an offer."""
    if draft.body.tells("survey"):
        return
    title = draft.answers.get((draft.body.sheet, ""), "")
    if not title or title == KEEP:
        draft.findings.add("survey-title", draft.body.sheet, "", "",
                           (Choice(draft.stem, draft.stem),) if draft.stem else ())
        draft.asked.add("survey")
        title = ""
    draft.columns["survey"] = [text(title).value] * len(draft.origin)
    draft.spots["survey"] = (Spot(words=ANSWER),)


def _shares(draft: Draft) -> None:
    """Percents, and the same as whole hundredths of a percent."""
    _as_percents(draft)
    draft.columns["hundredths"] = [None if value is None else round(value * 100) for value in draft.column("percent")]


def _as_percents(draft: Draft) -> None:
    """Cells shown as «94 %» may hold 0,94, and «100 %» holds 1: asked once where no number of the column is above 1.
    A cell with its sign in the text is a percentage as it stands."""
    written, percents = draft.body.values("percent"), draft.column("percent")
    bare = [record for record, value in enumerate(percents)
            if value is not None and "%" not in plain(written[draft.origin[record]])]
    first = next((record for record in bare if percents[record]), None)
    if first is None or max(percents[record] for record in bare) > 1:
        return
    sheet, cell = draft.place(first, "percent")
    if draft.answers.get((sheet, cell)) == KEEP:
        for record in bare:
            percents[record] = round(percents[record] * 100, 6)
        return
    taken = shown(round(percents[first] * 100, 6))
    draft.add("percent-as-share", first, "percent", shown(percents[first]),
              choices=(Choice(f"Да, это {taken} %", KEEP),), taken=taken)


def _answers(draft: Draft) -> None:
    """A percentage of a known number of people: how many chose is asked, the whole numbers that fit are offered."""
    columns = (draft.column(name) for name in ("answers", "base", "percent"))
    for record, (answers, base, percent) in enumerate(zip(*columns, strict=True)):
        if answers is None and base and percent is not None and percent <= 100:
            fitting = [k for k in range(base + 1) if abs(100 * k / base - percent) <= 0.5]
            draft.add("answers-from-percent", record, "answers", "",
                      choices=tuple(Choice(f"{k} из {base}", str(k)) for k in fitting[:5]),
                      said=f"{shown(percent)} % из {base}")


def _bases(draft: Draft) -> None:
    """How many answered a question is one number for all its options."""
    first: dict[tuple, int] = {}
    schools = draft.body.values("school_id")
    keys = zip(*(draft.column(name) for name in _OF_QUESTION), strict=True)
    for record, (key, base) in enumerate(zip(keys, draft.column("base"), strict=True)):
        unsettled = draft.column("school_id")[record] is None and plain(schools[draft.origin[record]])
        before = record if base is None or unsettled else first.setdefault(key, record)
        if base is not None and draft.column("base")[before] != base:
            draft.add("bases-differ", record, "base", base, other=draft.column("base")[before],
                      where=draft.place(before, "base")[1])


def _positive(draft: Draft) -> None:
    """Where nobody has said which answers of a question with one choice are positive, it is asked once a scale, in
    a cell beside the table."""
    if draft.body.parts[0].grid.heading == COUNTED:
        return
    questions: dict[str, list[int]] = {}
    for record, question in enumerate(draft.column("question")):
        questions.setdefault(question or "", []).append(record)
    marks, options = draft.column("positive"), draft.column("option")
    rated, rows = [], []
    for question, records in questions.items():
        if not question or any(marks[record] or draft.column("several")[record] == "yes" for record in records):
            continue
        part = draft.body.parts[draft.body.of_part[draft.origin[records[0]]]]
        row, beside = draft.body.numbers[draft.origin[records[0]]], max(part.match.columns.values()) + 1
        listed = tuple(dict.fromkeys(options[record] for record in records if options[record]))
        rated.append(Rated(question, listed, *((part.grid.sheet, a1(row, beside + place)) for place in (0, 1))))
        rows.append(records)
    for records, positive in zip(rows, positive_of(rated, draft.known, draft.findings), strict=True):
        named = positive or frozenset()
        for record in records if positive is not None else ():
            marks[record] = "yes" if options[record] in named else "no"


def _speaks_of(draft: Draft) -> None:
    waves = set(draft.column("wave"))
    if len(waves) == 1 and (wave := waves.pop()):
        draft.period = wave
