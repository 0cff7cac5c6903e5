"""Rows that sum up several schools in a table of schools: «Сельские школы», «Приозёрный округ», «Все школы»."""

import re

from shnor.datasets.leftovers import INCLUDING
from shnor.loaders.kinds.groups import group
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.tables import totals
from shnor.loaders.words.schools import find

_INCLUDING = re.compile(INCLUDING, re.I)
_SHOWN = 3


def without_groups(draft: Draft) -> None:
    """Leave such rows out with a word where schools are counted beside them; «в том числе: МБОУ ООШ № 5» is that
    school. Results keep districts as levels of their own and have their own step."""
    body, name = draft.body, draft.body.kind.school
    if body.kind.id == "results" or body.layout.form or not name or name not in body.match.columns \
            or body.kind[name].type != "school" or not totals.counts(body.match):
        return
    texts = [shown(value) for value in body.cells(name)]
    for row, text in enumerate(texts):
        if begins := _INCLUDING.match(text):
            texts[row] = text[begins.end():].strip(" -–—") or text
            body.put(row, name, texts[row])
    read = {text: _is_group(draft, text) for text in dict.fromkeys(texts) if text}
    groups = [text for text, is_group in read.items() if is_group]
    if not groups or len(groups) == len(read):
        return
    rows = [row for row, text in enumerate(texts) if text in groups]
    more = f" и ещё {len(groups) - _SHOWN}" if len(groups) > _SHOWN else ""
    draft.findings.add("schools-summed", *body.place(rows[0], name), ", ".join(f"«{text}»" for text in groups[:_SHOWN])
                       + more, topic="строки сумм по школам", column=body.kind[name].title)
    body.leave([row for row in range(len(texts)) if row not in rows])


def _is_group(draft: Draft, text: str) -> bool:
    if find(text, draft.known.schools).kind == "exact":
        return False
    one = group(text)
    return one is not None and one.level != "school"
