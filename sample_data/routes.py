"""Individual routes of development (ИОМ) of teachers of the invented district in 2026, a step a quarter. A route has a
number only its school can read; «команда» is the route of an administrative team.

Counted by hand: 23 teachers of the six schools (118 teachers on 20.09.2026) and two teams; of the 23 steps of teachers
in a quarter 23, 22 and 20 are done in I–III; of IV 9 are done, 11 go on, 3 are ahead on 26.11.2026; four routes were
corrected, each once.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER
from shnor.periods import ROMAN

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

OWNERS: Mapping[int, tuple[tuple[str, str], ...]] = {
    3: (("математика", "решение задач с параметром"), ("математика", "работа с ошибками обучающихся"),
        ("русский язык", "сжатое изложение: критерии"), ("русский язык", "формирующее оценивание"),
        ("начальные классы", "смысловое чтение на уроке"), ("химия", "расчётные задачи повышенной сложности")),
    5: (("математика", "решение текстовых задач"), ("русский язык", "критерии проверки изложения"),
        ("биология", "задания на работу со схемами")),
    7: (("математика", "геометрические задачи ОГЭ"), ("математика", "объективность отметки за проверочную работу"),
        ("русский язык", "разбор ошибок ВПР"), ("география", "задания с картой и климатограммой"),
        ("история", "работа с источником")),
    9: (("русский язык", "критерии проверки изложения"), ("математика", "задачи на проценты и доли")),
    11: (("математика", "решение задач с параметром"), ("русский язык", "объективность отметки за проверочную работу"),
         ("химия", "расчётные задачи повышенной сложности"), ("обществознание", "задания на анализ текста")),
    12: (("физика", "экспериментальные задачи ОГЭ"), ("русский язык", "работа с текстом в малом классе"),
         ("математика", "решение текстовых задач")),
}
"""School → subject and deficit of each of its routes. They were made for what the February test and the year before
had shown; August found the same and more."""
TEAMS = (3, 7)
STEPS = ("входная диагностика, составление маршрута", "консультации тьютора и курсы",
         "стажировка, взаимопосещение уроков", "открытый урок, итоговая диагностика")
TEAM_STEPS = ("самодиагностика управленческой команды", "семинар «Внутришкольный контроль»",
              "посещение и анализ уроков в школе-наставнике", "корректировка плана ВШК")
_NOT_DONE = {2: {"12-3": "снят"}, 3: {"7-5": "идёт", "9-2": "идёт", "12-3": "снят"},
             4: {"3-4": "впереди", "9-1": "впереди", "9-2": "впереди",
                 **{owner: "идёт" for owner in ("3-3", "3-5", "3-6", "5-3", "7-3", "7-4", "7-5", "11-3", "11-4", "12-2",
                                                "12-3")}}}
"""Quarter → route → what became of its step when it was not done."""
CORRECTED = {
    (2, "12-3"): ("консультации перенесены на IV квартал", "изменилась учебная нагрузка", date(2026, 4, 14)),
    (3, "3-1"): ("добавлено взаимопосещение уроков", "итоги диагностики 28.08.2026", date(2026, 9, 4)),
    (3, "11-2"): ("добавлен семинар по объективности", "письмо края", date(2026, 9, 11)),
    (4, "5-1"): ("вместо курсов — пробная работа с тьютором", "курсы пройдены в феврале", date(2026, 10, 12)),
}
_SENT_ON = (date(2026, 4, 3), date(2026, 7, 3), date(2026, 10, 5), date(2026, 11, 26))
_HEADERS = ("№ п/п", "Школа", "Код маршрута", "Предмет", "По какому дефициту", "Этап ИОМ", "Период", "Статус этапа",
            "Что изменено", "Причина корректировки", "Дата корректировки")


def sent() -> Iterator[Sent]:
    """A list a quarter; the last one tells of IV as it stands on its day."""
    for quarter, day in enumerate(_SENT_ON, start=1):
        title = f"Индивидуальные образовательные маршруты, {ROMAN[quarter - 1]} квартал 2026 года"
        rows = [(place, *row) for place, row in enumerate(steps(quarter), start=1)]
        yield f"Маршруты педагогов, {ROMAN[quarter - 1]} квартал 2026.xlsx", day, books.table(
            "ИОМ", title, _HEADERS, rows)


def steps(quarter: int) -> list[Row]:
    """School, route, subject, deficit, step, quarter, state, correction, its reason, its day."""
    period = f"{ROMAN[quarter - 1]} квартал 2026"
    rows: list[Row] = []
    for school, routes in OWNERS.items():
        for place, (subject, deficit) in enumerate(routes, start=1):
            owner = f"{school}-{place}"
            rows.append((BY_NUMBER[school].name, f"М-{owner}", subject, deficit, STEPS[quarter - 1], period,
                         _NOT_DONE.get(quarter, {}).get(owner, "пройден"),
                         *CORRECTED.get((quarter, owner), (None, None, None))))
        if school in TEAMS:
            rows.append((BY_NUMBER[school].name, "команда", None, None, TEAM_STEPS[quarter - 1], period,
                         "идёт" if quarter == len(STEPS) else "пройден", None, None, None))
    return rows
