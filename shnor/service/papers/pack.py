"""«Справки всех школ»: a clean copy for each school of the list, or for each that is helped, in one zip."""

import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from shnor import periods, wording
from shnor.errors import NotAllowed, ShnorError
from shnor.papers import Papers
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.rows import current, only
from shnor.service.month.workbook import bare_words
from shnor.service.papers import keeping, kinds, note, report
from shnor.service.papers.writing import KINDS, Asked, Kept, Writing, opened
from shnor.store import Store, View

Whose = Literal["list", "helped"]
WHOSE: Mapping[Whose, str] = {"list": "школы перечня", "helped": "все школы, которым помогают"}
"""Of which schools: on the list on the last day that is counted, or with any status on that day."""
READ = ("roadmap", "progress", "courses", "staff", "surveys", "results")
"""Kinds whose rows, each of one school, nearly every paper tells of: where they were read is asked at once."""
TOLD = "Что в архиве.txt"
NOBODY = "Справки делать не о ком: {whose} на этот период не указаны. Примите перечни и статусы школ."
BROKEN = "не сделана из-за ошибки программы: откройте справку этой школы на странице «Справки» и сообщите, что увидите"
_MOMENT = (2020, 1, 1, 0, 0, 0)
Progress = Callable[[int, int], object]
"""Called with how many papers are made or given up, and how many there will be."""


@dataclass(frozen=True)
class Packed:
    """made: names of the files, by school. left: school → why it has no paper."""

    made: tuple[str, ...]
    left: Mapping[str, str]


def nothing(done: int, whole: int) -> None:
    """Nobody waits to see how far it is."""


def recipients(writing: Writing, whose: Whose) -> list[SchoolCard]:
    """By number."""
    return [card for card in writing.cards.values() if (card.on_list if whose == "list" else card.statuses)]


def pack(view: View, asked: Asked, kept: Kept, into: BinaryIO, *, whose: Whose = "list", template: bytes | None = None,
         label: str = "", progress: Progress = nothing) -> Packed:
    """The zip, written as its papers are made. asked: its school does not count. The same view and arguments give the
    same bytes. Raises NotAllowed for who is no coordinator, ShnorError where there is no school, ValueError for an
    unknown period."""
    if view.scope.role != "coordinator":
        raise NotAllowed(note.NOT_YOURS)
    writing = opened(view, asked, kept)
    cards = recipients(writing, whose)
    if not cards:
        raise ShnorError(NOBODY.format(whose=WHOSE[whose]))
    _read(view, {card.school_id for card in cards})
    left: dict[str, str] = {}
    names = _names(cards, asked)
    progress(0, len(cards))
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, card in enumerate(cards, start=1):
            try:
                data = report.docx(note.written(writing.of(card.school_id), label=label), template=template)
            except Exception as error:  # the others are made all the same, and this one is named
                left[card.school_id] = _why(error)
            else:
                _put(archive, names[card.school_id], data)
            progress(place, len(cards))
        made = tuple(names[card.school_id] for card in cards if card.school_id not in left)
        told = "\r\n".join(_told(asked, whose, cards, left, label))
        _put(archive, TOLD, told.encode("utf-8-sig"))
    return Packed(made, {writing.cards[code].name: why for code, why in left.items()})


def of_base(store: Store, asked: Asked, now: Callable[[], datetime], out: Path, *, invented: bool) -> Packed:
    """Of a base in a file into a file; what the centre keeps for its papers is beside the base. Raises as `pack`."""
    assert store.path, "a base in memory has nothing beside it"
    if asked.whole.kind not in KINDS:
        raise ShnorError(f"Справка делается {kinds.OF_YEARS}.")
    about, into = store.about(), BytesIO()
    with closing(Papers(store.path, now)) as papers, store.view() as view:
        template = papers.templates.now()
        packed = pack(view, asked, keeping.kept(papers, about), into, template=template.data if template else None,
                      label=report.label(invented))
    out.write_bytes(into.getvalue())  # a refusal leaves what was there
    return packed


def file_name(school: str, period: str) -> str:
    """«Справка, СОШ № 5, 2026 год.docx»."""
    return f"Справка, {' '.join(bare_words(school))}, {_period(period)}.docx"


def _period(code: str) -> str:
    """Without the sign no file system takes."""
    return periods.parse(code).title.replace("/", "–")


def _names(cards: Iterable[SchoolCard], asked: Asked) -> dict[str, str]:
    """Code → name of the file; schools of one name are told apart by their codes."""
    names: dict[str, str] = {}
    for card in cards:
        name = file_name(card.name, asked.period)
        taken = {one.casefold() for one in names.values()}
        names[card.school_id] = file_name(f"{card.name} ({card.school_id})", asked.period) \
            if name.casefold() in taken else name
    return names


def _read(view: View, schools: set[str]) -> None:
    """The view keeps where rows were read."""
    for kind in READ:
        view.origins(only(current(view, kind), school_id=tuple(sorted(schools)))["src"].to_pylist())


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _why(error: Exception) -> str:
    """Of what the program did not expect only its kind is logged: messages may quote cells."""
    if isinstance(error, ShnorError):
        return str(error)
    logging.getLogger(__name__).error("a paper of a pack: %s", type(error).__name__)
    return BROKEN


def _told(asked: Asked, whose: Whose, cards: list[SchoolCard], left: Mapping[str, str], label: str) -> Iterator[str]:
    """What is in the zip and what is not, for who opens it."""
    yield f"Справки за период «{_period(asked.period)}», на {wording.day(asked.day)}: {WHOSE[whose]}."
    yield f"В архиве {wording.counted(len(cards) - len(left), 'справка')} из {wording.number(len(cards))}."
    if label:
        yield f"{label}."
    for card in cards:
        if card.school_id in left:
            yield f"Нет справки: {card.name} — {left[card.school_id]}"
