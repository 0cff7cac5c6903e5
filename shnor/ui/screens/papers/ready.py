"""How much of the draft is there, section by section: the first thing on the page, and the way to each section."""

from markupsafe import Markup

from shnor import wording
from shnor.reports.papers.blocks import Own, Paper, Paragraph, Section, Table, Tasks
from shnor.sentences.pieces import Number
from shnor.service.papers import note
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block
from shnor.ui.kit.html import Link, joined, tag
from shnor.ui.run.session import Session

ID = "papers-ready"
HEAD = ("Раздел", "Показателей", "Не хватает", "Вопросы к абзацам")
SECTION = "section"


def draw(session: Session, paper: Paper, shown: Section) -> None:
    rows = tuple((_link(one, ""), figures(one), len(one.missing), doubts(one)) for one in paper.sections)
    framed = Block(ID, "Разделы: что готово", "", paper.day, "база и абзацы центра", HEAD, rows, (1, 2, 3))
    most = max((figures(one) + len(one.missing) for one in paper.sections), default=1) or 1
    body = joined(_line(one, shown, most) for one in paper.sections)
    block.picture(session, framed, tag("<div class='shnor-picture shnor-ready'>{}</div>", body))


def figures(section: Section) -> int:
    """Numbers that have a source."""
    found = 0
    for one in section.blocks:
        if isinstance(one, Paragraph):
            found += sum(bool(number.source) for sentence in one.sentences for number in sentence.numbers)
        elif isinstance(one, Table):
            found += sum(isinstance(cell, Number) and cell.source is not None for row in one.rows for cell in row)
        elif isinstance(one, Tasks):
            found += len(one.tasks)
    return found


def doubts(section: Section) -> int:
    """Paragraphs of the centre of which something is asked."""
    return sum(bool(one.doubts) for one in section.blocks if isinstance(one, Own))


def _link(section: Section, mark: str) -> Link:
    return Link(title(section), "papers", ((SECTION, section.id),), mark)


def title(section: Section) -> str:
    return section.title or note.SECTIONS[section.id]


def _line(section: Section, shown: Section, most: int) -> Markup:
    """A bar as long as the section has figures, the missing ones hatched at its end."""
    there, absent, asked = figures(section), len(section.missing), doubts(section)
    said = [f"готово {wording.number(there)}"] if there else []
    said += [f"не хватает {wording.number(absent)}"] if absent else []
    said += [wording.counted(asked, "вопрос")] if asked else []
    sign = "✔" if not absent and not asked else "?" if not absent else "◐" if there else "○"
    bars = tag("<i class='there' style='flex:{}'></i><i class='absent' style='flex:{}'></i>"
               "<i style='flex:{}'></i>", there, absent, most - there - absent)
    return tag("<div class='{}'><b>{}</b>{} <small>{}</small><span class='bars'>{}</span></div>",
               "now" if section.id == shown.id else "", sign, html.cell(_link(section, "name")),
               ", ".join(said) or "всё готово", bars)
