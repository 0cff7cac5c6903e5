"""VIII. Tasks: what is still open in the register of recommendations, by addressee, numbered without gaps."""

from shnor import wording
from shnor.datasets.recommendations import ADDRESSED, DIRECTOR
from shnor.reports.papers.blocks import Block, Missing, Section, Task, Tasks
from shnor.service.pages import recommendations
from shnor.service.pages.recommendations import Advice
from shnor.service.papers.writing import Writing

ID, TITLE = "tasks", "Задачи"
FORM = "Рекомендации и задачи"


def section(writing: Writing) -> Section:
    tasks = given(writing)
    if not tasks:
        return Section(ID, TITLE, (), (Missing("Открытых задач в реестре рекомендаций нет", FORM, "upload"),))
    unnamed = sum(one.due is None for one in tasks)
    missing = () if not unnamed else (Missing(
        f"Задач, у которых срок не назван или прошёл: {wording.number(unnamed)}", FORM, "upload"),)
    return Section(ID, TITLE, (block(writing, tasks),), missing)


def block(writing: Writing, tasks: tuple[Task, ...]) -> Block:
    return Tasks(f"Задачи на {writing.asked.whole.next().title}", tasks)


def given(writing: Writing) -> tuple[Task, ...]:
    """The one list of the справка and of the order."""
    page = writing.once(recommendations.build, day=writing.day)
    order = list(ADDRESSED)
    left = [one for paper in page.papers for one in paper.advice
            if one.is_left and writing.asked.school in ("", one.school_id)]
    left.sort(key=lambda one: (order.index(one.addressee_id) if one.addressee_id in order else len(order),
                               wording.by_number(one.school), one.year, wording.by_number(one.number)))
    return tuple(_task(writing, number, one) for number, one in enumerate(left, start=1))


def _task(writing: Writing, number: int, one: Advice) -> Task:
    """A day that has passed is no day of a new paper: it is said beside."""
    late = one.due is not None and one.due < writing.day
    ground = [one.ground, f"прежний срок{wording.NBSP}{wording.LONG_DASH} {wording.day(one.due)}"
              if late and one.due else ""]
    first = min(filter(None, (one.carried_from, one.year)))
    return Task(number, wording.capital(_addressee(one)), wording.small(one.text), None if late else one.due,
                "; ".join(filter(None, ground)), first if first < writing.last.year else 0)


def _addressee(one: Advice) -> str:
    """In the dative; "" where the register names nobody."""
    if one.school and one.addressee_id == "director":
        return f"{DIRECTOR} {one.school}"
    return ADDRESSED.get(one.addressee_id, "" if one.addressee == recommendations.UNNAMED else one.addressee)
