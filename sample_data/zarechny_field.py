"""The rest of the field of the second district: one school of the list, so every set is a set of one school.

Counted by hand for 27.11.2026: 5 deficits of 8 teachers, help for 4, 2 closed; routes of 3 teachers, 5 steps of 6 done;
4 of 5 items of the list of ВСОКО there; 2 factors chosen, each with a measure; of 3 recommendations 1 done.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from shnor.datasets.checklists import OF_VSOKO
from shnor.datasets.risks import FACTORS

Rows = list[dict[str, object]]
SCHOOL, LYCEUM = "МБОУ ООШ № 3", "директор МАОУ лицея № 4"
ORDER = "приказ от 20.01.2026 № 9"
_RISKS: Mapping[int, tuple[str, str]] = {
    1: ("высокий", "дорожная карта, 2.4"), 2: ("высокий", "дорожная карта, 2.2"), 5: ("средний", "")}
"""Place of the factor in the method → its level and measure; the others are low."""


def sent() -> Iterator[tuple[str, str, date, Rows]]:
    """Kind, title of the table and of its file, day of arrival, rows."""
    yield "support_roles", "Кто помогает школам в 2026 году", date(2026, 2, 3), support_roles()
    yield "risks", "Рисковый профиль 2026", date(2026, 3, 10), risks()
    yield "deficits", "Профессиональные дефициты 2026", date(2026, 11, 23), deficits()
    yield "routes", "Индивидуальные маршруты 2026", date(2026, 11, 23), routes()
    yield "competence", "Диагностика компетенций 2026", date(2026, 10, 5), competence()
    yield "documents", "Документы школы и округа 2026", date(2026, 11, 24), documents()
    yield "checklists", "Контрольный лист ВСОКО и ВШК 2026", date(2026, 11, 20), checklists()
    yield "recommendations", "Рекомендации 2026", date(2026, 11, 24), recommendations()
    yield "programmes", "Методический абонемент 2026", date(2026, 11, 20), programmes()
    yield "achievements", "Конкурсы и материалы 2026", date(2026, 11, 20), achievements()


def _named(names: tuple[str, ...], *rows: tuple[object, ...], **same: object) -> Rows:
    return [{**same, **dict(zip(names, row, strict=True))} for row in rows]


def support_roles() -> Rows:
    return _named(("role", "who", "subject", "document"),
                  ("наставник", LYCEUM, None, ORDER),
                  ("тьютор", "учитель МБОУ СОШ № 1", "математика", ORDER),
                  ("тьютор", "учитель МАОУ лицея № 4", "русский язык", ORDER),
                  ("школьный координатор", "заместитель директора", None, "приказ школы от 22.01.2026 № 5"),
                  school_id=SCHOOL, valid_from=date(2026, 1, 20), valid_to=date(2026, 12, 31))


def risks() -> Rows:
    return [{"school_id": SCHOOL, "year": 2026, "factor": factor, "level": level, "measure": measure or None,
             "chosen": "да" if measure else "нет", "source": "рисковый профиль школы, март 2026"}
            for place, factor in enumerate(FACTORS.values())
            for level, measure in [_RISKS.get(place, ("низкий", ""))]]


def deficits() -> Rows:
    return _named(("subject", "group", "deficit", "people", "measure", "rechecked_on", "closed_on", "people_closed"),
                  ("математика", "предметный", "задачи на проценты и части", 2, "курсы, 72 часа",
                   date(2026, 11, 16), date(2026, 11, 16), 2),
                  ("математика", "методический", "задания двух уровней на одном уроке", 1, "мастер-класс наставника",
                   date(2026, 11, 16), None, None),
                  ("русский язык", "методический", "работа с несплошным текстом", 2, "курсы, 72 часа",
                   date(2026, 11, 16), date(2026, 11, 16), 2),
                  ("физика", "предметный", "ученический эксперимент", 1, "консультации тьютора", None, None, None),
                  (None, "психолого-педагогический", "поддержка учебной мотивации", 2, None, None, None, None),
                  school_id=SCHOOL, found_on=date(2026, 2, 25), instrument="диагностика центра",
                  source="справка от 27.02.2026 № 6")


def routes() -> Rows:
    return _named(("owner", "subject", "deficit", "step", "quarter", "state"),
                  ("М-01", "математика", "задачи на проценты и части", "курсы, 72 часа", "II квартал 2026", "пройден"),
                  ("М-01", "математика", "задачи на проценты и части", "открытый урок", "IV квартал 2026", "пройден"),
                  ("Р-01", "русский язык", "работа с несплошным текстом", "курсы, 72 часа", "II квартал 2026",
                   "пройден"),
                  ("Р-01", "русский язык", "работа с несплошным текстом", "открытый урок", "IV квартал 2026",
                   "пройден"),
                  ("Ф-01", "физика", "ученический эксперимент", "занятия с тьютором", "III квартал 2026", "пройден"),
                  ("Ф-01", "физика", "ученический эксперимент", "урок с экспериментом", "IV квартал 2026", "идёт"),
                  school_id=SCHOOL)


def competence() -> Rows:
    """Of so few there are counts and no shares."""
    return _named(("held_on", "subject", "role", "took_part", "high", "middle", "low", "passed"),
                  (date(2026, 9, 29), "математика", "учителя", 2, 0, 2, 0, 2),
                  (date(2026, 9, 29), "русский язык", "учителя", 2, 1, 1, 0, 2),
                  school_id=SCHOOL, source="справка от 01.10.2026 № 21")


def documents() -> Rows:
    """One order is cited with another day."""
    return _named(("document_type", "number", "signed_on", "title", "level", "school_id", "refers_to", "cited_as"),
                  ("приказ", "9", date(2026, 1, 20), "О наставнике и команде сопровождения школы", "муниципальный",
                   None, None, "от 02.01.2026 № 9"),
                  ("программа", "3", date(2026, 1, 30), "Школьная программа повышения качества образования", "школьный",
                   SCHOOL, None, None),
                  ("план", "41", date(2026, 8, 31), "План ВШК на 2026–2027 учебный год", "школьный", SCHOOL, None,
                   None),
                  ("справка", "17", date(2026, 6, 29), "О курсах учителей математики и русского языка", "школьный",
                   SCHOOL, None, None))


def checklists() -> Rows:
    states = ("подтверждено", "подтверждено", "есть", "есть", "нет")
    return [{"school_id": SCHOOL, "checklist": "ВСОКО и ВШК", "year": 2026, "number": place, "item": item,
             "state": state, "checked_on": date(2026, 11, 18), "checked_by": "куратор"}
            for place, (item, state) in enumerate(zip(OF_VSOKO, states, strict=False), start=1)]


def recommendations() -> Rows:
    visit = "выезд 14.05.2026"
    return _named(("source", "number", "addressee", "school_id", "text", "due", "state", "done_on", "proof"),
                  (visit, "1", "директору школы", SCHOOL, "Ввести в план ВШК посещение уроков в 6 и 8 классах",
                   date(2026, 9, 1), "выполнена", date(2026, 8, 31), "план ВШК № 41"),
                  (visit, "2", "директору школы", SCHOOL, "Провести пробный ОГЭ по математике",
                   date(2026, 12, 10), "выполняется", None, None),
                  (visit, "3", "методическому центру", SCHOOL, "Найти тьютора по физике", date(2026, 12, 1), "открыта",
                   None, None), year=2026)


def programmes() -> Rows:
    return _named(("module", "session", "topic", "period", "subject", "invited", "came"),
                  ("Оценочная деятельность педагога", "1", "Критерии оценивания", "17.02.2026", None, 14, 11),
                  ("Предметная компетентность", "1", "Проценты и части в 5–6 классах", "24.09.2026", "математика", 2,
                   2),
                  programme="Методический абонемент", schools="ООШ № 3")


def achievements() -> Rows:
    return _named(("achievement_type", "title", "held_on", "level", "took_part", "people", "result", "link"),
                  ("конкурс", "Урок для каждого", date(2026, 10, 21), "муниципальный", 2, 14, "призёр", None),
                  ("материал", "Задания двух уровней, 6 класс", None, "муниципальный", None, None, None,
                   "сайт школы, раздел «Опыт»"), school_id=SCHOOL, state="было")
