"""What the head is told while a school reads its figures: that they have come, and never that less was sent or done."""

from datetime import date
from random import Random

import pytest

from shnor.metrics.standings import DUE_PARTS, UNSEEN
from shnor.scope import Scope
from shnor.service.figures import roadmap
from shnor.service.month import debts, owed
from shnor.service.month.forms import Forms
from shnor.service.pages import school
from shnor.store import Unseen
from tests.service.conftest import DAY, accepted
from tests.service.intake.test_beside_others import five, nine

HEAD, RULES = Scope("head"), Forms()
OCT, NOV, OPENS = date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 30)
STATES = ("выполнено", "не выполнено", "выполняется")


def hide(store, *uploads) -> tuple[Unseen, ...]:
    return tuple(Unseen(one.id, one.school or "Ш09", NOV, OPENS, frozenset(one.kinds)) for one in store.uploads()
                 if one.id in uploads)


def standings(view) -> dict[tuple[str, str], str]:
    """(plan, number) → where it stands."""
    return {(row.plan, row.number): row.standing for row in roadmap.deadlines(roadmap.marked(view, as_of=DAY))}


@pytest.mark.parametrize(("state", "day", "document", "without", "whole"), [
    ("выполнено", "18.11.2026", "справка № 9", UNSEEN, "подтверждено"),
    ("выполнено", "18.11.2026", "", UNSEEN, "выполнено, документ ожидается"),
    ("не выполнено", "", "", UNSEEN, "не выполнено"), ("выполняется", "", "", UNSEEN, "не выполнено")])
def test_a_deadline_told_anew_is_neither_done_nor_undone(filled, state, day, document, without, whole):
    upload = accepted(filled, nine(state, day=day, document=document))
    with filled.view() as all_of_it, filled.view(HEAD, unseen=hide(filled, upload)) as view:
        assert [standings(one)["План № 9", "1.1"] for one in (view, all_of_it)] == [without, whole]
        counts = roadmap.parts(roadmap.marked(view, as_of=DAY), "school_id")["Ш09",]
    assert (counts.unseen, counts.due, counts.planned, *(getattr(counts, part) for part in DUE_PARTS)) == (
        1, 0, 0, 0, 0, 0, 0)


def test_a_deadline_that_stands_as_before_is_told_as_before(filled):
    upload = accepted(filled, five("не выполнено", month="ноябрь 2026"))
    with filled.view(HEAD, unseen=hide(filled, upload)) as view:
        assert standings(view)["План № 5", "1.2"] == "не выполнено"


def test_the_report_is_accepted_with_the_day_it_opens_on(filled):
    upload = accepted(filled, nine("выполняется"))
    with filled.view(HEAD, unseen=hide(filled, upload)) as view:
        grid = owed.grids(view, (NOV,), day=DAY, forms=RULES)[0]
        [cell] = [cell for cell in grid.of(NOV) if cell.school_id == "Ш09"]
        assert (cell.state, cell.came, cell.beside) == ("unseen", DAY, OPENS)
        assert school.build(view, "Ш09", day=DAY).reported == (NOV,)
        assert [one.school_id for debt in debts.owing(view, day=DAY, forms=RULES) for one, _ in debt.waiting
                if (debt.form, debt.month) == ("month", NOV)] == ["Ш05"]


@pytest.mark.parametrize("again", [True, False], ids=["sent-anew", "sent-once"])
def test_sent_anew_it_stays_accepted(filled, again):
    upload = accepted(filled, nine("выполняется"))
    with filled.view(HEAD, unseen=hide(filled, upload)) as view:
        grid = owed.grids(view, (NOV,), day=DAY, forms=RULES)[0]
    lies = {("Ш09", "month", NOV): {"handed_in": DAY}} if again else {}
    assert owed.sums(owed.with_beside(grid, lies).of(NOV)).taken == 1


def test_a_correction_of_a_report_that_was_read_leaves_it_accepted(filled):
    accepted(filled, nine("выполняется"))
    upload = accepted(filled, nine("выполнено", "снова.csv", "18.11.2026"))
    with filled.view(HEAD, unseen=hide(filled, upload)) as view:
        [cell] = [cell for cell in owed.grids(view, (NOV,), day=DAY, forms=RULES)[0].of(NOV)
                  if cell.school_id == "Ш09"]
        assert (cell.state, standings(view)["План № 9", "1.1"]) == ("accepted", UNSEEN)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_hidden_counts_as_the_coordinator_counts_it(filled, seed):
    choose = Random(seed)
    files = [nine(choose.choice(STATES), f"{seed}.csv"), *(five(
        choose.choice(STATES), f"{number}-{month}.csv", number, f"{month} 2026")
        for number in ("1.1", "1.2", "2.1") for month in ("октябрь", "ноябрь") if choose.random() < 0.6)]
    choose.shuffle(files)
    made = [accepted(filled, one) for one in files]
    hidden = hide(filled, *choose.sample(made, choose.randint(1, len(made))))
    with filled.view() as all_of_it, filled.view(HEAD, unseen=hidden) as view:
        mine, whole = (owed.grids(one, (OCT, NOV), day=DAY, forms=RULES)[0] for one in (view, all_of_it))
        assert [owed.sums(mine.of(month)).taken for month in (OCT, NOV)] == [
            owed.sums(whole.of(month)).accepted for month in (OCT, NOV)]
        assert debts.owing(view, day=DAY, forms=RULES) == debts.owing(all_of_it, day=DAY, forms=RULES)
        now = standings(all_of_it)
        assert {key: word for key, word in standings(view).items() if word not in (UNSEEN, now[key])} == {}
