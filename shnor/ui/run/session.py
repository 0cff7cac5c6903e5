"""What every page asks first: whose base, which day, which state, who is looking."""

import json
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import streamlit as st

from shnor import config, private
from shnor.errors import NotAllowed
from shnor.scope import EVERYTHING, Actor, Role, Scope
from shnor.service import bases
from shnor.service.month import forms, unseen
from shnor.service.month.forms import Forms
from shnor.service.month.unseen import Unseen
from shnor.store import Store, Upload, View
from shnor.ui.run import access, desks, owners

WHO = ("координатор", "методист", "руководитель центра")
"""Who may say to be working on one's own computer; the last one reads."""
LOOKS_ON = Scope("guest", frozenset())
"""What whoever looks as somebody else may change: nothing."""
AS_SCHOOL, PRESENT = "shnor_as_school", "shnor_present"
EXAMPLES = {"demo": "priozerny", "zarechny": "zarechny"}
"""Choice behind the door → name of the ready-made base."""


@dataclass(frozen=True)
class Session:
    """day: figures are counted for it. state: what is shown; past when it is not the newest one. login: of whoever has
    come in, "" on one's own computer. as_school: the school as whose director a coordinator looks, "" = as themselves.
    word: of their browser, by which they are asked for again. unseen: files that are not shown to whoever looks before
    their schools have seen what they make."""

    store: Store
    scope: Scope
    today: date
    day: date
    state: int
    past: bool
    demo: bool
    published: bool
    municipality: str
    who: str
    zone: ZoneInfo
    forms: Forms
    login: str = ""
    as_school: str = ""
    word: str = field(default="", repr=False)
    unseen: tuple[Unseen, ...] = ()

    @property
    def base(self) -> str:
        return str(self.store.path)

    def view(self, *, newest: bool = False) -> AbstractContextManager[View]:
        """What whoever looks may see of the base. newest: of its last state, whichever is shown."""
        return self.store.view(self.scope, None if newest else self.state, unseen=self.unseen)

    def uploads(self) -> list[Upload]:
        """Accepted files they may see, newest first."""
        with self.view(newest=True) as view:
            return view.uploads()

    @property
    def actor(self) -> Actor:
        """Who asks for a change, with what they may do at this moment: a page may have stood open for long. Who looks
        as somebody else changes nothing. Raises Over."""
        if self.as_school:
            return Actor(self.who, LOOKS_ON)
        if not self.word:
            return Actor(self.who, self.scope)
        now = _served(self.word)
        return Actor(now.who, now.scope)

    @property
    def changes(self) -> bool:
        """Whether what changes something is offered here. The store asks again."""
        return not (self.past or self.as_school) and self.scope.role == "coordinator"

    def moment(self) -> datetime:
        """When a person does something: what is written by hand is named by it."""
        return settings().now()


class Over(Exception):
    """Whoever looks has left, or was switched off while the page stood open."""


class Present(NamedTuple):
    """Whoever looks. who: how the journal calls them. as_school, word: see Session."""

    who: str
    scope: Scope
    login: str = ""
    as_school: str = ""
    word: str = ""


class OpenBases:
    """The bases this process holds: one connection each, opened once."""

    def __init__(self) -> None:
        self._open, self._lock = dict[Path, Store](), threading.Lock()

    def get(self, path: Path) -> Store:
        with self._lock:
            if path not in self._open:
                if path.parent == settings().folder:
                    private.folder(path.parent)
                self._open[path] = bases.open_base(path, now=settings().now, crowded=served())
            return self._open[path]

    def exchange(self, path: Path, put: Callable[[], None]) -> None:
        """put: another file takes the place of this one, closed for it; whoever asks meanwhile gets the new one."""
        with self._lock:
            if path in self._open:
                self._open.pop(path).close()
            put()

    def close(self) -> None:
        """At the end of the program."""
        with self._lock:
            for store in self._open.values():
                store.close()


@st.cache_resource(show_spinner=False)
def open_bases() -> OpenBases:
    return OpenBases()


def settings() -> config.Settings:
    return config.load()


def chosen_base() -> Path | None:
    """The base of this process, or the one chosen behind the two doors; None before the first choice."""
    given = settings()
    if given.database or given.origin:  # on a server nobody switches the base of all
        return given.own_base
    try:
        choice = json.loads((given.folder / "choice.json").read_text(encoding="utf-8"))["base"]
    except (OSError, ValueError, KeyError):
        return None
    path = example_path(choice) if choice in EXAMPLES else given.own_base
    return path if choice == "own" or path.exists() else None


def example_path(choice: str) -> Path:
    """Each example has a file of its own."""
    given = settings()
    return given.second_demo_base if choice == "zarechny" else given.demo_base


def choose_base(choice: str) -> None:
    """«own», «demo» or «zarechny»; remembered for the next start. On a server there is one base for all."""
    if served():
        raise NotAllowed("На сервере открыта одна база для всех.")
    path = private.folder(settings().folder) / "choice.json"
    with open(path, "w", encoding="utf-8", opener=private.opener) as file:
        json.dump({"base": choice}, file)


def current() -> Session:
    """Of this run of the script. Day and past state come from the address and stay while pages change; who sees some
    schools alone sees today and the newest state, for two dates side by side tell whose report came between. Raises
    Over."""
    present = st.session_state.pop(PRESENT, None) or _present()
    pinned = not present.scope.sees_all
    for name in ("day", "state") if pinned else ():
        forget(name)
    store = open_bases().get(chosen_base() or settings().own_base)
    about = store.about()
    today = bases.today(store, settings().today())
    newest, rules = store.state, forms.of(about, settings().timezone)
    state = _kept("state", int)
    past = state is not None and 0 < state < newest
    return Session(
        store=store, scope=present.scope, today=today, day=_kept("day", date.fromisoformat) or today,
        state=state if past else newest, past=past, demo=about.get("demo") == bases.INVENTED,
        published=about.get("demo") == bases.PUBLISHED,
        municipality=about.get("municipality", ""), who=present.who,
        zone=ZoneInfo(settings().timezone), forms=rules, login=present.login,
        as_school=present.as_school, word=present.word, unseen=unseen_by(present.scope, store, today, rules))


def centre(store: Store, hidden: tuple[Unseen, ...] = ()) -> Session:
    """Of nobody: everything there is, as of today, for what is counted outside of a run of a page. hidden: files that
    are not shown yet."""
    about, given = store.about(), settings()
    today = bases.today(store, given.today())
    return Session(
        store=store, scope=EVERYTHING, today=today, day=today, state=store.state, past=False,
        demo=about.get("demo") == bases.INVENTED, published=about.get("demo") == bases.PUBLISHED, who="",
        municipality=about.get("municipality", ""), zone=ZoneInfo(given.timezone),
        forms=forms.of(about, given.timezone), unseen=hidden)


def unseen_by(scope: Scope, store: Store, today: date, rules: Forms) -> tuple[Unseen, ...]:
    """The head sees what a school has seen before. A curator looks through it with the school."""
    desk = desks.of_process()
    if desk is None or scope.role not in ("head", "guest"):
        return ()
    return unseen.files(store, desk.seen, today, rules)


def begin() -> Role:
    """Who looks in this run of the script: asked for once, then `current` knows. Raises Over."""
    st.session_state[PRESENT] = present = _present()
    if served() or present.as_school:
        return present.scope.role
    return "coordinator"  # on one's own computer every page is open, whoever is said to work


def _present() -> Present:
    present = _as_school(_served(access.word()) if served() else _local())
    owners.arrived(present.login)
    return present


def _local() -> Present:
    who = st.session_state.get("who", WHO[0])
    return Present(who, Scope("head") if who == WHO[-1] else Scope())


def _served(word: str) -> Present:
    person = access.person(word)
    if person is None:
        raise Over
    return Present(person.title, person.scope, person.login, word=word)


def _as_school(present: Present) -> Present:
    """A coordinator who looks as a director sees what both may see."""
    school = st.session_state.get(AS_SCHOOL, "")
    if not school or present.scope.role != "coordinator":
        return present
    return present._replace(scope=Scope("director", frozenset({school})), as_school=school)


def look_as(session: Session, school: str, name: str) -> None:
    """As the director of the school, until `look_again`; it stands in the journal. Raises NotAllowed."""
    session.store.decide(session.actor, f"Смотрит как директор: {name}")
    st.session_state[AS_SCHOOL] = school


def look_again() -> None:
    """As oneself."""
    st.session_state.pop(AS_SCHOOL, None)


def again(session: Session) -> bool:
    """Whether whoever looks may still see what the session was made for. Raises Over."""
    now = _as_school(_served(session.word)) if session.word else session
    return now.scope == session.scope


def served() -> bool:
    return bool(settings().origin)


def copies_inside() -> Path | None:
    """The folder below which copies may go: None on one's own computer, on a server where who started it has said."""
    return settings().copies if served() else None


def sees_grounds(session: Session) -> bool:
    """Whether reasons are shown why a school is where it is: to the centre's own people alone."""
    return session.scope.role == "coordinator"


def sees_names(session: Session) -> bool:
    """Names of teachers are the coordinator's alone."""
    return session.scope.role == "coordinator" and session.who != WHO[1]


def _kept(name: str, read):
    """A value of the address, kept while the tab goes from page to page; an unreadable one counts as absent."""
    if name in st.query_params:
        st.session_state[f"kept_{name}"] = st.query_params[name]
    try:
        value = read(st.session_state[f"kept_{name}"])
    except (KeyError, ValueError):
        return None
    st.query_params[name] = st.session_state[f"kept_{name}"]
    return value


def forget(name: str) -> None:
    """Back to today, back to the newest state."""
    st.session_state.pop(f"kept_{name}", None)
    if name in st.query_params:
        del st.query_params[name]
