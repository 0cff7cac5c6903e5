"""What a register of schools needs after reading: every school once, with a name of its own."""

import re

from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.schools import key

_WORD = re.compile(r"[^\W\d_]{3,}")
_LOGIN = re.compile(r"(?:edu|sch)\d+", re.I)


def finish(draft: Draft) -> None:
    """Pupils, classes and workers of a school have its name too: rows of one name with different codes are no schools.
    A school that is known under another code would become two."""
    codes, names = draft.column("school_id"), draft.column("name")
    known = {key(school.name): school for school in draft.known.schools}
    own = {school.school_id for school in draft.known.schools}
    first: dict[str, int] = {}
    for record, (code, name) in enumerate(zip(codes, names, strict=True)):
        if name is None or code is None:
            continue
        text = key(name)
        before = first.setdefault(text, record)
        if not _WORD.search(_LOGIN.sub("", name)):
            draft.add("register-no-name", record, "name", name)
        elif codes[before] != code:
            draft.add("register-name-twice", record, "name", name, of=codes[before],
                      other=draft.body.numbers[draft.origin[before]] + 1)
        elif text in known and code not in own and known[text].school_id not in codes:
            _ask(draft, record, plain(code), known[text].name, known[text].school_id)


def _ask(draft: Draft, record: int, written: str, school: str, code: str) -> None:
    choices = (Choice(code, code), Choice(f"Это другая школа, код {written}", KEEP))
    draft.add("register-other-code", record, "school_id", written, choices, school=school, of=code)
    draft.findings.insist("register-other-code", *draft.place(record, "school_id"))
