"""«Листок к совещанию»: one page for who opens a meeting, of the same sentences as the справка."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from shnor import wording
from shnor.papers import Answer
from shnor.reports.papers.blocks import Block, Own, Paper, Paragraph, Picture, Section, Table
from shnor.sentences.pieces import Number, Sentence
from shnor.service.pages import courses
from shnor.service.papers import note, quoted
from shnor.service.papers.writing import Asked, Kept, opened
from shnor.store import View

TITLE = "Школы с низкими образовательными результатами: коротко"
PARTS: Mapping[str, tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "count": ("Сколько", (("ground", ("included", "entered_and_left")),)),
    "children": ("Дети", (("results", ("share_changed", "stages")),)),
    "work": ("Работа", (("roadmap", ("due", "done_parts")), ("courses", ("finished",)))),
    "hard": ("Где трудно", (("roadmap", ("not_done", "no_word")), ("results", ("markers",)))),
}
"""Id of a part → its title, and from which sections of the справка which patterns are taken."""
FIRST, LAST = ("share_changed", "stages"), ("entered_and_left",)
"""Of these one is enough for a page: the first subject, how the list changes next (both lists stand before it)."""
ASKED, ANSWERED = "Что прошу решить", "Если спросят"
VACANCIES = "Вакансии"


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Raises as `note.build`."""
    whole = note.build(view, asked, kept, label=label)
    sections = [_part(whole, id) for id in PARTS]
    sections[1] = replace(sections[1], blocks=(*sections[1].blocks, *_picture(whole)))
    if vacancies := _vacancies(view, asked, kept):
        sections[3] = replace(sections[3], blocks=(*sections[3].blocks, vacancies))
    place = kept.about.get("municipality", "")
    return replace(whole, kind="sheet", title=f"{TITLE}, на {wording.day(asked.day)}",
                   sections=(*sections, *_by_hand(kept.answers)), requisites=replace(whole.requisites, place=place))


def _part(whole: Paper, id: str) -> Section:
    title, taken = PARTS[id]
    sentences = tuple(one for section, patterns in taken for one in _sentences(whole, section, patterns))
    return Section(id, title, (Paragraph(sentences),) if sentences else (), numbered=False)


def _sentences(whole: Paper, id: str, patterns: tuple[str, ...]) -> Iterator[Sentence]:
    """In the order of the справка; what one of stands for all is taken once."""
    told = [sentence for one in _of(whole, id).blocks if isinstance(one, Paragraph) for sentence in one.sentences
            if sentence.pattern in patterns]
    first = {one.pattern: one for one in reversed(told)}
    last = {one.pattern: one for one in told}
    for sentence in told:
        name = sentence.pattern
        if (name not in FIRST or sentence is first[name]) and (name not in LAST or sentence is last[name]):
            yield sentence


def _of(whole: Paper, id: str) -> Section:
    return next(one for one in whole.sections if one.id == id)


def _picture(whole: Paper) -> tuple[Block, ...]:
    return tuple(one for one in _of(whole, "results").blocks if isinstance(one, Picture))[:1]


def _vacancies(view: View, asked: Asked, kept: Kept) -> Table | None:
    """Posts nobody fills, by subject, as the newest lists of staff say."""
    writing = opened(view, asked, kept)
    if asked.school:
        return None
    page = courses.build(view, day=writing.last)
    if not page.vacancies:
        return None
    source = quoted.source(view, "staff_people", day=writing.last, where={**page.where}, title=VACANCIES)
    rows = tuple((wording.capital(one.subject), Number(wording.number(one.posts), source)) for one in page.vacancies)
    return Table(VACANCIES, ("Предмет", "Ставок"), rows, page.staff_set)


def _by_hand(answers: tuple[Answer, ...]) -> tuple[Section, Section]:
    """What only the head can say; without a line there is room to write."""
    asked = [one.text for one in answers if not one.question]
    lines = "\n".join(f"{number}) {text.rstrip('.;')};" for number, text in enumerate(asked, 1))
    said = "\n".join(f"«{one.question}» {wording.LONG_DASH} {one.text}" for one in answers if one.question)
    return (Section("ask", ASKED, (Own("ask", f"{lines.removesuffix(';')}."),) if asked else (), numbered=False),
            Section("answers", ANSWERED, (Own("answers", said),) if said else (), numbered=False))
