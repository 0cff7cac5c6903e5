"""A paper of the register settles «документ ожидается» of the deadline it belongs to, counted by eye."""

from datetime import date

import pytest

from shnor.datasets import DOCUMENTS, PROGRESS, ROADMAP
from shnor.metrics import compute_all, marked
from shnor.metrics.roadmap import MARKING
from tests.metrics.conftest import FACT, PLAN, table

DAY = date(2026, 11, 27)
DEADLINE = {"number": "1.4", "deadline_end": date(2026, 10, 31)}
DONE = {"number": "1.4", "status": "done", "done_date": date(2026, 10, 15), "month": date(2026, 10, 1)}
PAPER = {"document_type": "договор", "number": "31", "signed_on": date(2026, 11, 2), "title": "О сети",
         "school_id": "", "activities": "1.4", "of_year": 2026}
NAMED = {"document": "справка № 7"}


def frames(engine, fact, *papers):
    rows = [DEADLINE, {"number": "1.5", "deadline_end": date(2026, 10, 31)}]
    facts = [DONE | fact, DONE | {"number": "1.5"}]
    return {"roadmap": engine("roadmap", table(ROADMAP, rows, PLAN)),
            "progress": engine("progress", table(PROGRESS, facts, FACT)),
            "documents": engine("documents", table(DOCUMENTS, list(papers), PAPER))}


@pytest.mark.parametrize(("fact", "paper", "proved", "missing", "registered"), [
    pytest.param({}, {}, 1, 1, 1, id="in-the-register"), pytest.param({}, {"activities": "1.3"}, 0, 2, 0, id="of-1.3"),
    pytest.param({}, {"signed_on": date(2026, 11, 28)}, 0, 2, 0, id="signed-later"),
    pytest.param(NAMED, {}, 1, 1, 0, id="named-in-the-report-too"),
    pytest.param(NAMED, {"activities": ""}, 1, 1, 0, id="named-in-the-report-alone")])
def test_both_figures_are_the_two_sides_of_what_was_done(engine, fact, paper, proved, missing, registered):
    told = compute_all(["roadmap_with_document", "papers_missing"], frames(engine, fact, paper), as_of=DAY)
    [with_one], [without] = (told[name].to_pylist() for name in ("roadmap_with_document", "papers_missing"))
    assert (with_one["numerator"], with_one["denominator"]) == (proved, 2)
    assert (without["numerator"], without["denominator"]) == (missing, 2)
    assert with_one["is_in_register"] == without["is_in_register"] == registered


def test_the_standing_names_the_newest_paper_and_leads_to_it():
    older = PAPER | {"signed_on": date(2026, 11, 1), "number": "30"}
    rows = marked(MARKING, frames(lambda name, rows: rows, {}, PAPER, older), as_of=DAY)
    assert rows["standing"].to_pylist() == ["подтверждено", "выполнено, документ ожидается"]
    assert rows["fact_document"].to_pylist() == ["договор от 02.11.2026 № 31 (реестр)", None]
    assert rows["src_documents"].to_pylist() == [1, None]


def test_what_a_report_names_stays_what_it_rests_on():
    [first, _] = marked(MARKING, frames(lambda name, rows: rows, NAMED, PAPER), as_of=DAY).to_pylist()
    assert (first["fact_document"], first["src_documents"]) == ("справка № 7", None)
