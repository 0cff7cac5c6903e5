"""Who looks at a page in server mode. No library for it is loaded on one's own computer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from shnor import config, private

if TYPE_CHECKING:
    from shnor.access import Entry, Person

COOKIE = "__Host-shnor"
"""The prefix has browsers take it over TLS alone, for this host alone and for all its paths."""
ENTER, LINK, LEAVE = "/shnor/enter", "/shnor/link", "/shnor/leave"
"""Pages of the entry, the first two open to everybody."""
BEGIN, BACK, OUT = "/shnor/oidc", "/shnor/oidc/back", "/shnor/oidc/out"
"""The way to the municipality's identity provider, back from it, and out of it; there only where one is configured."""


def entry() -> Entry:
    """The file of accesses of this process, beside the bases."""
    return _entry(config.load())


@cache
def _entry(settings: config.Settings) -> Entry:
    from shnor.access import Database, Entry
    from shnor.access.database import FILE

    path = private.folder(settings.folder) / FILE
    made = Entry(Database(path, settings.now))
    private.file(path)
    return made


def word() -> str:
    """What the browser of this run of the script has shown for itself."""
    return st.context.cookies.get(COOKIE, "")


def person(word: str) -> Person | None:
    """Whose it is at this moment: whoever was switched off or has left is nobody from now on, whatever stays open."""
    return entry().sessions.person(word)
