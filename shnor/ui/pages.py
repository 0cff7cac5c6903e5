"""The one table of pages: behind which door, under which name, drawn by what. `pages/main.py` shows them in this order,
the start imports what they draw with, tests and benchmarks walk them."""

from dataclasses import dataclass, field
from types import ModuleType

from shnor.ui.screens import handbook, summary
from shnor.ui.screens.courses import page as courses
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.results import page as results
from shnor.ui.screens.roadmap import page as roadmap
from shnor.ui.screens.school import page as school
from shnor.ui.screens.settings import forms, setup
from shnor.ui.screens.source import page as source
from shnor.ui.screens.support import page as support
from shnor.ui.screens.surveys import page as surveys
from shnor.ui.screens.upload import page as upload
from shnor.ui.screens.versions import page as versions

FIRST = "overview"
"""Opens by itself, at the root."""


@dataclass(frozen=True)
class Page:
    """name: of its file in pages/ and of its address. door "" = it is reached by links alone. screen: draws it and is
    imported before the first person comes. example: what stands in an address of it that shows something."""

    name: str
    title: str
    door: str
    screen: ModuleType
    example: dict[str, str] = field(default_factory=dict)


PAGES = (
    Page(FIRST, "Обзор", "Главная", overview),
    Page("upload", "Приём", "Приём отчётов", upload),
    Page("versions", "Сроки и версии", "Приём отчётов", versions),
    Page("school", "Школа", "Школы", school, {"school": "Ш05"}),
    Page("roadmap", "Дорожная карта", "Показатели", roadmap),
    Page("courses", "Курсы", "Показатели", courses),
    Page("surveys", "Анкетирование", "Показатели", surveys),
    Page("results", "Результаты", "Показатели", results),
    Page("support", "Методическая помощь", "Показатели", support),
    Page("setup", "С чего начать", "Ещё", setup),
    Page("summary", "Свод прошлых лет", "Ещё", summary),
    Page("handbook", "Что как считается", "Ещё", handbook),
    Page("settings", "Настройки", "Ещё", forms),
    Page("source", "Откуда цифра", "", source,
         {"metric": "roadmap_done_due", "part": "due", "c.school_id": "-", "c.period": "2026"}),
)


def doors() -> dict[str, tuple[Page, ...]]:
    """Door → its pages, in the order of the table; hidden ones are behind none."""
    behind: dict[str, tuple[Page, ...]] = {}
    for page in PAGES:
        if page.door:
            behind[page.door] = (*behind.get(page.door, ()), page)
    return behind


def hidden() -> tuple[Page, ...]:
    return tuple(page for page in PAGES if not page.door)
