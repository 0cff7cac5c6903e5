"""What is asked of a paragraph of the centre before its paper is signed: a year copied from another paper, a school
nobody knows, a placeholder that stayed, a paragraph that stands twice, a figure the base knows differently.

A doubt is a question to the centre and no error: the paragraph is printed as it was written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shnor import wording
from shnor.datasets.paragraphs import IN_SCHOOL_YEAR, OF_A_DAY, SCHOOL, YEAR
from shnor.nouns import NOUNS
from shnor.papers import Own
from shnor.reports.papers.blocks import Paper, Paragraph, Table
from shnor.sentences.pieces import Number
from shnor.service.papers.writing import Writing

_COUNTED = re.compile(r"(?<![\d№,.–-])(?<!№ )(\d{1,3}(?: \d{3})*|\d+) ([а-яё-]+(?: [а-яё-]+)?)")
_PERCENT = re.compile(r"(\d+(?:,\d+)?) ?%")


@dataclass(frozen=True)
class Known:
    """What the paper knows. years: a text may name. counts: word of NOUNS → numbers the paper tells of it. percents:
    as they are printed. schools: number → names of the register."""

    year: int
    years: frozenset[int]
    counts: Mapping[str, frozenset[str]]
    percents: frozenset[str]
    schools: Mapping[str, tuple[str, ...]]


def known(writing: Writing, paper: Paper) -> Known:
    told = list(_told(paper))
    counts: dict[str, set[str]] = {}
    for text in told:
        for number, word in _counted(text):
            counts.setdefault(word, set()).add(number)
    schools: dict[str, list[str]] = {}
    for card in writing.cards.values():
        schools.setdefault(str(card.number or ""), []).append(card.name)
    year = paper.last.year
    return Known(year, frozenset({paper.first.year, year, year + 1}), {
        word: frozenset(some) for word, some in counts.items()},
        frozenset(found for text in told for found in _PERCENT.findall(plain(text))),
        {number: tuple(names) for number, names in schools.items()})


def _told(paper: Paper) -> Iterator[str]:
    """Every sentence and cell of the paper that is counted."""
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from (sentence.text for sentence in block.sentences)
            elif isinstance(block, Table):
                yield from (cell.text for row in block.rows for cell in row if isinstance(cell, Number))


def doubts(own: Own, text: str, asked: tuple[str, ...], known: Known, *, repeated: bool = False) -> tuple[str, ...]:
    """In words, one a doubt. text: of the paragraph with its placeholders filled; asked: what these ask."""
    found = [*asked, *_years(text, known), *_schools(text, known), *_figures(text, known)]
    if own.year < known.year:
        found.append(f"Абзац взят из бумаги за {own.year} год: прочитайте и подтвердите, что он подходит.")
    if repeated:
        found.append("Такой же абзац уже стоит в этой бумаге.")
    return tuple(dict.fromkeys(found))


def plain(text: str) -> str:
    """With plain spaces, to compare."""
    return " ".join(text.replace(wording.NBSP, " ").split())


def _years(text: str, known: Known) -> Iterator[str]:
    """Years that are not of the paper; the year of a day or of a school year is one of a document."""
    bare = re.sub(OF_A_DAY, " ", re.sub(IN_SCHOOL_YEAR, " ", plain(text)))
    for found in re.finditer(YEAR, bare):
        if int(found["year"]) not in known.years:
            yield f"{wording.quoted(found[0].strip())} в бумаге за {known.year} год: так и должно быть?"


def _schools(text: str, known: Known) -> Iterator[str]:
    for found in re.finditer(SCHOOL, plain(text)):
        names = known.schools.get(found["number"], ())
        written = plain(found[0])
        if not names:
            yield f"{wording.quoted(written)}: школы с таким номером в реестре нет."
        elif found["form"] and not any(written in plain(name) for name in names):
            yield f"{wording.quoted(written)}: в реестре {wording.listed([plain(name) for name in names])}."


def _figures(text: str, known: Known) -> Iterator[str]:
    for number, word in _counted(text):
        told = known.counts.get(word, frozenset())
        if told and number not in told:
            listed = wording.listed(sorted(told, key=lambda one: int(one.replace(" ", ""))))
            yield f"{wording.quoted(f'{number} {word}')}: по базе иначе, в этой бумаге {listed}."
    for percent in _PERCENT.findall(plain(text)):
        if percent not in known.percents:
            yield f"«{percent}{wording.NBSP}%»: такой доли программа не посчитала."


def _counted(text: str) -> Iterator[tuple[str, str]]:
    """Number and the word of NOUNS it counts: «47 педагогов» → «47», «педагог»."""
    for number, words in _COUNTED.findall(plain(text)):
        word = _FORMS.get(words) or _FORMS.get(words.partition(" ")[0])
        if word:
            yield number, word


_FORMS: dict[str, str] = {form: word for word, forms in NOUNS.items() if word not in ("год", "месяц", "день", "час")
                          for form in (*forms.singular, *forms.plural, forms.paucal) if form}
