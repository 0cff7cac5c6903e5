"""School × list: how many of its items are there, holes seen; and beside it programme and plans of quality with their
age."""

from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.metrics import METRICS
from shnor.metrics.documents import QualityPlan
from shnor.metrics.figure import Figure
from shnor.service.pages.documents import PRESENT, DocumentsPage, Paper
from shnor.ui.kit import heat, html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Link, Marked
from shnor.ui.kit.links import to_cells, to_rows, to_school
from shnor.ui.run.session import Session

MUNICIPALITY, NO_LIST, NOTHING_TOLD = "Муниципалитет", "листа нет", "нет сведений"
MOST = 24
"""So many schools stand in a matrix; the others are one click away."""
OLD = 365
"""A plan nobody has touched for so many days is of another school year."""
NOTE = "«Есть» — вместе с подтверждённым; ниже числа — о скольких пунктах нет сведений."
NOT_THERE = "нет в реестре"
PROGRAMMES = ("Школьная программа (ШППКО)", "Программа «500+»")
PLANS = {"vsoko": "План ВСОКО", "vshk": "План ВШК"}


def lists(session: Session, data: DocumentsPage) -> Shown | None:
    """Schools; the lists of the municipality itself below them. None: the year has no lists."""
    if not data.lists:
        return None
    shown = [name for name in data.lists if name in data.totals]
    owners = [(card.school_id, card.name) for card in data.schools if shown]
    total = ["Всего"] if len(shown) > 1 else []
    own = [("", MUNICIPALITY)] if any(("", name) in data.cells for name in data.lists) else []
    made = Block("documents-lists", f"Что есть из контрольных листов {data.year} года",
                 data.present.set if data.present else "",
                 session.day, METRICS[PRESENT].source, ("Школа", *data.lists, "Всего"),
                 tuple((name, *_plain(data, code)) for code, name in (*owners, *own)), bare=True,
                 rows_link=_rows(session, data, ""), notes=(*_own(session, data), NOTE if shown else ""))
    head = ("Школа", *shown, *total)
    body = [[_name(session, code, name), *_line(session, data, code, shown)] for code, name in owners]
    drawn = heat.cells(head, body[:MOST], top=1, mark="shnor-lists") if body else html.NOTHING
    rest = html.fold(f"Ещё {wording.counted(len(body) - MOST, 'школа')}",
                     heat.cells(head, body[MOST:], top=1, mark="shnor-lists")) if len(body) > MOST else html.NOTHING
    return Shown(made, body=drawn + rest)


def _own(session: Session, data: DocumentsPage) -> list[Cell]:
    """«Муниципалитет, Направления тьюторского пункта: 6 из 8»"""
    found = [(name, data.cells["", name]) for name in data.lists if ("", name) in data.cells]
    return [(f"{MUNICIPALITY}, {wording.quoted(name)}: есть ",
             _rows(session, data, wording.k_of_n(one.numerator, one.denominator or 0), school_id="", checklist=name),
             _beside(one)) for name, one in found]


def _beside(figure: Figure) -> str:
    told = "; ".join(f"{words} {count}" for words, count in figure.more.items())
    return f"; {told}" if told else ""


def _rows(session: Session, data: DocumentsPage, text: str, part: str = "", **where: str) -> Link:
    return to_rows(session, text, PRESENT, {"year": str(data.year), **where}, part)


def _name(session: Session, code: str, name: str) -> Cell:
    return to_school(session, code, wording.typeset(name)) if code else name


def _plain(data: DocumentsPage, code: str) -> list[Held]:
    found = [data.cells.get((code, name)) for name in data.lists]
    return [*(wording.k_of_n(one.numerator, one.denominator or 0) if one else NO_LIST for one in found), _sum(found)]


def _sum(found: Sequence[Figure | None]) -> str:
    n = sum(one.denominator or 0 for one in found if one)
    return wording.k_of_n(sum(one.numerator for one in found if one), n) if n else NO_LIST


def _line(session: Session, data: DocumentsPage, code: str, shown: Sequence[str]) -> list[Shade | Cell | Markup]:
    found = [data.cells.get((code, name)) for name in shown]
    line: list[Shade | Cell | Markup] = [_cell(session, data, code, name, figure)
                                         for name, figure in zip(shown, found, strict=True)]
    if len(shown) > 1:
        line.append(_rows(session, data, _sum(found), school_id=code) if any(found) else "")
    return line


def _cell(session: Session, data: DocumentsPage, code: str, checklist: str, figure: Figure | None) -> Shade:
    where = f"{data.names.get(code, MUNICIPALITY)}, {checklist}"
    if figure is None:
        return Shade("—", hint=f"{where}: {NO_LIST}", mark="hole")
    k, n = figure.numerator, figure.denominator or 0
    unmarked = figure.more.get(NOTHING_TOLD, 0)
    return Shade(wording.k_of_n(k, n), k / n, _rows(session, data, "", school_id=code, checklist=checklist),
                 f"{NOTHING_TOLD} {unmarked}" if unmarked else "",
                 f"{where}: есть {wording.k_of_n(k, n)}{_beside(figure)}")


def quality(session: Session, data: DocumentsPage) -> Shown | None:
    """Programme of the school, and when its plans of ВСОКО and ВШК were last corrected."""
    if not data.schools or not (data.programme or data.project or data.plans):
        return None
    head = ("Школа", *(PROGRAMMES if data.project else PROGRAMMES[:1]), *PLANS.values())
    rows = tuple((card.name, *_of_school(data, card.school_id)) for card in data.schools)
    made = Block("documents-quality", "Программы школ, когда уточнены планы ВСОКО и ВШК", data.programmes.set,
                 session.day, METRICS["school_programmes"].source, head, rows, bare=True,
                 notes=("Дни — от последнего документа о плане до этого дня. «Нет в реестре»: документа не прислали, "
                        "в школе он может быть. В рамке: документу больше года.",))
    body = [[_name(session, card.school_id, card.name), _programme(session, data, card.school_id),
             *([_project(session, data, card.school_id)] if data.project else []),
             *(_plan(session, data, card.school_id, plan) for plan in PLANS)] for card in data.schools]
    return Shown(made, body=heat.cells(head, body[:MOST], mark="shnor-quality")
                 + (html.fold("Остальные школы", heat.cells(head, body[MOST:])) if len(body) > MOST else html.NOTHING))


def _of_school(data: DocumentsPage, code: str) -> list[str]:
    """As it is taken away; without a programme of the project nothing is missing."""
    own, project = data.programme.get(code), data.project.get(code)
    return [own.particulars if own else NOT_THERE,
            *([project.particulars if project else ""] if data.project else []),
            *(_age(data.plans.get((code, plan))) or NOT_THERE for plan in PLANS)]


def _programme(session: Session, data: DocumentsPage, code: str) -> Shade:
    paper = data.programme.get(code)
    return _there(session, data, code, paper) if paper else _hole(
        f"{data.names[code]}: школьной программы (ШППКО) в реестре нет")


def _project(session: Session, data: DocumentsPage, code: str) -> Shade | str:
    """Only schools of the project have one: without it there is no hole."""
    paper = data.project.get(code)
    return _there(session, data, code, paper) if paper else ""


def _there(session: Session, data: DocumentsPage, code: str, paper: Paper) -> Shade:
    cell = to_cells(session, "", paper.upload, paper.sheet, paper.cell)
    return Shade(f"от {wording.day(paper.signed_on)}", link=cell,
                 note=f"до {wording.day(paper.valid_to)}" if paper.valid_to else "",
                 hint=f"{data.names[code]}: {paper.particulars}, {paper.title}", mark="there")


def _hole(hint: str) -> Shade:
    return Shade(NOT_THERE, hint=hint, mark="hole")


def _age(plan: QualityPlan | None) -> str:
    """«12.10.2026, 46 дней назад»"""
    return f"{wording.day(plan.signed_on)}, {wording.counted(plan.days, 'день')} назад" if plan else ""


def _plan(session: Session, data: DocumentsPage, code: str, plan: str) -> Shade:
    found = data.plans.get((code, plan))
    if found is None:
        return _hole(f"{data.names[code]}: {PLANS[plan]} — документа в реестре нет")
    what = "уточнён" if found.corrected else "утверждён"
    return Shade(wording.day(found.signed_on),
                 link=to_rows(session, "", "papers_count", {"src": str(found.src)}),
                 note=f"{what}, {wording.counted(found.days, 'день')}", mark="outline" if found.days > OLD else "there",
                 hint=f"{data.names[code]}: {found.title}, {_age(found)}")


def strong(text: str) -> Marked:
    return Marked(text, "shnor-strong")
