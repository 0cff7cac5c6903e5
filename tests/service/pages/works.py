"""Small files of results and the page over them."""

from shnor import wording
from shnor.service.pages import results
from shnor.service.pages.results import EVERY, Chosen
from shnor.store import Store
from tests.service.conftest import DAY

HEAD = ["Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
REGISTER = [["Код школы", "Номер", "Краткое название"], ["Ш05", "5", "МБОУ ООШ № 5"], ["Ш09", "9", "МБОУ ООШ № 9"],
            ["Ш11", "11", "МАОУ СОШ № 11"]]


def row(year, school, grade, wrote, low, procedure="ВПР", stage="", subject="математика"):
    name = "МАОУ СОШ № 11" if school == 11 else f"МБОУ ООШ № {school}"
    return [procedure, stage, year, name, str(grade), subject, str(wrote), "0", "0",
            str(wrote - low), str(low)]


def page(store: Store, **chosen) -> results.ResultsPage:
    with store.view() as view:
        return results.build(view, Chosen(**{"schools": EVERY, **chosen}), day=DAY)


def texts(line) -> list[str]:
    return [wording.figure_text(cell.figure).replace("\u00a0", " ") if cell else "" for cell in line.cells]
