"""What every page asks first: whose base, which day, which state, who is looking."""

import json
import threading
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from shnor import config, private
from shnor.scope import Actor, Role, Scope
from shnor.service import bases
from shnor.service.month import forms
from shnor.service.month.forms import Forms
from shnor.store import Store
from shnor.ui.run import access

WHO = ("координатор", "методист", "руководитель центра")
"""Who may say to be working on one's own computer; the last one reads."""
EXAMPLES = {"demo": "priozerny", "zarechny": "zarechny"}
"""Choice behind the door → name of the ready-made base."""


@dataclass(frozen=True)
class Session:
    """day: figures are counted for it. state: what is shown; past when it is not the newest one."""

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

    @property
    def base(self) -> str:
        return str(self.store.path)

    @property
    def actor(self) -> Actor:
        """Who asks for a change, with what they may."""
        return Actor(self.who, self.scope)

    def moment(self) -> datetime:
        """When a person does something: what is written by hand is named by it."""
        return settings().now()


class Over(Exception):
    """Whoever looks has left, or was switched off while the page stood open."""


class OpenBases:
    """The bases this process holds: one connection each, opened once."""

    def __init__(self) -> None:
        self._open: dict[Path, Store] = {}
        self._lock = threading.Lock()

    def get(self, path: Path) -> Store:
        with self._lock:
            if path not in self._open:
                if path.parent == settings().folder:
                    private.folder(path.parent)
                self._open[path] = bases.open_base(path, now=settings().now)
            return self._open[path]


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
    """«own», «demo» or «zarechny»; remembered for the next start."""
    path = private.folder(settings().folder) / "choice.json"
    with open(path, "w", encoding="utf-8", opener=private.opener) as file:
        json.dump({"base": choice}, file)


def current() -> Session:
    """Of this run of the script. Day and past state come from the address and stay while pages change. Raises Over."""
    who, scope = _present()
    store = open_bases().get(chosen_base() or settings().own_base)
    about = store.about()
    today = bases.today(store, settings().today())
    newest = store.state
    state = _kept("state", int)
    past = state is not None and 0 < state < newest
    return Session(
        store=store, scope=scope, today=today, day=_kept("day", date.fromisoformat) or today,
        state=state if past else newest, past=past, demo=about.get("demo") == bases.INVENTED,
        published=about.get("demo") == bases.PUBLISHED,
        municipality=about.get("municipality", ""), who=who,
        zone=ZoneInfo(settings().timezone), forms=forms.of(about, settings().timezone))


def _present() -> tuple[str, Scope]:
    """How the journal calls who works here, and what they may see."""
    if not settings().origin:
        who = st.session_state.get("who", WHO[0])
        return who, Scope("head") if who == WHO[-1] else Scope()
    person = access.person()
    if person is None:
        raise Over
    return person.title, person.scope


def role() -> Role:
    """Of whoever looks. On one's own computer every page is open, whoever is said to work. Raises Over."""
    return _present()[1].role if settings().origin else "coordinator"


def served() -> bool:
    return bool(settings().origin)


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
