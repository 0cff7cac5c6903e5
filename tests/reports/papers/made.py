"""Papers for the tests of all their writers; every number and name is invented."""

from dataclasses import replace
from datetime import date

from shnor.charts import facts
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import shape
from shnor.reports.papers.blocks import (
    Heading,
    Missing,
    Own,
    Paper,
    Paragraph,
    Picture,
    Requisites,
    Section,
    Table,
    Task,
    Tasks,
)
from shnor.sentences.pieces import Number, Place, Sentence, Source
from tests.reports.slides import decks

DAY, FIRST, LAST = date(2026, 12, 20), date(2026, 1, 1), date(2026, 12, 31)
SET, LABEL = "по 6 школам перечня", "пример, данные вымышлены"
REQUISITES = Requisites(
    "Управление образования администрации муниципального образования Приозёрный округ",
    "МКУ «Центр развития образования»", "г. Приозёрск", DAY, "14-осн",
    "Начальник управления образования администрации муниципального образования Приозёрный округ", "А.Б. Образцова",
    "Методист центра", "8 (000) 000-00-00")


def source(title: str, formula: str, k: int, n: int | None = None, *places: Place, rows: int = 0) -> Source:
    return Source("made", title, formula, SET, DAY, k, n, rows or (n or k), places, "/source?metric=made")


MONTH = Place("ноябрь ООШ5 испр.xlsx", "Месяц", "F12, F14…F19")
DUE = Number("36", source("Срок наступил", "мероприятия, срок которых не позже даты", 36, None, MONTH))
DONE = Number("33", source("Выполнено", "выполнено / срок наступил", 33, 36, MONTH, Place("План.docx", "", "C4…C9")))
SHARE = Number("22,8\u00a0%", source("Доля отметок «2»", "получили «2» / писали", 96, 421, MONTH))
BEFORE = Number("30,0\u00a0%", source("Доля отметок «2»", "получили «2» / писали", 131, 436, MONTH))
PLAIN = Number("2026")


def sentence(*pieces: str | Number) -> Sentence:
    return Sentence("made", pieces)


ROADMAP = Paragraph((
    sentence("К ", Number("20"), " декабря ", PLAIN, " года срок наступил по ", DUE, " мероприятиям."),
    sentence("Выполнено ", DONE, ", остальные перенесены на следующий месяц.")))
RESULTS = Paragraph((sentence("Доля отметок «2» на ВПР по математике снизилась с ", BEFORE, " до ", SHARE,
                              "; снижение подтверждается."),))
OWN = Own("order", "Справка подготовлена во исполнение приказа центра от 12 января 2026 года № 14-осн. " + (
    "Методисты центра в течение года сопровождали школы перечня: вместе с администрацией школы разбирали результаты "
    "работ, договаривались о выездах и возвращались к тому, о чём договорились. ") * 3 + "\nВторой абзац центра.",
    ("copied-year",))


def rows(count: int) -> tuple[tuple[str | Number, ...], ...]:
    return tuple((f"МБОУ СОШ № {place}", "Разбор заданий с тьютором, открытые уроки школ-партнёров",
                  Number(str(place), source(f"Мероприятия СОШ № {place}", "выполнено", place, 120, MONTH)),
                  "нет данных" if place % 7 == 0 else f"{place} из 125") for place in range(1, count + 1))


LONG = Table("Выполнение дорожных карт", ("Школа", "Что проведено", "Выполнено", "С документом"), rows(40),
             "По 40 школам, на 20.12.2026; отчёты школ за месяц.")
WIDE = Table("Отметки по предметам", ("Предмет", "Класс", "Обучающихся", "«5»", "«4»", "«3»", "«2»", "Не аттестованы"),
             (("Математика", "5–8", "421", "20", "106", "199", SHARE, "0"),
              ("Русский язык", "5–8", "418", "31", "120", "180", "87", "0")))
TREND = Picture(decks.TREND, shape("trend"))
YEARS = Picture(Chart("strip", "Школ в перечне", "школ", SET, DAY, "приказы края", tuple(
    Series(year, (facts.count("", number),)) for year, number in (("2024", 8), ("2025", 7), ("2026", 6)))))
TASKS = Tasks("", tuple(Task(
    number, "Директору МБОУ ООШ № 5" if number % 2 else "Центру развития образования",
    "организовать разбор результатов работ с педагогами и представить план на второе полугодие 2027 года",
    date(2027, 1, 10 + number), "не выполнено 2 из 36" if number < 4 else "", 2025 if number == 9 else 0)
    for number in range(1, 10)))
NOTE = Paper("note", "Аналитическая справка\nо работе со школами с низкими образовательными результатами в 2026 году",
             DAY, FIRST, LAST, SET, (
    Section("ground", "Основание", (OWN,), numbered=False),
    Section("roadmap", "Дорожная карта", (ROADMAP, Heading("По школам"), LONG), (
        Missing("По 1 мероприятию нет сведений", "Месячный отчёт, форма М-1"),)),
    Section("results", "Результаты", (RESULTS, TREND, WIDE, Own("end", "Третий абзац центра."))),
    Section("survey", "Анкеты", (), (Missing("Опросов за год нет", "Выгрузка анкеты"),)),
    Section("tasks", "Задачи", (TASKS,))), REQUISITES, LABEL, "1")
ORDER = replace(NOTE, kind="order", title="Об итогах работы со школами в 2026 году", sections=(
    Section("ground", "Основание", (Own("why", "На основании справки от 20.12.2026 и в целях поддержки школ"),)),
    Section("tasks", "Задачи", (TASKS, Tasks("Контроль", (Task(1, "", "контроль за исполнением приказа оставляю за "
                                                               "собой"),))))))
SHEET = replace(NOTE, kind="sheet", title="Школы с низкими образовательными результатами: коротко, на 27.11.2026",
                requisites=replace(REQUISITES, place="Приозёрный муниципальный округ"), sections=(
    Section("how-many", "Сколько", (Paragraph((sentence("В перечне на 2026 год ", Number("6"), " школ из 12."),)),
                                      YEARS)),
    Section("children", "Дети", (RESULTS,)), Section("work", "Работа", (ROADMAP,)),
    Section("hard", "Где трудно", (Own("hard", "а) вакансии: 7 (математика 3, русский язык 2, физика 2);\nб) МАОУ СОШ "
                                       "№ 11: отметка края об объективности 2025 года, анализ до 20.12;"),)),
    Section("ask", "Что прошу решить", (Tasks("", (
        Task(1, "", "подъёмные для 2 учителей математики"), Task(2, "", "подвоз на занятия в каникулы (3 школы)"))),)),
    Section("asked", "Если спросят", ())))
EMPTY = replace(NOTE, sections=(), requisites=Requisites(), label="")
