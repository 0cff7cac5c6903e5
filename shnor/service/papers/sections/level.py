"""VII. The level of work of the two centres: worked out by the scale, or set by a protocol; never two."""

import re
from datetime import date
from typing import cast

from shnor.metrics.level import Level
from shnor.reports.papers.blocks import Missing, Paragraph, Section
from shnor.sentences import level as patterns
from shnor.sentences.pieces import Amount, Sentences, Share, Source
from shnor.service.pages import level
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "level", "Уровень работы"
FORM = "Пороги и шкалы"
WHOSE = {"МНЦ": "муниципального наставнического центра (МНЦ)",
         "МТКП": "муниципального тьюторского консультационного пункта (МТКП)"}
"""An abbreviation is explained where it is used first, and that is here."""
PROTOCOL = re.compile(r"(?P<day>\d{2}\.\d{2}\.\d{4})\s*(?:г\.?)?\s*№\s*(?P<number>[\w/.-]+)")


def section(writing: Writing) -> Section:
    """Of the municipality alone: a school has no level."""
    if writing.asked.school:
        return Section(ID, "", (), numbered=False)
    found = level.build(writing.view, day=writing.last)
    told = sentences(*(_told(writing, one) for one in found.levels))
    missing = [Missing(f"Уровень {one.whose}: не хватает «{name}»", found.sources.get(name, FORM), "upload")
               for one in found.levels if one.state == "missing" for name in one.missing]
    if not found.levels:
        missing.append(Missing("Шкала уровня не задана, протокола рабочей группы нет", FORM, "upload"))
    return Section(ID, TITLE, (Paragraph(told),) if told else (), tuple(missing))


def _told(writing: Writing, one: Level) -> Sentences:
    whose = WHOSE.get(one.whose, one.whose)
    if one.state == "set":
        found = PROTOCOL.search(one.document)
        day = date(*map(int, reversed(found["day"].split(".")))) if found else None
        return patterns.protocolled(whose, one.name, day, found["number"] if found else "")
    if one.state == "missing":
        return patterns.calculated(whose, "", Share(None, None), Amount(None), one.document, one.missing)
    points = round(float(one.points), 1)
    names = [step.indicator for step in one.steps]
    number = cast(int, int(points) if points == int(points) else points)  # tenths of a point are printed too
    source = Source("", f"Уровень работы {one.whose}, баллы", "сумма по показателям шкалы: доля × вес",
                    one.document, writing.day, None, None, len(one.steps), link="support")
    return patterns.calculated(whose, one.name, Share(number, int(one.most), source),
                               Amount(len(one.steps), source), one.document, of=names)
