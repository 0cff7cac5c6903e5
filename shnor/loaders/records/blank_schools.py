"""Rows without a school under rows that have one: the same school, or none? Never taken silently, asked once."""

from collections.abc import Iterable

from shnor.datasets import Spot, column_letters
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice

AS_ABOVE = "все пустые — как выше"
SHOWN = 6


def ask_blank_schools(draft: Draft, blank: Iterable[int], other: Choice | None) -> None:
    """blank: records whose cell of the school is empty. other: what else an empty cell may mean here."""
    schools, names = draft.column("school_id"), {one.school_id: one.name for one in draft.known.schools}
    blank, above, last = set(blank), {}, -1
    for record, school in enumerate(schools):
        last = record if school in names else -1 if school == "" else last
        if record in blank and last >= 0 and draft.answers.get(draft.place(record, "school_id")) != KEEP:
            above[record] = last
    if len(above) == 1:
        [(record, last)] = above.items()
        name = names[schools[last]]
        draft.add("school-blank", record, "school_id", choices=(Choice(name, name), *([other] if other else [])),
                  above=name)
        draft.findings.insist("school-blank", *draft.place(record, "school_id"))
    elif above:
        _ask_together(draft, above, other)


def _ask_together(draft: Draft, above: dict[int, int], other: Choice | None) -> None:
    first, places = min(above), [draft.place(record, "school_id") for record in above]
    (sheet, cell), schools = places[0], draft.column("school_id")
    column = draft.body.parts[draft.body.of_part[draft.origin[first]]].match.columns["school_id"]
    topic = f"пустые ячейки «Школа», столбец {column_letters(column)}"
    answer = draft.answers.get((sheet, topic))
    if answer == AS_ABOVE:
        for record, last in above.items():
            schools[record] = schools[last]
            draft.row_spots["school_id", draft.origin[record]] = (Spot(draft.place(last, "school_id")[1]),)
    elif answer != KEEP:
        name = next(one.name for one in draft.known.schools if one.school_id == schools[above[first]])
        listed = ", ".join(cell for _, cell in places[:SHOWN]) + (" и ниже" if len(places) > SHOWN else "")
        choices = (Choice(f"{AS_ABOVE.capitalize()}", AS_ABOVE), *([other] if other else []))
        draft.findings.add("schools-blank", sheet, cell, "", choices, topic=topic, listed=listed, above=name,
                           column=draft.body.kind["school_id"].title)
        for place in places:
            draft.findings.silence(*place)
