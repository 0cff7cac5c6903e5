"""«Документы: контрольные листы 12 из 14 · школьная программа (ШППКО) есть: … · план ВШК уточнён 12.10.2026»: one line
of the page."""

from collections.abc import Iterable

from shnor import wording
from shnor.metrics.documents import QualityPlan
from shnor.service.pages import school_papers
from shnor.service.pages.documents import PRESENT, Paper
from shnor.service.pages.school_papers import SchoolPapers
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_cells, to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session

PLANS = {"vsoko": "план ВСОКО", "vshk": "план ВШК"}


def show(session: Session, school: str) -> None:
    """Nothing where the base has no paper and no list of the school."""
    told = cache.built(session, school_papers.build, school, day=session.day)
    if told.is_told:
        html.text(*line(session, told))


def line(session: Session, told: SchoolPapers) -> list[Cell]:
    parts = [_lists(session, told), _programme(session, told), _project(session, told),
             *(_plan(session, name, told.plans.get(plan)) for plan, name in PLANS.items())]
    return [Link("Документы", "documents"), ": ", *_joined(part for part in parts if part)]


def _joined(parts: Iterable[Cell]) -> list[Cell]:
    told = [one for part in parts for one in (" · ", part)]
    return told[1:]


def _lists(session: Session, told: SchoolPapers) -> Cell:
    if told.present is None:
        return ""
    k, n = told.present.numerator, told.present.denominator or 0
    return ["контрольные листы ", to_rows(session, wording.k_of_n(k, n), PRESENT,
                                {"school_id": told.school_id, "year": str(told.year)})]


def _programme(session: Session, told: SchoolPapers) -> Cell:
    paper = told.programme
    if paper is None:
        return "школьной программы (ШППКО) в реестре нет"
    return ["школьная программа (ШППКО) есть: ", _paper(session, paper)]


def _project(session: Session, told: SchoolPapers) -> Cell:
    """Of the project 500+: another paper, never in the place of ШППКО."""
    return ["программа проекта «500+»: ", _paper(session, told.project)] if told.project else ""


def _paper(session: Session, paper: Paper) -> Cell:
    return to_cells(session, paper.particulars, paper.upload, paper.sheet, paper.cell)


def _plan(session: Session, name: str, plan: QualityPlan | None) -> Cell:
    """«план ВШК уточнён 12.10.2026»; nothing where no paper tells of it."""
    if plan is None:
        return ""
    what = "уточнён" if plan.corrected else "утверждён"
    return [f"{name} ", to_rows(session, f"{what} {wording.day(plan.signed_on)}", "papers_count",
                                {"src": str(plan.src)})]
