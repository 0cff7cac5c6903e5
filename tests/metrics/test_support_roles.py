"""Helpers, schools and subjects of a few rows, counted by eye."""

from datetime import date

import pytest

from shnor.datasets import DEFICITS, RESULTS, STAFF, STATUSES, SUPPORT_ROLES
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
BEFORE, AFTER = date(2026, 11, 26), date(2026, 11, 28)
START = date(2026, 1, 1)


def helper(school="Ш05", role="mentor", **differs):
    return {"school_id": school, "role": role, "role_id": role, "who": "директор гимназии", "subject": "",
            "document": "приказ от 24.11.2025 № 212",
            "valid_from": START, **differs}


def listed(school="Ш05", **differs):
    return {"school_id": school, "status": "shnor", "valid_from": START, **differs}


def staff(subject="физика", school="Ш05", **differs):
    return {"school_id": school, "on_date": date(2026, 9, 20), "subject": subject, "people": 1, **differs}


@pytest.fixture
def figures(engine):
    """The figures of a metric over rows of helpers, of the list and of staff."""
    def told(metric, helpers=(), schools=(), teachers=(), deficits=(), results=(), by=()):
        frames = {"support_roles": engine("support_roles", table(SUPPORT_ROLES, list(helpers), {})),
                  "statuses": engine("statuses", table(STATUSES, list(schools), {})),
                  "staff": engine("staff", table(STAFF, list(teachers), {})),
                  "deficits": engine("deficits", table(DEFICITS, list(deficits), {})),
                  "results": engine("results", table(RESULTS, list(results), {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return told


@pytest.fixture
def counts(figures):
    def of(metric, *rows):
        (row,) = figures(metric, *rows)
        return row["numerator"], row["denominator"]
    return of


@pytest.mark.parametrize(("helpers", "schools", "expected"), [
    pytest.param([helper()], [listed()], (1, 1), id="one-school"),
    pytest.param([helper()], [listed(), listed("Ш07"), listed("Ш09")], (1, 3), id="many-schools"),
    pytest.param([helper(document=""), helper("Ш07", document=None)], [listed(), listed("Ш07")], (0, 2),
                 id="without-an-order"),
    pytest.param([helper(document=""), helper(who="завуч")], [listed()], (1, 1), id="one-of-two-has-an-order"),
    pytest.param([helper(), helper(who="завуч")], [listed()], (1, 1), id="two-mentors-of-a-school-are-one-school"),
    pytest.param([], [listed()], (0, 0), id="nobody-entered-is-not-nobody-helps"),
    pytest.param([helper("Ш01")], [listed()], (0, 1), id="a-hole-where-others-are-entered"),
    pytest.param([helper("Ш01")], [], (0, 0), id="no-list"),
    pytest.param([helper(role="tutor")], [listed()], (0, 1), id="a-tutor-is-no-mentor"),
    pytest.param([helper(valid_from=DAY)], [listed()], (1, 1), id="from-its-first-day"),
    pytest.param([helper(valid_from=AFTER), helper("Ш01")], [listed()], (0, 1), id="not-before-its-first-day"),
    pytest.param([helper(valid_to=DAY)], [listed()], (1, 1), id="on-its-last-day"),
    pytest.param([helper(valid_to=BEFORE)], [listed()], (0, 1), id="not-after-its-last-day"),
    pytest.param([helper()], [listed(valid_to=BEFORE)], (0, 0), id="a-school-that-left-the-list"),
    pytest.param([helper()], [listed(valid_to=DAY)], (1, 1), id="the-last-day-on-the-list"),
    pytest.param([helper()], [listed(), listed(valid_from=date(2025, 1, 1))], (1, 1), id="two-entries-of-a-school"),
    pytest.param([helper()], [listed(status="risk_zone")], (0, 0), id="the-risk-zone-is-another-list"),
    pytest.param([helper(), helper("Ш02")], [listed(), listed("Ш07")], (1, 2), id="help-beyond-the-list"),
])
def test_schools_of_the_list_with_a_mentor(counts, helpers, schools, expected):
    assert counts("support_mentor_share", helpers, schools) == expected


@pytest.mark.parametrize(("metric", "role"), [
    ("support_mentor_share", "mentor"), ("support_tutor_share", "tutor"), ("support_curator_schools", "curator"),
    ("support_coordinator_schools", "school_coordinator")])
def test_each_role_has_its_schools(counts, metric, role):
    """Curators and school coordinators belong to 500+: they have no base of the whole list."""
    others = [helper("Ш07", other) for other in ("mentor", "tutor", "curator", "school_coordinator") if other != role]
    assert counts(metric, [helper(role=role), *others], [listed(), listed("Ш07")]) == (
        1, None if metric.endswith("_schools") else 2)


def test_mentors_without_an_order_are_told(figures):
    (row,) = figures("support_mentor_share", [helper(), helper("Ш07", document="")], [listed(), listed("Ш07")])
    assert (row["numerator"], row["denominator"], row["is_without_order"]) == (1, 2, 1)


def test_schools_nobody_was_entered_for_are_told(figures):
    schools = [listed(), listed("Ш07"), listed("Ш09")]
    (row,) = figures("support_mentor_share", [helper(), helper("Ш07", "tutor", valid_to=BEFORE)], schools)
    assert (row["numerator"], row["denominator"], row["is_untold"], row["status"]) == (1, 3, 1, "small")


TUTOR = helper(role="tutor", subject="физика")


@pytest.mark.parametrize(("teachers", "helpers", "expected"), [
    pytest.param([staff()], [TUTOR], (0, 1), id="a-tutor-of-the-subject"),
    pytest.param([staff(), staff("химия")], [TUTOR], (1, 2), id="another-subject-has-none"),
    pytest.param([staff()], [helper("Ш07", "tutor", subject="физика")], (1, 1), id="a-tutor-of-another-school"),
    pytest.param([staff()], [helper(subject="физика")], (1, 1), id="a-mentor-is-no-tutor"),
    pytest.param([staff(), staff("химия")], [helper(role="tutor")], (0, 2), id="a-tutor-of-the-whole-school"),
    pytest.param([staff()], [TUTOR | {"valid_to": BEFORE}], (1, 1), id="a-tutor-who-left"),
    pytest.param([staff()], [], (0, 0), id="nobody-entered"),
    pytest.param([staff(people=0)], [TUTOR], (0, 0), id="nobody-teaches-it"),
    pytest.param([staff("Все педагоги"), staff("педагог-психолог"), staff()], [helper()], (1, 1),
                 id="posts-are-no-subject"),
    pytest.param([staff(school="Ш01")], [TUTOR], (0, 0), id="a-school-beyond-the-list"),
    pytest.param([staff("химия", on_date=date(2026, 1, 20)), staff()], [TUTOR], (0, 1),
                 id="the-newest-list-of-teachers"),
    pytest.param([staff(on_date=AFTER)], [TUTOR], (0, 0), id="a-list-that-is-still-to-come"),
])
def test_subjects_without_a_tutor(counts, teachers, helpers, expected):
    assert counts("support_subjects_untutored", helpers, [listed()], teachers) == expected


DEFICIT = {"school_id": "Ш05", "subject": "физика", "found_on": DAY}
RESULT = {"school_id": "Ш05", "subject": "география", "known_on": DAY}
TAUGHT = [staff(), staff("музыка"), staff("география"), staff("химия")]


@pytest.mark.parametrize(("deficits", "results", "asked"), [
    pytest.param([], [], 2, id="neither-leaves-the-seven"),
    pytest.param([DEFICIT], [], 1, id="a-deficit"),
    pytest.param([], [RESULT], 1, id="a-result"),
    pytest.param([DEFICIT, DEFICIT], [RESULT, RESULT | {"subject": "физика"}], 2, id="both"),
    pytest.param([DEFICIT | {"found_on": AFTER}], [RESULT | {"known_on": AFTER}], 2, id="not-before-its-day"),
    pytest.param([DEFICIT | {"school_id": "Ш07"}], [], 2, id="of-another-school"),
    pytest.param([DEFICIT | {"subject": "музыка"}], [], 1, id="music-where-a-deficit-was-found"),
    pytest.param([DEFICIT | {"subject": ""}], [], 2, id="a-deficit-of-no-subject"),
])
def test_subjects_a_tutor_may_be_needed_for(figures, deficits, results, asked):
    (row,) = figures("support_subjects_untutored", [helper()], [listed()], TAUGHT, deficits, results)
    assert (row["numerator"], row["denominator"]) == (asked, asked)


def test_a_subject_under_a_tutor_of_the_whole_school_is_told(figures):
    (row,) = figures("support_subjects_untutored", [helper(role="tutor"), TUTOR], [listed()],
                     [staff(), staff("химия")])
    assert (row["numerator"], row["denominator"], row["is_by_whole"]) == (0, 2, 1)


def test_helpers_by_role(figures):
    told = [helper(), helper("Ш07"), helper("Ш07", "tutor", subject="химия"), helper("Ш09", valid_to=BEFORE),
            helper("Ш11", "curator", valid_from=AFTER)]
    found = {row["role_id"]: row["numerator"] for row in figures("support_helpers", told, by=("role_id",))}
    assert found == {"mentor": 2, "tutor": 1, "curator": 0}
