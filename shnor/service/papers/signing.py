"""A справка that was signed: kept with all it was made of, made again from that, held against what the base says
now; what a draft of the same period says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from difflib import SequenceMatcher
from itertools import zip_longest

from shnor import __version__, wording
from shnor.papers import Inputs, Papers, Signed
from shnor.reports.papers.blocks import Moved, Own, Paper, Paragraph, Table, Tasks
from shnor.reports.papers.laid import task_words
from shnor.service.papers import note, report
from shnor.service.papers.writing import Asked, Kept
from shnor.store import Store

GONE, NEW = "было: ", "стало: "
MOST = 40
"""So many lines that differ are told."""


@dataclass(frozen=True)
class Changes:
    """What the base says otherwise since. lines: the old one before the new one; count: of lines of the paper, one that
    was changed is one."""

    lines: tuple[str, ...] = ()
    count: int = 0


def keep(papers: Papers, store: Store, asked: Asked, kept: Kept, paper: Paper, *, by: str) -> Signed:
    """The clean copy as it is handed out at this moment."""
    template = papers.templates.now()
    inputs = Inputs(asked.period, asked.day.isoformat(), store.state, asked.school, paper.version, __version__,
                    kept.paragraphs, kept.answers, kept.particulars, dict(kept.said),
                    template.data if template else None, tuple(lines(paper)), paper.label,
                    paper.moved.words if paper.moved else "")
    return papers.signed.keep("note", paper.title, inputs, report.docx(paper, template=inputs.template), by=by)


def again(store: Store, signed: Signed, *, now: bool = False) -> Paper:
    """The paper from its inputs. now: from the newest state of the base instead of the one it was made of."""
    told = signed.inputs
    kept = Kept(told.paragraphs, told.answers, told.particulars, tuple(sorted(told.names.items())))
    asked = Asked(told.period, date.fromisoformat(told.day), told.school)
    with store.view(state=None if now else told.state) as view:
        paper = note.build(view, asked, kept, label=told.label)
    return replace(paper, moved=Moved(told.moved) if told.moved else None)


def same(store: Store, signed: Signed) -> bool | None:
    """Whether its inputs give the same bytes again; None: another version of the program or of the sentences made it,
    so that cannot be asked. Slow: the paper is made."""
    if not _of_this_version(signed):
        return None
    return report.docx(again(store, signed), template=signed.inputs.template) == signed.data


def changes(store: Store, signed: Signed) -> Changes:
    """Slow where the base has changed: the paper is made; of another version of the program twice, so that new words
    are not taken for new data."""
    if store.state == signed.inputs.state:
        return Changes()
    before = signed.inputs.parts if _of_this_version(signed) else tuple(lines(again(store, signed)))
    return differences(before, tuple(lines(again(store, signed, now=True))))


def _of_this_version(signed: Signed) -> bool:
    return (signed.inputs.program, signed.inputs.sentences) == (__version__, note.VERSION)


def before(papers: Papers, asked: Asked) -> Signed | None:
    """The newest signed paper of the same period and school."""
    return next((one for one in papers.signed.all() if (one.inputs.period, one.inputs.school) == (
        asked.period, asked.school)), None)


def moved(signed: Signed, found: Changes, zone: tzinfo) -> Moved | None:
    """What a paper says of one that was signed before it; None while the data are the same."""
    if not found.count:
        return None
    told = f"подписана {wording.day(signed.moment.astimezone(zone).date())}; с тех пор данные изменились"
    return Moved(f"Справка {told}: {wording.counted(found.count, 'строка')}", found.lines)


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


def differences(before: Sequence[str], now: Sequence[str]) -> Changes:
    """Lines that are another now; of many the first ones and how many more."""
    told, count = [], 0
    for action, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if action != "equal":
            pairs = zip_longest(before[a:b], now[c:d])
            told += [f"{sign}{one}" for pair in pairs for sign, one in zip((GONE, NEW), pair, strict=True) if one]
            count += max(b - a, d - c)
    more = [f"и ещё {wording.counted(len(told) - MOST, 'строка')}"] if len(told) > MOST else []
    return Changes((*told[:MOST], *more), count)
