"""Every text that somebody writes into the program passes one of these before it is stored: which one, is said by
`DOORS`, and every column of text of every file of ours stands there."""

from shnor.personal.masks import mask_people, mask_whole


def kept(text: str) -> str:
    """Without names, numbers, mail and telephones of people."""
    return mask_whole(text)[0]


def office(text: str) -> str:
    """The same of what schools call the centre by: its telephone and its mail stay."""
    return mask_people(text)[0]


def kept_line(text: str) -> str:
    """The same in one line. The door comes first: a word broken at the end of a line is whole to it alone."""
    return " ".join(kept(text).split())


SHEETS = "files: shnor/loaders/check.py, cells, sheets and titles before anything else sees them"
KEPT, OFFICE = "kept: where it is written", "office: where it is written"
ASKED = "asked: service/desk, where it is typed"
REFUSED = "refused: service/centre/setup.py, before it is written"
CODE = "no text of a person: a code, a moment, a number, a choice of ours"
TITLE = "a post («директор МБОУ ООШ № 5»), refused where it names a person: ui/screens/access, users.py"
OURS = "our own words"
AS_IT_CAME = "a file as it came: it is never read into the base, see README"
DOORS = {
    # a base: the journal and the files of its log; its tables of kinds and its grids come through the check of files
    "journal.who": TITLE, "journal.action": CODE, "journal.note": KEPT, "journal.preview_id": CODE,
    "uploads.file": SHEETS, "uploads.sha256": CODE, "uploads.kinds": CODE, "uploads.school": CODE,
    "uploads.period": CODE, "grids.sheet": SHEETS, "grids.content": SHEETS, "about.key": CODE, "about.value": REFUSED,
    "steps.name": CODE,
    # papers
    "paragraph.id": CODE, "paragraph.section": CODE, "paragraph.text": KEPT, "paragraph.changed": CODE,
    "paragraph.by": TITLE, "setting.name": CODE, "setting.value": OFFICE, "template.name": KEPT, "answer.id": CODE,
    "answer.question": KEPT, "answer.text": KEPT, "signed.id": CODE, "signed.moment": CODE, "signed.by": TITLE,
    "signed.kind": CODE, "signed.title": OURS, "signed.inputs": "what is stored here and in the base already",
    "signed.sha256": CODE, "form.id": CODE, "form.name": KEPT, "form.kind": CODE, "form.taken": CODE, "form.by": TITLE,
    "form.whom": KEPT, "form.due": KEPT, "form.cells": CODE, "form.data": AS_IT_CAME,
    # shows
    "show.id": CODE, "show.name": KEPT, "show.made": CODE, "show.changed": CODE, "show.by": TITLE, "show.letters": CODE,
    "show.items": KEPT, "show.knowingly": TITLE, "drawing.show": CODE, "drawing.id": CODE, "drawing.kind": CODE,
    "look.name": KEPT, "told.show": CODE, "told.cell": CODE, "told.schools": CODE,
    # desks of schools
    "draft.school": CODE, "draft.month": CODE, "draft.cell": CODE, "draft.value": KEPT, "draft.at": CODE,
    "draft.by": TITLE, "sent.school": CODE, "sent.month": CODE, "sent.way": CODE, "sent.file": KEPT, "sent.state": CODE,
    "sent.by": TITLE, "sent.begun": CODE, "sent.at": CODE, "sent.closed": CODE, "sent.closed_by": TITLE,
    "sent.note": KEPT, "sent.data": AS_IT_CAME, "answer.sheet": CODE, "answer.cell": CODE, "answer.value": ASKED,
    "answer.at": CODE, "seen.school": CODE, "seen.what": CODE, "seen.at": CODE, "seen.by": TITLE,
    # accesses
    "person.login": TITLE, "person.title": TITLE, "person.role": CODE, "person.password": CODE, "person.made": CODE,
    "person_school.school": CODE, "link.made": CODE, "link.until": CODE, "link.used": CODE, "session.made": CODE,
    "session.seen": CODE, "session.until": CODE, "session.ended": CODE, "session.address": CODE, "try.at": CODE,
    "try.login": CODE, "try.address": CODE, "journal.at": CODE, "journal.by": TITLE, "journal.deed": OURS,
    "journal.about": TITLE}
"""Table and column → the door its texts pass."""
