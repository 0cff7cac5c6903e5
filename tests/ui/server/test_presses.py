"""Role × every widget of every page, pressed over the WebSocket. Who sees a button may use it, and what follows stays
inside what is theirs; who does not see it presses nothing by its number. Widgets are those the pages have sent to each
role, not a list of ours.

Asked of the first example alone: it has schools, forms and answers, so every widget of the second is there too."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.scope import Role
from shnor.service.desk.own import NOT_THE_SCHOOL
from shnor.service.intake.from_schools import NOT_CENTRE
from shnor.store.rights import COORDINATOR_ONLY, NOT_A_REPORT, NOT_OWN
from shnor.ui.pages import FIRST, PAGES, Page, home, open_to
from tests.ui.server.presses import Walk, Widget, kept, steps, widgets
from tests.ui.server.roles import Asked, asked
from tests.ui.serving import Shown, Tab, rerun

pytestmark = pytest.mark.nightly
SCHOOL = "Ш05"
REFUSALS = (COORDINATOR_ONLY, NOT_A_REPORT, NOT_OWN, NOT_CENTRE, NOT_THE_SCHOOL)
CHANGES = {"director": {"base", "desk"}, "curator": set(), "head": set(), "guest": set(),
           "coordinator": {"base", "access", "shows"}}
"""What a role changes by pressing whatever its pages have. The coordinator is last: they end what others have open."""
DAY_OF_FRAME = re.compile(r"на \d\d\.\d\d\.\d{4}")
"""It stands on every page, and is pressed on the first."""


@dataclass
class Walked:
    """What a role saw on each page, the number of the page, what has changed by its presses, what went wrong."""

    seen: dict[str, dict[str, Widget]] = field(default_factory=dict)
    scripts: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    wrong: list[tuple[str, ...]] = field(default_factory=list)


@dataclass
class Pressing:
    """Each role walks once."""

    town: Asked
    _done: dict[str, Walked] = field(default_factory=dict)

    def of(self, role: Role) -> Walked:
        if role not in self._done:
            before = kept(self.town.served.server.folder)
            self._done[role] = walked = self._walk(role)
            after = kept(self.town.served.server.folder)
            walked.changed = {name for name in after if after[name] != before[name]}
        return self._done[role]

    @cached_property
    def of_centre(self) -> Walked:
        """What the coordinator sees on each page before anything is pressed."""
        seen = Walked()
        for page in open_to("coordinator", served=True):
            shown = self.town.served.shown(self.town.words["coordinator"], page.name, **page.example)
            seen.seen[page.name] = {one.id: one for one in widgets(page.name, shown)}
            seen.scripts |= shown.scripts
        return seen

    def _walk(self, role: Role) -> Walked:
        walked = Walked()

        def told(step: Sequence[Widget], shown: Shown) -> None:
            walked.scripts |= shown.scripts
            said = [*(one for one in REFUSALS if one in shown.text), *(["failed"] if shown.failed else []),
                    *self.town.leaked(role, shown.text)]
            if said:
                walked.wrong.append((step[-1].page, str(step[-1]), *said))

        for page in open_to(role, served=True):
            walk = Walk(self.town.served, self.town.words[role], page.name, page.example,
                        never if page.name == home(role) else of_frame)
            walked.seen[page.name] = asyncio.run(walk.every(told))
        return walked


def never(one: Widget) -> bool:
    return False


def of_frame(one: Widget) -> bool:
    return bool(DAY_OF_FRAME.fullmatch((*one.way, one)[0].label))


@pytest.fixture(scope="module")
def pressing(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pressing]:
    with asked("priozerny", SCHOOL, example_base, tmp_path_factory) as town:
        yield Pressing(town)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "coordinator"])
def test_who_does_not_see_it_presses_nothing(pressing, role):
    """What the coordinator and the director see, said by its number: on the page it stands on, by the name and by the
    number of that page, and in the part of it that runs alone."""
    centre, director = pressing.of_centre, Walked() if role == "director" else pressing.of("director")
    town, folder = pressing.town, pressing.town.served.server.folder
    word = town.served.person(f"later-{role}", role, *([SCHOOL] if role in OF_SCHOOLS else []))
    thrown, wrong = 0, []
    for page in PAGES:
        own = widgets(page.name, town.served.shown(word, page.name, **page.example))
        others = {one.id: one for by in (director, centre) for one in by.seen.get(page.name, {}).values()}
        foreign = [one for number, one in others.items() if number not in {mine.id for mine in own}]
        if foreign:
            number = (director.scripts | centre.scripts).get("" if page.name == FIRST else page.name, "")
            assert number, page.name
            before = kept(folder)
            came = asyncio.run(throw(town, word, page.name, foreign, number))
            thrown += len(foreign)
            wrong += [(page.name, name) for name, rows in kept(folder).items() if rows != before[name]]
            wrong += [(page.name, *found) for shown in came if (found := town.leaked(role, shown.text))]
    assert wrong == []
    assert thrown > 20


async def throw(town: Asked, word: str, page: str, foreign: Sequence[Widget], number: str) -> list[Shown]:
    """All at once: to whom they are not shown they do nothing, so none stands in another's way. A part that the tab
    does not know has no answer, so the page is asked for after it."""
    states = [one.state for one in foreign]
    async with town.served.tab(word) as socket:
        by_name, by_number = Tab(socket), Tab(socket, number)
        came = [await by_name.press(states, page), await by_number.press(states, page)]
        for fragment in {one.fragment for one in foreign} - {""}:
            of_part = [one.state for one in foreign if one.fragment == fragment]
            await by_name.say(rerun(page, "", of_part, fragment, number))
        return [*came, await by_name.run(page)]


def test_who_is_no_longer_the_centre_presses_nothing_of_what_stands_open(pressing):
    """What runs with the page is pressed at once, of a part that runs alone each button in a tab of its own: the first
    press takes the part away."""
    todo = []
    for page in open_to("coordinator", served=True):
        parts = [step for step in steps(pressing.of_centre.seen[page.name].values()) if not of_frame(step[-1])]
        together = tuple(one for step in parts for one in step if not one.fragment)
        todo += [(page, step) for step in (together, *(step for step in parts if step[-1].fragment)) if step]
    assert pressed_late(pressing.town, todo) == (len(todo), [])
    assert [page for page, step in todo if step[-1].fragment]


@pytest.mark.parametrize("role", CHANGES)
def test_who_sees_a_button_may_press_it(pressing, role):
    walked = pressing.of(role)
    assert (walked.wrong, walked.changed) == ([], CHANGES[role])
    assert walked.seen


def test_who_is_no_longer_the_centre_presses_nothing_in_a_window(pressing):
    """Of those the coordinator has opened: each button."""
    todo = [(page, step) for page in open_to("coordinator", served=True)
            for step in steps([one for one in pressing.of("coordinator").seen[page.name].values() if one.way])
            if step[-1].is_pressed and step[-1].fragment and not of_frame(step[-1])]
    pressed, wrong = pressed_late(pressing.town, todo)
    assert wrong == []
    assert pressed > 3


def pressed_late(town: Asked, todo: Sequence[tuple[Page, Sequence[Widget]]]) -> tuple[int, list[tuple[str, ...]]]:
    """How many were still there, and what went wrong: each step was drawn for a coordinator, who was a director when
    they pressed."""
    people, folder, pressed, wrong = town.served.entry.people, town.served.server.folder, 0, []
    word = town.served.person("once-center", "coordinator")

    async def late(page: Page, step: Sequence[Widget]) -> Shown | None:
        async with AsyncExitStack() as tabs:
            walk = Walk(town.served, word, page.name, page.example, never)
            tab, here = await walk.opened(tabs, step[-1].way)
            if step[-1].id not in here:
                return None
            before.update(kept(folder))
            people.change("once-center", "director", [SCHOOL], by="")
            return await walk.press(tab, step, here)

    for page, step in todo:
        people.change("once-center", "coordinator", by="")
        before: dict[str, object] = {}
        if not (shown := asyncio.run(late(page, step))):
            continue
        pressed, after = pressed + 1, kept(folder)
        refused = any(one in shown.text for one in REFUSALS)
        said = [*(name for name in ("base", "desk", "shows") if after[name] != before[name]),
                *(["failed"] if shown.failed and not refused else []), *town.leaked("director", shown.text)]
        if said:
            wrong.append((page.name, str(step[-1]), *said))
    return pressed, wrong
