"""«Листок к совещанию»: one page for who opens a meeting, of the same sentences as the справка, the longest of them cut
to what they say first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from shnor import wording
from shnor.datasets.months import MONTH_FORMS
from shnor.datasets.paragraphs import UNTIL
from shnor.papers import Answer
from shnor.reports.papers.blocks import Block, Own, Paper, Paragraph, Picture, Section, Table
from shnor.sentences import sheet as patterns
from shnor.sentences.pieces import Amount, Number, Sentence, Sentences, Share
from shnor.service.pages import courses
from shnor.service.papers import note, quoted
from shnor.service.papers.checks import plain
from shnor.service.papers.writing import Asked, Kept, Writing, opened
from shnor.store import View

TITLE = "Школы с низкими образовательными результатами: коротко"
NOTHING = "Сведений нет."
PARTS: Mapping[str, tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "count": ("Сколько", (("ground", ("entered_and_left",)),)),
    "children": ("Дети", (("results", ("share_changed", "stages")),)),
    "work": ("Работа", ()),
    "hard": ("Где трудно", (("results", ("markers",)), ("roadmap", ("not_done", "no_word")))),
}
"""Id of a part → its title, and from which sections of the справка which patterns are taken."""
FIRST, LAST = ("share_changed", "stages"), ("entered_and_left",)
"""Of these one is enough for a page: the first subject, how the list changes next."""
ASKED, ANSWERED = "Что прошу решить", "Если спросят"
VACANCIES, SUBJECTS, NAMED = "Вакансии", 4, 12
"""So many subjects with vacancies, so many schools are named."""
SIGNS = "признаки"
"""A sentence of a list of signs begins here: whose list it is stands in the справка."""


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Raises as `note.build`."""
    whole, writing = note.build(view, asked, kept, label=label), opened(view, asked, kept)
    told = {id: [*_taken(whole, id)] for id in PARTS}
    told["count"] = [*_on_list(whole, writing), *told["count"]]
    told["children"] = [_brief(one) for one in told["children"]]
    told["work"] = [*_carried_out(whole), *_courses(whole)]
    told["hard"] = [*patterns.lettered([*_vacancies(writing), *(
        patterns.begun(patterns.short(_by_number(one)), SIGNS) for one in told["hard"])])]
    sections = [_part(whole, id, told[id]) for id in PARTS]
    place = kept.about.get("municipality", "")
    return replace(whole, kind="sheet", title=f"{TITLE}, на {wording.day(asked.day)}",
                   sections=(*sections, *_by_hand(kept.answers)), requisites=replace(whole.requisites, place=place))


def past(text: str, day: date) -> bool:
    """Whether an answer promises something by a day that is not ahead any more."""
    said = plain(text).lower()
    found = [(year, place, number) for place, form in enumerate(MONTH_FORMS, 1)
             for number, year in re.findall(rf"{UNTIL}(\d{{1,2}}) {form}\b(?: (20\d\d))?", said)]
    found += [(year, int(month), number) for number, month, year in re.findall(
        rf"{UNTIL}(\d{{1,2}})\.(\d{{1,2}})\.(20\d\d)?", said)]
    return any((int(year or day.year), month, int(number)) <= (day.year, day.month, day.day)
               for year, month, number in found)


def _part(whole: Paper, id: str, told: list[Sentence]) -> Section:
    """Of difficulties each in a line of its own."""
    lines = [(one,) for one in told] if id == "hard" else [tuple(told)] if told else []
    blocks: list[Block] = [Paragraph(line) for line in lines] or [Own("none", NOTHING)]
    return Section(id, PARTS[id][0], (*blocks, *(_picture(whole) if id == "children" else ())), numbered=False)


def _taken(whole: Paper, id: str) -> Iterator[Sentence]:
    for section, names in PARTS[id][1]:
        yield from _sentences(whole, section, names)


def _sentences(whole: Paper, id: str, names: tuple[str, ...]) -> Iterator[Sentence]:
    """In the order of the справка; what one of stands for all is taken once."""
    told = [sentence for one in _of(whole, id).blocks if isinstance(one, Paragraph) for sentence in one.sentences
            if sentence.pattern in names]
    first = {one.pattern: one for one in reversed(told)}
    last = {one.pattern: one for one in told}
    for sentence in told:
        name = sentence.pattern
        if (name not in FIRST or sentence is first[name]) and (name not in LAST or sentence is last[name]):
            yield sentence


def _of(whole: Paper, id: str) -> Section:
    return next(one for one in whole.sections if one.id == id)


def _on_list(whole: Paper, writing: Writing) -> Sentences:
    """How many schools, of how many that stand on their own; who they are is said in the справка."""
    if writing.asked.school:
        return tuple(_sentences(whole, "ground", ("since",)))
    included = next(_sentences(whole, "ground", ("included",)), None)
    source = next((one.source for one in included.numbers if one.source), None) if included else None
    own = sum(card.joined is None for card in writing.cards.values())
    numbers = [writing.cards[code].number for code in writing.listed]
    known = [one for one in numbers if one]
    named = known if len({*known}) == len(numbers) <= NAMED else []
    return patterns.on_list(writing.last.year, Amount(len(numbers) or None, source), own, named)


def _brief(sentence: Sentence) -> Sentence:
    """Without what a conclusion rests on: that is said in the справка."""
    *before, last = sentence.pieces
    if sentence.pattern != "share_changed" or not isinstance(last, str) or ": " not in last:
        return sentence
    return replace(sentence, pieces=(*before, f"{last.partition(': ')[0]}."))


def _by_number(sentence: Sentence) -> Sentence:
    """What was not done by the numbers of the roadmap alone: there is no room for its names."""
    start = sentence.text.partition(": ")[0]
    if sentence.pattern != "not_done" or f"(п.{wording.NBSP}" not in sentence.text:
        return sentence
    numbers = ", ".join(number.text for number in sentence.numbers if not number.source)
    counted = sentence.numbers[0]
    before, _, after = start.partition(counted.text)
    return replace(sentence, pieces=(before, counted, f"{after}: ", Number(numbers), "."))


def _carried_out(whole: Paper) -> Sentences:
    """Of each plan the paper tells of, together; where no sentence tells how many were due, its table of deadlines
    does."""
    tables = [one for one in _of(whole, "roadmap").blocks if isinstance(one, Table)]
    due = [*_numbers(whole, "roadmap", "due")[-1:], *_numbers(whole, "roadmap", "due_within")] or [
        cell for one in tables[:1] for cell in one.rows[0] if isinstance(cell, Number) and cell.source]
    done = [sentence.numbers[0] for sentence in _sentences(whole, "roadmap", ("done_parts",))
            if sentence.text.startswith("Выполнено ")]
    if not due or not done:
        return ()
    come, made = (quoted.together(one[0].source.title if one[0].source else "", *map(_amount, one))
                  for one in (due, done))
    return patterns.carried_out(come, made)


def _courses(whole: Paper) -> Sentences:
    told = _numbers(whole, "courses", "finished")
    source = told[0].source if told else None
    short = patterns.courses_done(Share(source.numerator, source.denominator, source)) if source else ()
    return short or tuple(_sentences(whole, "courses", ("finished",)))


def _numbers(whole: Paper, section: str, name: str) -> list[Number]:
    """Those of a pattern that have a source."""
    return [one for sentence in _sentences(whole, section, (name,)) for one in sentence.numbers if one.source]


def _amount(number: Number) -> Amount:
    return Amount(number.source.numerator if number.source else None, number.source)


def _picture(whole: Paper) -> tuple[Block, ...]:
    return tuple(one for one in _of(whole, "results").blocks if isinstance(one, Picture))[:1]


def _vacancies(writing: Writing) -> Sentences:
    """Posts nobody fills, as the newest lists of staff say, and of which subjects most."""
    if writing.asked.school:
        return ()
    page = courses.build(writing.view, day=writing.last)
    if not page.vacancies:
        return ()
    source = quoted.source(writing.view, "staff_people", day=writing.last, where={**page.where}, title=VACANCIES)
    total = sum(one.posts for one in page.vacancies)
    return patterns.vacancies(Amount(_whole(total), source), [
        (one.subject, Amount(_whole(one.posts), source)) for one in page.vacancies[:SUBJECTS]])


def _whole(posts: Decimal | int) -> int | float:
    return int(posts) if posts == int(posts) else float(posts)


def _by_hand(answers: tuple[Answer, ...]) -> tuple[Section, Section]:
    """What only the head can say; without a line there is room to write."""
    asked = [one.text for one in answers if not one.question]
    lines = "\n".join(f"{number}) {text.rstrip('.;')};" for number, text in enumerate(asked, 1))
    said = "\n".join(f"«{one.question}» {wording.LONG_DASH} {one.text}" for one in answers if one.question)
    return (Section("ask", ASKED, (Own("ask", f"{lines.removesuffix(';')}."),) if asked else (), numbered=False),
            Section("answers", ANSWERED, (Own("answers", said),) if said else (), numbered=False))
