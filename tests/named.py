"""A teacher by name in a base whose centre keeps names: what nobody else may read."""

from shnor.service.intake import drop, with_names
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.clock import DAY
from tests.service.conftest import file

SURNAME = "Приметнова"
_HEADER = ["Школа", "ФИО", "Дата окончания", "Предмет", "Программа", "Часов"]


def name_teacher(store: Store, school: str) -> None:
    """The mode «С ФИО», and one course of one teacher of the school."""
    with store.view() as view:
        [name] = [name for name, in view.rows("schools", school_id=school).select("name").fetchall()]
    with_names.keep_mode(store, with_names.ON, COORDINATOR)
    course = [name, f"{SURNAME} Анна Петровна", "20.05.2026", "химия", "Приметный курс", "72"]
    drop.accept_all(store, drop.review(store, [file("имена.csv", [_HEADER, course])], DAY), by=COORDINATOR)
