"""What a line stands on: which schools, which comparisons; the answers in sight."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.service.figures import families
from shnor.service.figures.families import Series, Stand

ROOT = Path(__file__).resolve().parents[3]
YEARS = ("2023/24", "2024/25", "2025/26")
SERIES = Series("low_mark_share", YEARS, "school_year", ("subject", "stage"), "grade")
CODES = ("Ш01", "Ш02", "Ш03")
WHOLE = ("математика", "", "")


def row(school, year, low, base, grade=5, subject="математика"):
    return {"school_id": school, "school_year": year, "subject": subject, "stage": "", "grade": grade, "low": low,
            "low_base": base}


def table(*rows) -> pa.Table:
    return pa.Table.from_pylist([*rows], pa.schema([
        ("school_id", pa.string()), ("school_year", pa.string()), ("subject", pa.string()), ("stage", pa.string()),
        ("grade", pa.int64()), ("low", pa.int64()), ("low_base", pa.int64())]))


def stands(*rows, base=CODES) -> Mapping[tuple[str, ...], Stand]:
    return families.stands(SERIES, table(*rows), base)


def counts(stand: Stand):
    change = stand.change
    return change and (change.k0, change.n0, change.k1, change.n1, change.verdict)


def all_years(school, *lows, base=50, **more):
    return [row(school, year, low, base, **more) for year, low in zip(YEARS, lows, strict=True)]


def test_a_line_stands_on_the_schools_that_have_all_its_years():
    found = stands(*all_years("Ш01", 5, 6, 7), row("Ш02", "2024/25", 9, 50), row("Ш02", "2025/26", 1, 50))[WHOLE]
    assert (found.schools, found.missing) == (("Ш01",), {"Ш02": ("2023/24",), "Ш03": YEARS})
    assert counts(found) == (6, 50, 7, 50, "open")


def test_a_change_of_schools_is_no_change_of_results():
    """Schools 1 and 2, then 1 and 3: 5 of 50 and 27 of 50, then 5 of 50 and 1 of 50."""
    found = stands(row("Ш01", "2024/25", 5, 50), row("Ш02", "2024/25", 27, 50),
                   row("Ш01", "2025/26", 5, 50), row("Ш03", "2025/26", 1, 50))[WHOLE]
    assert (found.schools, counts(found)) == (("Ш01",), (5, 50, 5, 50, "same"))
    assert found.missing == {"Ш02": ("2025/26",), "Ш03": ("2024/25",)}


@pytest.mark.parametrize(("before", "after"), [
    pytest.param("Ш02", "Ш03", id="other-schools"), pytest.param(None, None, id="of-no-school"),
    pytest.param(None, "Ш03", id="of-no-school-at-first")])
def test_where_no_school_has_both_years_nothing_is_concluded(before, after):
    found = stands(row(before, "2024/25", 27, 50), row(after, "2025/26", 1, 50))[WHOLE]
    assert (found.schools, found.missing, counts(found)) == ((), {}, (27, 50, 1, 50, "other"))


def test_rows_of_no_school_stand_in_no_line_of_schools():
    found = stands(*all_years("Ш01", 5, 6, 7), row(None, "2025/26", 40, 50))[WHOLE]
    assert counts(found) == (6, 50, 7, 50, "open")


def test_a_subject_of_two_years_stands_on_these_two():
    found = stands(row("Ш01", "2024/25", 5, 50, subject="история"), row("Ш01", "2025/26", 6, 50, subject="история"),
                   *all_years("Ш02", 5, 6, 7))
    assert (found["история", "", ""].schools, found["история", "", ""].periods) == (("Ш01",), YEARS[1:])
    assert counts(found["история", "", ""]) == (5, 50, 6, 50, "open")


def test_a_year_that_is_missing_leaves_nothing_to_compare():
    found = stands(row("Ш01", "2023/24", 5, 50), row("Ш01", "2025/26", 6, 50))[WHOLE]
    assert (found.schools, found.change) == (("Ш01",), None)


def test_each_class_has_a_set_of_its_own():
    found = stands(*all_years("Ш01", 5, 6, 7), *all_years("Ш02", 1, 2, 3, grade=6),
                   row("Ш02", "2025/26", 9, 50, grade=5))
    assert (found[WHOLE].schools, found["математика", "", "5"].schools) == (("Ш01", "Ш02"), ("Ш01",))


def test_a_family_is_every_subject_and_class_that_can_be_compared():
    """Two classes and both together of one subject, one class of the other, few people in a third."""
    found = stands(*all_years("Ш01", 5, 6, 7), *all_years("Ш01", 5, 6, 7, grade=6),
                   *all_years("Ш01", 5, 6, 7, subject="история"), *all_years("Ш01", 1, 2, 3, base=9, subject="химия"),
                   row("Ш01", "2025/26", 6, 50, subject="физика"))
    assert {key[0]: stand.change and stand.change.family for key, stand in found.items() if key[-1] == ""} == {
        "математика": 4, "история": 4, "химия": 4, "физика": None}
    assert found["история", "", "5"].change == found["история", "", ""].change


def test_a_family_is_the_same_whatever_is_shown_of_it():
    rows = [one for grade in (5, 6, 7) for subject in ("математика", "история")
            for one in all_years("Ш01", 5, 22, 7 + grade, grade=grade, subject=subject)]
    alone = families.of_each_school(SERIES, table(*rows, *all_years("Ш02", 1, 2, 3)))["Ш01"]
    assert alone == stands(*rows, base=("Ш01",))


def test_what_a_line_counts_is_what_its_rows_give():
    rows = table(*all_years("Ш01", 5, 6, 7), *all_years("Ш02", 1, 2, 3, grade=6), row("Ш03", "2025/26", 9, 50),
                 row(None, "2025/26", 9, 50), *all_years("Ш03", 1, 1, 1, subject="химия"))
    found = families.stands(SERIES, rows, CODES)
    own = families.standing(rows, SERIES, ("subject",), {("математика",): found[WHOLE]})
    assert {(one["school_id"], one["subject"]) for one in own.to_pylist()} == {("Ш01", "математика"),
                                                                               ("Ш02", "математика")}
    assert own.num_rows == 6


def test_a_line_without_a_common_set_counts_all_its_rows():
    rows = table(row("Ш02", "2024/25", 27, 50), row(None, "2025/26", 1, 50))
    found = families.stands(SERIES, rows, CODES)
    assert families.standing(rows, SERIES, (), {(): found[WHOLE]}) == rows


people = st.tuples(st.integers(0, 60), st.just(60))


@settings(deadline=None)
@given(constant=st.dictionaries(st.sampled_from(CODES), people), left=people, came=people)
def test_who_comes_and_who_leaves_never_gives_a_conclusion(constant, left, came):
    """No school changes; one leaves and another one comes."""
    rows = [row(school, year, *kn) for school, kn in constant.items() for year in YEARS[1:]]
    found = stands(*rows, row("Ш08", "2024/25", *left), row("Ш09", "2025/26", *came), base=(*CODES, "Ш08", "Ш09"))
    assert found[WHOLE].change.verdict in ("same", "other")


def test_a_line_of_what_has_no_whole_is_refused():
    with pytest.raises(ValueError, match="events_count"):
        Series("events_count", YEARS, "school_year", ("subject",))


def test_nothing_is_concluded_of_a_mean():
    assert not Series("mean_mark", YEARS, "school_year", ("subject",)).of_shares


def test_no_page_compares_by_itself():
    """One way to a verdict: a line that is compared elsewhere would not know its family."""
    makers = {"of_counts", "family", "families", "by_schools", "incomparable"}
    places = ("shnor/service/pages", "shnor/ui", "shnor/charts", "shnor/reports", "pages")
    found = [(path.name, name) for place in places
             for path in (ROOT / place).rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.ImportFrom) and node.module == "shnor.metrics.change"
             for name in [alias.name for alias in node.names] if name in makers]
    assert found == []
