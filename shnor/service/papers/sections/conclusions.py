"""VIII. What follows from the figures: the centre's own words, no machine draws them."""

from shnor.reports.papers.blocks import Missing, Section
from shnor.service.papers.writing import Writing

ID, TITLE = "conclusions", "Выводы"
FORM = "Абзацы центра"


def section(writing: Writing) -> Section:
    """Its paragraphs are put in their places with those of the other sections."""
    written = any(one.shown and one.section == ID for one in writing.kept.paragraphs)
    return Section(ID, TITLE, (), () if written else (Missing("Выводы не написаны: добавьте абзац центра", FORM,
                                                              "papers"),))
