"""The one table of pages: behind which door, under which name, drawn by what. `pages/main.py` shows them in this order,
the start imports what they draw with, tests and benchmarks walk them."""

from dataclasses import dataclass, field
from types import ModuleType

from shnor.scope import Role
from shnor.ui.screens import handbook
from shnor.ui.screens.access import page as access
from shnor.ui.screens.courses import page as courses
from shnor.ui.screens.documents import page as documents
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.papers import check
from shnor.ui.screens.papers import forms as of_others
from shnor.ui.screens.papers import page as papers
from shnor.ui.screens.recommendations import page as recommendations
from shnor.ui.screens.report import page as report
from shnor.ui.screens.results import page as results
from shnor.ui.screens.roadmap import page as roadmap
from shnor.ui.screens.school import page as school
from shnor.ui.screens.settings import forms, setup
from shnor.ui.screens.show import page as show
from shnor.ui.screens.source import page as source
from shnor.ui.screens.summary import page as summary
from shnor.ui.screens.support import page as support
from shnor.ui.screens.surveys import page as surveys
from shnor.ui.screens.turn import page as turn
from shnor.ui.screens.upload import page as upload
from shnor.ui.screens.versions import page as versions

FIRST = "overview"
"""Opens by itself, at the root."""
CENTRE: frozenset[Role] = frozenset({"coordinator"})
READS: frozenset[Role] = CENTRE | {"head"}
DIRECTOR: frozenset[Role] = frozenset({"director"})
SCHOOLS: frozenset[Role] = READS | {"director", "curator"}


@dataclass(frozen=True)
class Page:
    """name: of its file in pages/ and of its address. door "" = it is reached by links alone. screen: draws it and is
    imported before the first person comes. roles: who may open it; what they see on it is the business of their scope.
    example: what stands in an address of it that shows something. served: there is nothing on it on one's own computer.
    """

    name: str
    title: str
    door: str
    screen: ModuleType
    roles: frozenset[Role]
    example: dict[str, str] = field(default_factory=dict)
    served: bool = False


PAGES = (
    Page(FIRST, "Обзор", "Главная", overview, READS),
    Page("upload", "Приём", "Приём отчётов", upload, CENTRE),
    Page("versions", "Сроки и версии", "Приём отчётов", versions, CENTRE),
    Page("school", "Школа", "Школы", school, SCHOOLS, {"school": "Ш05"}),
    Page("report", "Отчёт за месяц", "Отчёт за месяц", report, DIRECTOR, served=True),
    Page("roadmap", "Дорожная карта", "Показатели", roadmap, READS),
    Page("courses", "Курсы и профессиональные дефициты", "Показатели", courses, READS),
    Page("surveys", "Анкетирование", "Показатели", surveys, READS),
    Page("results", "Результаты", "Показатели", results, READS),
    Page("support", "Методическая помощь", "Показатели", support, READS),
    Page("recommendations", "Рекомендации", "Показатели", recommendations, READS),
    Page("documents", "Документы", "Показатели", documents, READS),
    Page("papers", "Справки", "Справки и слайды", papers, READS),
    Page("show", "Показ на семинаре", "Справки и слайды", show, READS | {"guest"}),
    Page("check", check.TITLE, "Справки и слайды", check, READS),
    Page("forms", of_others.TITLE, "Справки и слайды", of_others, CENTRE),
    Page("setup", "С чего начать", "Ещё", setup, CENTRE),
    Page("turn", "Новый перечень", "Ещё", turn, READS),
    Page("summary", "Свод прошлых лет", "Ещё", summary, READS),
    Page("handbook", "Что как считается", "Ещё", handbook, SCHOOLS),
    Page("settings", "Настройки", "Ещё", forms, CENTRE),
    Page("access", "Кто входит", "Ещё", access, CENTRE, served=True),
    Page("source", "Откуда цифра", "", source, SCHOOLS,
         {"metric": "roadmap_done_due", "part": "due", "c.school_id": "-", "c.period": "2026"}),
)


def open_to(role: Role, *, served: bool) -> tuple[Page, ...]:
    """The pages of a role, in the order of the table. served: in server mode."""
    return tuple(page for page in PAGES if role in page.roles and (served or not page.served))


def home(role: Role) -> str:
    """The page a person comes to first; "" = there is none for them."""
    return next((page.name for page in open_to(role, served=True)), "")


def doors(pages: tuple[Page, ...] = PAGES) -> dict[str, tuple[Page, ...]]:
    """Door → its pages, in the order of the table; hidden ones are behind none."""
    behind: dict[str, tuple[Page, ...]] = {}
    for page in pages:
        if page.door:
            behind[page.door] = (*behind.get(page.door, ()), page)
    return behind


def hidden(pages: tuple[Page, ...] = PAGES) -> tuple[Page, ...]:
    return tuple(page for page in pages if not page.door)
