"""Widgets of pages as they come over the WebSocket, and how one is pressed there: by its number, whoever says it."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from shnor.shows import beside
from tests.ui.serving import Serving, Shown, Tab

DEEPEST = 2
"""What stands in a window that a button has opened is pressed too, what comes after that is not."""
PICTURES = ("plotly_chart", "dataframe")
"""They have a number and take no press."""
TEXT, DAY = "Проба", "2026/12/01"


SESSIONS = ("session", "try")
"""Tables a mere look writes to."""


def kept(folder: Path) -> dict[str, object]:
    """What a press could change: the base (its bytes: another process holds it), the desks of schools, accesses with
    their journal, shows at seminars."""
    base = [(path.name, sha256(path.read_bytes()).digest()) for path in sorted(folder.glob("*.duckdb*"))]
    return {"base": base, "desk": _rows(folder / "base.desk.sqlite"), "access": _rows(folder / "access.sqlite"),
            "shows": _rows(beside(folder / "base.duckdb"))}


def _rows(path: Path) -> dict[str, list]:
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as rows:
        tables = [name for name, in rows.execute("select name from sqlite_master where type = 'table'")]
        return {name: rows.execute(f'select * from "{name}"').fetchall() for name in tables if name not in SESSIONS}


@dataclass(frozen=True)
class Widget:
    """page: where it was seen. kind: as Streamlit calls it. fragment: the part of the page that runs alone, "" = none.
    form: whose fields it is sent with. state: another one than it has. way: what was pressed before it was there."""

    page: str
    kind: str
    label: str
    fragment: str
    form: str
    state: WidgetState
    way: tuple["Widget", ...] = ()

    @property
    def id(self) -> str:
        return self.state.id

    @property
    def is_pressed(self) -> bool:
        """A button: others keep what they are set to."""
        return self.kind in ("button", "download_button")

    def __str__(self) -> str:
        return " → ".join(f"{one.kind} «{one.label}»" for one in (*self.way, self))


def widgets(page: str, shown: Shown) -> list[Widget]:
    """Those on the page when the run ended, by their order there."""
    found = (_widget(page, one) for one in shown.last)
    return [*{one.id: one for one in found if one}.values()]


def _widget(page: str, message: ForwardMsg) -> Widget | None:
    holder = getattr(message.delta, message.delta.WhichOneof("type"))
    kind = holder.WhichOneof("type") if message.delta.WhichOneof("type") in ("new_element", "add_block") else None
    told = getattr(holder, kind) if kind else None
    if not getattr(told, "id", "") or kind in PICTURES:
        return None
    return Widget(page, kind, getattr(told, "label", ""), message.delta.fragment_id, getattr(told, "form_id", ""),
                  _changed(kind, told))


def _changed(kind: str, told) -> WidgetState:
    """What a browser would send after a person has touched it."""
    state = WidgetState(id=told.id)
    match kind:
        case "button" | "download_button":
            state.trigger_value = True
        case "selectbox" | "radio":
            state.string_value = told.options[-1] if told.options else ""
        case "multiselect":
            state.string_array_value.data[:] = told.options[:1]
        case "button_group":
            state.string_array_value.data[:] = [one.content for one in told.options[-1:]]
        case "text_input" | "text_area":
            state.string_value = TEXT
        case "date_input":
            state.string_array_value.data[:] = [DAY]
        case "number_input":
            state.double_value = told.default + told.step
        case "checkbox" | "expandable" | "popover" | "tab_container":
            state.bool_value = True
        case "file_uploader":
            state.file_uploader_state_value.uploaded_file_info.add(name="a.xlsx", size=1, file_id="1")
        case "arrow_data_frame":
            state.string_value = '{"edited_rows":{},"added_rows":[],"deleted_rows":[]}'
        case _:
            raise AssertionError(f"nobody has said how a {kind} is pressed")
    return state


def steps(standing: Collection[Widget]) -> list[tuple[Widget, ...]]:
    """What is sent at once: all choices of a part of the page, then each button, with the fields of its form."""
    choices: dict[str, list[Widget]] = {}
    for one in standing:
        if not one.is_pressed and not one.form:
            choices.setdefault(one.fragment, []).append(one)
    buttons = [one for one in standing if one.is_pressed and one.kind != "download_button"]
    return [*map(tuple, choices.values()), *(
        (*(other for other in standing if one.form and other.form == one.form and not other.is_pressed), one)
        for one in buttons)]


@dataclass
class Walk:
    """Somebody on a page with its address, pressing. passed_by: a button that is tried elsewhere."""

    served: Serving
    word: str
    page: str
    query: Mapping[str, str]
    passed_by: Callable[[Widget], bool]

    async def every(self, told: Callable[[Sequence[Widget], Shown], None]) -> dict[str, Widget]:
        """Presses whatever is there and whatever comes of it; told: of each step what came. Gives what there was."""
        known: dict[str, Widget] = {}
        async with AsyncExitStack() as tabs:
            tab, here = await self.opened(tabs)
            todo = steps(here.values())
            known |= here
            while todo:
                step = todo.pop(0)
                if self.passed_by(step[-1]):
                    continue
                if step[-1].id not in here:
                    tab, here = await self.opened(tabs, step[-1].way)
                if step[-1].id not in here:  # what was done before has taken it away
                    continue
                shown, before = await self.press(tab, step, here), here
                told(step, shown)
                here = self._standing(here[step[-1].id], here, shown)
                new = [replace(one, way=(*step[-1].way, step[-1])) for one in here.values() if one.id not in known]
                known |= {one.id: one for one in new}
                if len(step[-1].way) < DEEPEST - 1:
                    todo[:0] = steps(new)
                if step[-1].id not in before.keys() & here.keys():
                    here = {}  # another page stands there now
        return known

    async def opened(self, tabs: AsyncExitStack, way: Iterable[Widget] = ()) -> tuple[Tab, dict[str, Widget]]:
        """The page in a tab of its own, with what stands on the way pressed as far as it is there."""
        await tabs.aclose()
        tab = Tab(await tabs.enter_async_context(self.served.tab(self.word)))
        here = {one.id: one for one in widgets(self.page, await tab.run(self.page, **self.query))}
        for one in way:
            if one.id in here:
                shown = await self.press(tab, (one,), here)
                here = self._standing(here[one.id], here, shown)
        return tab, here

    async def press(self, tab: Tab, step: Sequence[Widget], here: Mapping[str, Widget]) -> Shown:
        """A part of a page has another number when the page was run meanwhile."""
        fragment = here[step[-1].id].fragment if step[-1].id in here else step[-1].fragment
        return await tab.press([one.state for one in step], self.page, fragment, **self.query)

    def _standing(self, one: Widget, before: Mapping[str, Widget], shown: Shown) -> dict[str, Widget]:
        """What is there after a press: all that came; where a part ran alone, also what was there around it."""
        alone = one.fragment and not shown.ran_whole
        around = {name: old for name, old in before.items() if alone and old.fragment != one.fragment}
        return around | {new.id: new for new in widgets(self.page, shown)}
