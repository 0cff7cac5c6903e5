"""Paragraphs of the centre in their places, and what is asked of each before the paper is signed."""

from collections import Counter
from dataclasses import replace

from shnor.papers import Own as Kept
from shnor.reports.papers.blocks import Own, Paper, Section
from shnor.sentences.placeholders import filled
from shnor.service.papers import checks
from shnor.service.papers.sections import sign
from shnor.service.papers.values import values
from shnor.service.papers.writing import Writing


def placed(writing: Writing, paper: Paper) -> Paper:
    """Those that are shown, before or after the figures of their section."""
    there = {section.id for section in paper.sections if section.title or section.id == sign.ID}
    kept = [one for one in writing.kept.paragraphs if one.shown and one.section in there]
    put = values(writing)
    texts = {one.id: filled(one.text, put) for one in kept}
    repeated = Counter(checks.plain(text) for text, _ in texts.values())
    known = checks.known(writing, paper)
    made = {one.id: Own(one.id, texts[one.id][0], checks.doubts(
        one, *texts[one.id], known, repeated=repeated[checks.plain(texts[one.id][0])] > 1)) for one in kept}
    return replace(paper, sections=tuple(_with(section, kept, made) for section in paper.sections))


def _with(section: Section, kept: list[Kept], made: dict[str, Own]) -> Section:
    first, last = ([made[one.id] for one in kept if one.section == section.id and one.first == side]
                   for side in (True, False))
    return replace(section, blocks=(*first, *section.blocks, *last))
