"""Who helps a school, after reading: the role by its words or by the header, posts without the names of people."""

from collections.abc import Iterator

from shnor.datasets.support_roles import ROLE_STEMS, ROLES
from shnor.loaders.kinds.derived import (
    OTHER,
    by_words,
    header_of,
    said_above,
    settle_list,
    settle_school,
    without_people,
)
from shnor.loaders.records.above import only
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.subjects import one_form


def finish(draft: Draft) -> None:
    """A role no column tells stands in the header («Наставник») or in the title; a helper who was only named is told
    apart by a number."""
    settle_school(draft)
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    _roles(draft)
    without_people(draft, ["who"])
    _unnamed(draft)
    settle_list(draft, "role", "role_id", ROLE_STEMS)


def _roles(draft: Draft) -> None:
    if draft.body.tells("role"):
        return
    said = by_words(header_of(draft, "who"), ROLE_STEMS)
    if said in (None, OTHER):
        said = only({by_words(line, ROLE_STEMS) for line in said_above(draft)} - {OTHER, None})
    draft.columns["role"] = [role or (ROLES[said] if said else None) for role in draft.column("role")]


def _unnamed(draft: Draft) -> None:
    """«наставник», «наставник 2»: rows whose helper was a name, which is not kept."""
    met: dict[tuple, int] = {}
    who, schools, roles = draft.column("who"), draft.column("school_id"), draft.column("role")
    for record in _named(draft):
        if who[record] is None:
            role = roles[record] or ROLES["other"]
            count = met[schools[record], role] = met.get((schools[record], role), 0) + 1
            who[record] = role if count == 1 else f"{role} {count}"


def _named(draft: Draft) -> Iterator[int]:
    """Records whose row named somebody."""
    persons, written = draft.body.persons, draft.body.values("who")
    for record, row in enumerate(draft.origin):
        if (persons and persons[row]) or written[row]:
            yield record
