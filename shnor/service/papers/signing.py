"""A справка that was signed: kept with all it was made of, made again from that, held against what the base says
now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from shnor import __version__, wording
from shnor.papers import Inputs, Papers, Signed
from shnor.reports.papers.blocks import Own, Paper, Paragraph, Table, Tasks
from shnor.reports.papers.laid import task_words
from shnor.service.papers import note, report
from shnor.service.papers.writing import Asked, Kept
from shnor.store import Store

GONE, NEW = "было: ", "стало: "
MOST = 40
"""So many lines that differ are told."""


@dataclass(frozen=True)
class Held:
    """A signed paper held against today. same: made again from its inputs it gives the same bytes; None: it was made by
    another version of the program or of the sentences, so that cannot be asked. changed: what the base says otherwise
    since, line by line."""

    signed: Signed
    same: bool | None
    changed: tuple[str, ...]


def keep(papers: Papers, store: Store, asked: Asked, kept: Kept, paper: Paper, *, by: str) -> Signed:
    """The clean copy as it is handed out at this moment."""
    template = papers.templates.now()
    inputs = Inputs(asked.period, asked.day.isoformat(), store.state, asked.school, paper.version, __version__,
                    kept.paragraphs, kept.answers, kept.particulars, dict(kept.said),
                    template.data if template else None, tuple(lines(paper)), paper.label)
    return papers.signed.keep("note", paper.title, inputs, report.docx(paper, template=inputs.template), by=by)


def again(store: Store, signed: Signed, *, now: bool = False) -> Paper:
    """The paper from its inputs. now: from the newest state of the base instead of the one it was made of."""
    told = signed.inputs
    kept = Kept(told.paragraphs, told.answers, told.particulars, tuple(sorted(told.names.items())))
    asked = Asked(told.period, date.fromisoformat(told.day), told.school)
    with store.view(state=None if now else told.state) as view:
        return note.build(view, asked, kept, label=told.label)


def held(store: Store, signed: Signed) -> Held:
    """See Held. Slow: the paper is made twice where the base has changed."""
    told = signed.inputs
    same = None
    if (told.program, told.sentences) == (__version__, note.VERSION):
        same = report.docx(again(store, signed), template=told.template) == signed.data
    changed = () if store.state == told.state else tuple(differences(told.parts, lines(again(store, signed, now=True))))
    return Held(signed, same, changed)


def lines(paper: Paper) -> Iterator[str]:
    """What is printed, a line a sentence, paragraph, row and task."""
    for section in paper.sections:
        for block in section.blocks:
            match block:
                case Own(text=text):
                    yield text
                case Paragraph(sentences=sentences):
                    yield from (sentence.text for sentence in sentences)
                case Table(rows=rows):
                    yield from (" · ".join(piece if isinstance(piece, str) else piece.text for piece in row)
                                for row in rows)
                case Tasks(tasks=tasks):
                    yield from (task_words(task, task.number) for task in tasks)


def differences(before: tuple[str, ...], after: Iterator[str]) -> Iterator[str]:
    """Lines that are another now, the old one before the new one; of many the first ones and how many more."""
    now = [*after]
    found = [said for action, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
             if action != "equal" for said in (*(f"{GONE}{one}" for one in before[a:b]),
                                               *(f"{NEW}{one}" for one in now[c:d]))]
    yield from found[:MOST]
    if len(found) > MOST:
        yield f"и ещё {wording.counted(len(found) - MOST, 'строка')}"
