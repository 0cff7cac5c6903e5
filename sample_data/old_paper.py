"""«Справка 2026, по прошлогоднему образцу.docx»: a finished paper of the invented district with six mistakes, as they
come of copying. Everything else in it is what the base says on 27.11.2026.

The mistakes: the order has two numbers (131 and 113); a year is left from the paper before; 63 of 84 where 74 were
asked; 68 certificates are told as people; a school № 17 nobody has; nine tasks numbered up to ten.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document

from sample_data.district import MARK, MUNICIPALITY

NAME = "Справка 2026, по прошлогоднему образцу.docx"
DAY = date(2026, 11, 27)
MISTAKES = {
    "act-number": "от 20.11.2026 № 113", "year-copied": "В 2025 году", "wrong-n": "63 из 84",
    "people-certificates": "68 педагогов", "school-unknown": "МБОУ СОШ № 17",
    "numbering": "1, 2, 3, 5, 6, 7, 8, 9, 10",
}
"""Reason → where it stands."""
_TITLE = "Об итогах сопровождения школ с низкими образовательными результатами округа в 2026 году"
_ORDER = (
    MARK, f"{MUNICIPALITY}, методический центр", "ПРИКАЗ", "«20» ноября 2026 г.", "№ 131", _TITLE,
    "На основании приказа от 12.12.2025 № 226 «Об утверждении дорожной карты округа на 2026 год» приказываю:",
    "1. Утвердить аналитическую справку.", "2. Методистам центра подготовить дорожную карту на 2027 год.",
    "3. Контроль за исполнением приказа оставляю за собой.",
    "ПРИЛОЖЕНИЕ", "УТВЕРЖДЕНА", "приказом методического центра", "от 20.11.2026 № 113",
)
_PAPER = (
    "Аналитическая справка", _TITLE,
    "В перечень 2026 года вошли шесть школ: МБОУ СОШ № 3, МБОУ ООШ № 5, МБОУ СОШ № 7, МБОУ ООШ № 9, МАОУ СОШ № 11, "
    "МБОУ ООШ № 12.",
    "В 2026 году проведено 46 консультаций, 12 мастер-классов, 7 практико-ориентированных семинаров, 4 вебинара, "
    "1 видеоконференция.",
    "Для сравнения: вебинаров в 2025 году было 3.",
    "В 2025 году в полном объёме реализован план работы тьюторского пункта.",
    "Курсы повышения квалификации в 2026 году прошли 68 педагогов школ, помощь которым оказывает центр.",
    "По данным ноябрьского опроса 2026 года помощь назвали адресной 63 из 84 опрошенных педагогов (75 %).",
    "Работу тьюторского пункта предлагают продолжить в 2027 году 94 % опрошенных школы № 7.",
    "Школы получили 2 гранта.",
    "Улучшились результаты ОГЭ по математике в МБОУ СОШ № 3, 7, 17.",
    "Задачи на 2027 год:",
)
_TASKS = (
    "содействовать управленческим командам школ", "поддерживать школы в зоне риска", "обобщать опыт наставников",
    "развивать обмен опытом", "обновить карту затруднений", "закрепить тьюторов по предметам",
    "продолжить сетевые занятия", "повышать подготовку учителей", "сопровождать школы, вошедшие в перечень",
)
_NUMBERS = (1, 2, 3, 5, 6, 7, 8, 9, 10)


def paper() -> bytes:
    document = Document()
    document.core_properties.author = ""
    document.core_properties.comments = MARK
    for line in (*_ORDER, *_PAPER):
        document.add_paragraph(line)
    for number, task in zip(_NUMBERS, _TASKS, strict=True):
        document.add_paragraph(f"{number}) {task};")
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def files(folder: Path) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(paper())
    return [(path, DAY)]
