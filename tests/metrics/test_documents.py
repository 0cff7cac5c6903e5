"""Papers counted by eye: cited otherwise, missing behind what was done, programmes of schools, age of plans."""

from datetime import date

import pytest

from shnor.datasets import DOCUMENTS, PROGRESS, ROADMAP, STATUSES
from shnor.metrics import METRICS, compute, marked
from shnor.metrics.documents import quality_plans
from tests.metrics.conftest import FACT, PLAN, table

DAY = date(2026, 11, 27)
PAPER = {"document_type": "приказ", "number": "478-пр", "signed_on": date(2026, 3, 2), "title": "О карте",
         "school_id": "", "activities": "", "of_year": 2026}
LISTED = {"school_id": "Ш05", "status": "shnor", "valid_from": date(2026, 1, 1)}


def papers(*rows):
    return table(DOCUMENTS, list(rows), PAPER)


@pytest.fixture
def told(engine):
    """numerator, denominator of a metric over papers alone."""
    def figure(metric, *rows):
        [found] = compute(metric, {"documents": engine("documents", papers(*rows))}, as_of=DAY).to_pylist()
        return found
    return figure


@pytest.mark.parametrize(("paper", "other", "cited"), [
    pytest.param({"cited_as": "№ 11", "cited_number": "11"}, 1, 1, id="another-number"),
    pytest.param({"cited_as": "№ 478-пр", "cited_number": "478-пр"}, 0, 1, id="the-same"),
    pytest.param({"cited_as": "от 02.03.2026 № 478-пр", "cited_number": "478-пр", "cited_on": date(2026, 3, 2)}, 0, 1,
                 id="number-and-day-the-same"),
    pytest.param({"cited_as": "от 23.03.2026", "cited_on": date(2026, 3, 23)}, 1, 1, id="another-day"),
    pytest.param({"cited_as": "№ 11", "cited_number": "11", "number": ""}, 0, 1, id="no-number-of-its-own"),
    pytest.param({"cited_as": "приказ управления"}, 0, 0, id="not-recognised"),
    pytest.param({}, 0, 0, id="not-cited"),
    pytest.param({"cited_as": "№ 11", "cited_number": "11", "signed_on": date(2026, 11, 28)}, 0, 0, id="not-yet"),
])
def test_cited_otherwise(told, paper, other, cited):
    found = told("papers_mismatched", PAPER | paper)
    assert (found["numerator"], found["denominator"]) == (other, cited)


def test_what_could_not_be_read_of_a_citation_is_said(told):
    assert told("papers_mismatched", PAPER | {"cited_as": "приказ управления"})["is_unread"] == 1


@pytest.mark.parametrize(("rows", "count"), [
    ([PAPER, PAPER | {"signed_on": DAY}], 2), ([PAPER | {"signed_on": date(2026, 11, 28)}], 0)])
def test_papers_signed_by_the_day(told, rows, count):
    assert told("papers_count", *rows)["numerator"] == count


DONE = {"status": "done", "done_date": date(2026, 10, 15), "month": date(2026, 10, 1)}


@pytest.mark.parametrize(("fact", "paper", "missing", "done"), [
    pytest.param(DONE, {}, 1, 1, id="no-paper"),
    pytest.param(DONE | {"document": "приказ № 5"}, {}, 0, 1, id="named-in-the-report"),
    pytest.param(DONE, {"activities": "1.4"}, 0, 1, id="in-the-register"),
    pytest.param(DONE, {"activities": "1.3;1.4"}, 0, 1, id="one-of-several"),
    pytest.param(DONE, {"activities": "1.41"}, 1, 1, id="another-number"),
    pytest.param(DONE, {"activities": "1.4", "of_year": 2025}, 1, 1, id="of-another-year"),
    pytest.param(DONE, {"activities": "1.4", "school_id": "Ш07"}, 1, 1, id="of-another-owner"),
    pytest.param(DONE, {"activities": "1.4", "signed_on": date(2026, 11, 28)}, 1, 1, id="signed-later"),
    pytest.param({"status": "not_done"}, {"activities": "1.4"}, 0, 0, id="not-done"),
])
def test_done_without_a_paper(engine, fact, paper, missing, done):
    plan = {"number": "1.4", "deadline_end": date(2026, 10, 31)}
    frames = {"roadmap": engine("roadmap", table(ROADMAP, [plan], PLAN)),
              "progress": engine("progress", table(PROGRESS, [fact | {"number": "1.4"}], FACT)),
              "documents": engine("documents", papers(paper))}
    [found] = compute("papers_missing", frames, as_of=DAY).to_pylist()
    assert (found["numerator"], found["denominator"]) == (missing, done)


PROGRAMME = PAPER | {"about": "programme", "school_id": "Ш05"}


@pytest.mark.parametrize(("listed", "paper", "found"), [
    pytest.param([LISTED], PROGRAMME, (1, 1), id="has-one"),
    pytest.param([LISTED, LISTED | {"school_id": "Ш07"}], PROGRAMME, (1, 2), id="one-of-two"),
    pytest.param([LISTED], PROGRAMME | {"valid_to": DAY}, (1, 1), id="on-its-last-day"),
    pytest.param([LISTED], PROGRAMME | {"valid_to": date(2026, 11, 26)}, (0, 1), id="no-more-in-force"),
    pytest.param([LISTED], PROGRAMME | {"school_id": ""}, (0, 1), id="of-the-municipality"),
    pytest.param([LISTED], PROGRAMME | {"about": "vshk"}, (0, 1), id="another-paper"),
    pytest.param([LISTED], PROGRAMME | {"about": "project"}, (0, 1), id="of-the-project-500"),
    pytest.param([LISTED], PROGRAMME | {"signed_on": date(2026, 12, 1)}, (0, 1), id="signed-later"),
    pytest.param([LISTED | {"valid_to": date(2026, 6, 1)}], PROGRAMME, (0, 0), id="left-the-list"),
    pytest.param([LISTED | {"status": "risk_zone"}], PROGRAMME, (0, 0), id="another-list"),
    pytest.param([LISTED, LISTED | {"valid_from": date(2025, 1, 1)}], PROGRAMME, (1, 1), id="entered-twice-is-one"),
])
def test_schools_with_a_programme(engine, listed, paper, found):
    frames = {"statuses": engine("statuses", table(STATUSES, listed, {})),
              "documents": engine("documents", papers(paper))}
    [figure] = compute("school_programmes", frames, as_of=DAY).to_pylist()
    assert (figure["numerator"], figure["denominator"]) == found


def test_a_programme_of_the_project_is_counted_beside(engine):
    frames = {"statuses": engine("statuses", table(STATUSES, [LISTED, LISTED | {"school_id": "Ш07"}], {})),
              "documents": engine("documents", papers(PROGRAMME, PROGRAMME | {"about": "project"},
                                                      PROGRAMME | {"about": "project", "school_id": "Ш07"}))}
    [figure] = compute("school_programmes", frames, as_of=DAY).to_pylist()
    assert (figure["numerator"], figure["denominator"], figure["has_project"]) == (1, 2, 2)


def test_a_school_leads_to_its_newest_programme():
    frames = {"statuses": table(STATUSES, [LISTED, LISTED | {"school_id": "Ш07"}], {}),
              "documents": papers(PROGRAMME | {"signed_on": date(2026, 9, 1)}, PROGRAMME)}
    rows = marked(METRICS["school_programmes"].marking, frames, as_of=DAY)
    assert rows["src_documents"].to_pylist() == [1, None]


def test_the_newest_paper_of_a_plan_tells_its_age():
    own = PAPER | {"school_id": "Ш05", "about": "vshk"}
    rows = papers(own | {"signed_on": date(2026, 11, 20), "about": "vsoko;vshk", "corrects": "yes"},
                  own | {"signed_on": date(2026, 8, 30)}, own | {"signed_on": date(2026, 12, 1)},
                  PAPER | {"about": "vshk"})
    found = quality_plans(marked(METRICS["papers_count"].marking, {"documents": rows}, as_of=DAY), as_of=DAY)
    assert {key: (plan.days, plan.corrected, plan.src) for key, plan in found.items()} == {
        ("Ш05", "vsoko"): (7, True, 1), ("Ш05", "vshk"): (7, True, 1)}
