"""Before the first person: import what pages need and take it out of the garbage collector's walks."""

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit import App

from shnor.errors import ShnorError


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[dict[str, object]]:
    refuse_several_processes(os.environ)
    warm()
    yield {}


def refuse_several_processes(environment: "os._Environ[str] | dict[str, str]") -> None:
    """The base has one writing process, and uploads and pages live in the memory of one."""
    if int(environment.get("WEB_CONCURRENCY") or 1) > 1:
        raise ShnorError("Программа работает одним процессом. Уберите настройку WEB_CONCURRENCY и запустите снова.")


def warm() -> None:
    """Imports here, not at the top: the pages import them too, this only makes the first page not wait."""
    import pandas  # noqa: F401

    gc.collect()
    gc.freeze()
