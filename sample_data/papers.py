"""Papers of the invented district and of its schools, and lists of what must be there. Only particulars, no scans.

Counted by hand for 27.11.2026: three papers of the district are cited otherwise than they are registered (№ 226, 41 and
96); a school programme (ШППКО) is there at 3 of the 6 schools of the list (№ 3, 5, 12), № 7 and 11 have a programme of
the project 500+. The list of the tutors' centre has 7 directions in 2025 and 8 in 2026, the new one is the bank of
information.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER, LISTS
from sample_data.plans import lines
from shnor.datasets.checklists import OF_MEDK, OF_SITE, OF_VSOKO

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

TOWN = "0"
LATER = 2026
"""The year in which sites and the papers of the project are looked at too."""
THERE, CONFIRMED, RETURNED, ABSENT = "есть", "подтверждено", "возвращено", "нет"
CENTRE_LIST, TUTORS_LIST = "Направления работы наставнического центра", "Направления работы тьюторского пункта"
OF_TUTORS = ("единое методическое пространство предметников", "распространение практик тьюторов",
             "тьюториалы для учителей", "мастер-классы и тренинги",
             "обучение самих тьюторов", "порядок консультаций", "экспертная работа")
NEW_DIRECTION = "банк информации и методических материалов"
OF_CENTRE = ("условия для управленческих команд", "выявление затруднений", "планы повышения качества",
             "адресная помощь педагогам", "наставничество", "ВШК и ВСОКО в одной модели",
             "муниципальная оценка качества", "сетевое взаимодействие")
_MARKS: Mapping[int, Mapping[str, str]] = {
    2025: {2: "ппппе", 3: "ппееп", 7: "певнн", 11: "ппеее", 12: "пеенв"},
    2026: {3: "ппппе", 5: "ппепе", 7: "ппеве", 9: "пе   ", 11: "пппее", 12: "ппеен"},
}
_SITE = {3: "ппее", 5: "ппе ", 7: "ее  ", 9: "н   ", 11: "ппп ", 12: "пее "}
_MEDK = {7: "ппппепеенн", 11: "пппппвеенн"}
"""School → a letter an item: п, е, в, н for the four states; a space: nothing is known."""
_STATES = {"п": CONFIRMED, "е": THERE, "в": RETURNED, "н": ABSENT, " ": None}
_PAPERS = ("№ п/п", "№ документа", "Дата документа", "Содержание документа", "Вид документа", "Уровень документа",
           "К какому мероприятию", "Реквизиты в приложении", "Взамен", "Действует до")
_SCHOOL_PAPERS = ("№ п/п", "Школа", *_PAPERS[1:])
_ITEMS = ("Школа", "Название перечня", "Год", "№ пункта", "Пункт перечня", "Наличие", "Дата проверки", "Проверил")


def sent() -> Iterator[Sent]:
    """Each register tells of everything up to its day."""
    for day in (date(2026, 2, 27), date(2026, 11, 24)):
        title = f"Реестр приказов и других документов на {day:%d.%m.%Y}"
        yield f"{title}.xlsx", day, books.table("Документы", title, _PAPERS, list(papers(day)))
        title = f"Документы школ перечня на {day:%d.%m.%Y}"
        yield f"{title}.xlsx", day, books.table("Документы", title, _SCHOOL_PAPERS, list(papers(day, of_schools=True)))
    for year, day in ((2025, date(2025, 11, 20)), (2026, date(2026, 11, 20))):
        title = f"Перечни документов и направлений, {year} год"
        yield f"{title}.xlsx", day, books.table("Перечень", title, _ITEMS, list(items(year, day)))


def papers(day: date, *, of_schools: bool = False) -> Iterator[Row]:
    """By number of the row, [school], number, day, title, kind, level, what it refers to, as what it is cited, what it
    replaces, its last day."""
    known = [line for line in lines("documents") if _day(line["day"]) <= day and (line["school"] != TOWN) == of_schools]
    for place, line in enumerate(known, start=1):
        school = (BY_NUMBER[int(line["school"])].name,) if of_schools else ()
        yield (place, *school, line["number"], _day(line["day"]), line["title"], line["type"], line["level"],
               *(line[name] or None for name in ("refers", "cited", "replaces")),
               _day(line["until"]) if line["until"] else None)


def items(year: int, day: date) -> Iterator[Row]:
    """Lists of the schools of the year, then those of the district."""
    for school in LISTS[year]:
        name = BY_NUMBER[school].name
        yield from _list(name, "ВСОКО и ВШК", year, OF_VSOKO, _MARKS[year][school], day)
        if year == LATER:
            yield from _list(name, "Сайт школы", year, OF_SITE, _SITE[school], day)
            yield from _list(name, "Документы проекта (МЭДК)", year, OF_MEDK, _MEDK.get(school, ""), day)
    yield from _list(None, CENTRE_LIST, year, OF_CENTRE, "еееееене" if year == 2025 else "ееееееее", day)
    directions = OF_TUTORS if year == 2025 else (*OF_TUTORS[:-1], NEW_DIRECTION, OF_TUTORS[-1])
    yield from _list(None, TUTORS_LIST, year, directions, "ееевнее" if year == 2025 else "еееевене", day)


def _list(school: str | None, title: str, year: int, of: tuple[str, ...], marks: str, day: date) -> Iterator[Row]:
    for place, (item, mark) in enumerate(zip(of, marks, strict=False), start=1):
        state = _STATES[mark]
        yield (school, title, year, place, item, state, day if state else None,
               ("куратор" if school else "методический центр") if state else None)


def _day(text: str) -> date:
    day, month, year = map(int, text.split("."))
    return date(year, month, day)
