"""Role × every widget of every page, pressed over the WebSocket. Who sees a button may use it, and
what follows stays inside what is theirs. Widgets are those the pages have sent to each role, not a list of ours.

Asked of the first example alone: it has schools, forms and answers, so every widget of the second is there too."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shnor.scope import Role
from shnor.service.desk.own import NOT_THE_SCHOOL
from shnor.service.intake.from_schools import NOT_CENTRE
from shnor.store.rights import COORDINATOR_ONLY, NOT_A_REPORT, NOT_OWN
from shnor.ui.pages import home, open_to
from tests.ui.server.presses import Walk, Widget, kept
from tests.ui.server.roles import Asked, asked
from tests.ui.serving import Shown

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
