"""Role × every widget of every page, pressed over the WebSocket. Who sees a button may use it, and what follows stays
inside what is theirs; who does not see it presses nothing by its number. Widgets are those the pages have sent to each
role, not a list of ours.

Asked of the first example alone: it has schools, forms and answers, so every widget of the second is there too."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.scope import Role
from shnor.service.desk.own import NOT_THE_SCHOOL
from shnor.service.intake.from_schools import NOT_CENTRE
from shnor.store.rights import COORDINATOR_ONLY, NOT_A_REPORT, NOT_OWN
from shnor.ui.pages import FIRST, PAGES, home, open_to
from tests.ui.server.presses import Walk, Widget, kept, widgets
from tests.ui.server.roles import Asked, asked
from tests.ui.serving import Shown, Tab, rerun

SCHOOL = "Ш05"
REFUSALS = (COORDINATOR_ONLY, NOT_A_REPORT, NOT_OWN, NOT_CENTRE, NOT_THE_SCHOOL)
CHANGES = {"director": {"base", "desk"}, "curator": set(), "guest": set()}
"""What a role changes by pressing whatever its pages have."""
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

    def centre(self) -> Walked:
        """What the coordinator sees on each page; nothing is pressed."""
        if "coordinator" not in self._done:
            self._done["coordinator"] = seen = Walked()
            for page in open_to("coordinator", served=True):
                shown = self.town.served.shown(self.town.words["coordinator"], page.name, **page.example)
                seen.seen[page.name] = {one.id: one for one in widgets(page.name, shown)}
                seen.scripts |= shown.scripts
        return self._done["coordinator"]

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


@pytest.mark.parametrize("role", CHANGES)
def test_who_sees_a_button_may_press_it(pressing, role):
    walked = pressing.of(role)
    assert (walked.wrong, walked.changed) == ([], CHANGES[role])
    assert bool(walked.seen) is (role != "guest")


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("coordinator", "director")])
def test_who_does_not_see_it_presses_nothing(pressing, role):
    """What the coordinator and the director see, said by its number: on the page it stands on, by the name and by the
    number of that page, and in the part of it that runs alone."""
    centre, director = pressing.centre(), pressing.of("director")
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
