"""What the published documents say of the whole field beside roadmaps, events and surveys: directions and mechanisms,
papers, tasks, recommendations, tests. Names of things are short words of our own; a day a document does not name is not
invented, where a kind needs one it says so beside it.
"""

from collections.abc import Sequence
from datetime import date

from sample_data import books
from shnor.datasets import KINDS
from shnor.datasets.checklists import OF_MEDK
from shnor.datasets.support_roles import FUNCTIONS

MARK = "Составлено по опубликованному документу"
Rows = list[dict[str, object]]
Sent = tuple[str, date, bytes]

DIRECTIONS = ("Условия для развития управленческих команд", "Проблемные зоны управления качеством",
              "Риск-ориентированные планы", "Адресная помощь руководителям и педагогам", "Модель наставничества",
              "ВШК и ВСОКО в одной модели", "Механизмы муниципальной оценки качества", "Сетевое взаимодействие")
MECHANISMS = ("Наставничество", "ВШК и ВСОКО в одной модели", "«Методический абонемент», модуль для управленцев",
              "Кейсы в Школе кадрового резерва", "Муниципальная оценка качества",
              "Работа с институтом развития образования")
BANK = "Банк информации и методических продуктов"
OF_TUTORS = ("Единое образовательное пространство предметников", "Распространение практик тьюторов",
             "Тьюториалы для учителей", "Супервизии, тренинги, мастер-классы", "Обучение самих тьюторов",
             "Порядок консультаций", "Муниципальные эксперты")
"""Seven in 2023; in 2024 the bank stands before the last one."""
OF_SYSTEM = ("Диагностика", "Анализ", "Проектирование", "Методическая поддержка", "Мониторинг",
             "Оценка качества (МСОКО)")
TASKS_2023 = ("Вести дорожную карту школы дальше", "Сопровождать адресную помощь педагогам",
              "Распространять управленческие практики", "Показывать достижения управленческих команд",
              "Развивать горизонтальное обучение", "Обновлять механизмы адресной помощи",
              "Продолжить «Методический абонемент» и «Умные каникулы»", "Растить педагогов в сетевых сообществах")
TASKS_2024 = {1: "Показывать достижения управленческих команд", 2: "Помогать командам школ зоны риска",
              3: "Распространять опыт маршрутов команд", 5: "Развивать горизонтальное обучение",
              6: "Обновлять механизмы адресной помощи", 7: "Помогать педагогам через тьюторский пункт",
              8: "Продолжить «Методический абонемент» и «Умные каникулы»", 9: "Растить педагогов в сетевых сообществах",
              10: "Держать связь с институтом развития образования"}
"""Nine tasks numbered to 10: there is no fourth one."""
ADVICE_2022 = {
    "Управлению образования": ("Продолжать работу по качеству обучения", "Наметить направления улучшения результатов"),
    "МКУ ДПО «Центр развития образования»": (
        "Контролировать помощь наставников и тьюторов", "Выложить электронные методические издания",
        "Выявлять дефициты педагогов каждый август", "Вести педагогов на курсы по их дефицитам",
        "Проводить открытые мероприятия по обмену опытом", "Сопровождать внедрение цифровых технологий",
        "Составить маршруты, учить группами", "Вовлекать педагогов в конкурсы и семинары"),
    "Директорам ШНОР/ШССУ": ("Решить проблемы, названные мониторингом", "Спланировать повышение качества",
                             "Использовать внутренние и внешние ресурсы", "Обновить планы и маршруты педагогов",
                             "Следить за методической помощью"),
}
RISK = "Недостаточная предметная и методическая компетентность педагогических работников"
MATERIALS = ("Психологическое сопровождение интеграции мигрантов", "Рекомендации ФИОКО по ШНОР",
             "Я эффективный директор", "Как работать с неуспевающим учеником", "Памятка по ИС МЭДК",
             "Краткая инструкция по ИС МЭДК", "Поверх барьеров: резильентные школы")


def armavir_2023(day: date, school: str) -> list[Sent]:
    """By the order of 20.12.2023: 8 directions, 6 mechanisms, 7 directions of tutors, 8 tasks."""
    paper = "приказ от 20.12.2023 № 25"
    lists = [*_list("Направления наставнического центра", 2023, DIRECTIONS, paper),
             *_list("Управленческие механизмы", 2023, MECHANISMS, paper),
             *_list("Направления тьюторского пункта", 2023, OF_TUTORS, paper)]
    tasks = [_advice(paper, 2023, str(number), "муниципальный координатор центра", text)
             for number, text in enumerate(TASKS_2023, start=1)]
    orders = [_order("17", date(2023, 11, 10), "Дорожная карта школы № 21 на 2023–2024 учебный год"),
              _order("25", day, "Итоги дорожной карты школы № 21 в 2023 году")]
    return [_sent("checklists", "Направления и механизмы 2023", day, lists),
            _sent("recommendations", "Задачи по приказу № 25", day, tasks),
            _sent("documents", "Приказы 2023", day, orders),
            _sent("achievements", "Конкурсы 2023", day, [_contest("Лучшая модель ВСОКО, 2023 год")]),
            _risk(2023, day, school, paper)]


def armavir_2024(day: date, school: str) -> list[Sent]:
    """By the order of 27.12.2024: one direction of tutors more, 6 functions of a tutor, 9 tasks numbered to 10."""
    paper = "приказ от 27.12.2024 № 31"
    lists = [*_list("Направления наставнического центра", 2024, DIRECTIONS, paper),
             *_list("Управленческие механизмы", 2024, MECHANISMS, paper),
             *_list("Направления тьюторского пункта", 2024, (*OF_TUTORS[:-1], BANK, OF_TUTORS[-1]), paper),
             *_list("Функции тьютора", 2024, FUNCTIONS, paper),
             *_list("Функции системы сопровождения", 2024, OF_SYSTEM, paper)]
    tasks = [_advice(f"справка, {paper}", 2024, str(number), None, text) for number, text in TASKS_2024.items()]
    orders = [_order("8", date(2024, 1, 9), "Дорожная карта школ с низкими результатами на 2024 год"),
              _order("31", day, "Итоги дорожной карты в 2024 году")]
    topics = "современный урок; объективное оценивание; образовательные технологии"
    return [_sent("checklists", "Направления, механизмы, функции 2024", day, lists),
            _sent("recommendations", "Задачи справки 2024", day, tasks),
            _sent("documents", "Приказы 2024", day, orders),
            _sent("achievements", "Конкурсы 2024", day, [_contest("Лучшая модель ВСОКО, 2024 год")]),
            _sent("programmes", "Программы 2024", day, [
                {"programme": "Умные каникулы", "period": f"{month} 2024", "topic": topics, "schools": school}
                for month in ("март", "ноябрь")]),
            _risk(2024, day, school, paper)]


def leningradsky(day: date, schools: Sequence[str], project: Sequence[str]) -> list[Sent]:
    """By the report of 2022: mentors of all ten schools, curators of the three of «500+», a test of 12 people, two
    grants of one school, 2 + 8 + 5 recommendations."""
    report = "аналитическая справка за 2022 год"
    unnamed = "приказ управления образования, день и номер в справке не названы"
    roles = [_helper(name, "наставник", "директор школы-наставника", unnamed) for name in schools]
    roles += [_helper(name, "куратор", "куратор проекта «500+»", "") for name in project]
    advice = [_advice(report, 2022, str(number), addressee, text) for addressee, texts in ADVICE_2022.items()
              for number, text in enumerate(texts, start=1)]
    test = {"held_on": date(2022, 9, 30), "role": "учителя", "took_part": 12, "high": 1, "passed": 12,
            "source": f"{report}: апрель и сентябрь 2022 года, дни не названы"}
    grants: Rows = [{"school_id": schools[0], "achievement_type": "грант", "title": f"Социальная активность, грант {n}"}
                    for n in (1, 2)]
    order = _order("932-осн", date(2021, 7, 29), "Мониторинг школьных методических объединений") | {
        "refers_to": "мониторинг 01.08.2022–15.08.2022"}
    signs: Rows = [{"school_id": name, "school_year": "2022", "procedure": "ВПР", "sign": "не отмечено",
                    "source": report} for name in schools]
    return [_sent("support_roles", "Наставники и кураторы 2022", day, roles),
            _sent("competence", "Предметные компетенции 2022", day, [test]),
            _sent("achievements", "Гранты 2022", day, grants),
            _sent("recommendations", "Рекомендации справки 2022", day, advice),
            _sent("documents", "Приказ о мониторинге", day, [order]),
            _sent("markers", "Признаки 2022", day, signs)]


def grachevka(day: date) -> list[Sent]:
    """The order of 23.12.2019 № 478-пр, which its own appendix cites as № 11, and the two papers it stands on."""
    law = _order("273-ФЗ", date(2012, 12, 29), "Об образовании в Российской Федерации", "федеральный") | {
        "document_type": "федеральный закон"}
    advice = _order("", date(2013, 10, 14), "Рекомендации по независимой оценке качества работы организаций",
                    "федеральный") | {"document_type": "методические рекомендации"}
    own = _order("478-пр", date(2019, 12, 23), "Дорожная карта повышения качества образования на 2020–2022 годы") | {
        "cited_as": "от 23.12.2019 № 11", "valid_to": date(2022, 12, 31)}
    return [_sent("documents", "Документы Грачёвка", day, [law, advice, own])]


def kislovodsk(day: date) -> list[Sent]:
    """The presentation of 2021 names the library of methods; its orders stand there without days and are left out."""
    library: Rows = [{"achievement_type": "материал", "title": title} for title in MATERIALS]
    papers = _list("Документы проекта «500+» на сайте МБОУ ЦО", 2021, OF_MEDK, None)
    return [_sent("achievements", "Методические материалы", day, library),
            _sent("checklists", "Документы проекта 2021", day, papers)]


def _sent(kind: str, title: str, day: date, rows: Rows) -> Sent:
    return f"{title}.xlsx", day, books.of_kind(KINDS[kind], title, rows, MARK)


def _list(title: str, year: int, items: Sequence[str], paper: str | None) -> Rows:
    return [{"checklist": title, "year": year, "number": place, "item": item, "state": "есть", "document": paper}
            for place, item in enumerate(items, start=1)]


def _advice(source: str, year: int, number: str, addressee: str | None, text: str) -> dict[str, object]:
    return {"source": source, "year": year, "number": number, "addressee": addressee, "text": text}


def _order(number: str, day: date, title: str, level: str = "муниципальный") -> dict[str, object]:
    return {"document_type": "приказ", "number": number or None, "signed_on": day, "title": title, "level": level}


def _contest(title: str) -> dict[str, object]:
    return {"achievement_type": "конкурс", "title": title, "level": "муниципальный"}


def _helper(school: str, role: str, who: str, document: str) -> dict[str, object]:
    return {"school_id": school, "role": role, "who": who, "document": document or None,
            "valid_from": date(2022, 1, 1), "valid_to": date(2022, 12, 31)}


def _risk(year: int, day: date, school: str, paper: str) -> Sent:
    """The factor is named, its level is not."""
    title = f"Фактор риска {year}"
    return f"{title}.xlsx", day, books.table(
        "Риски", title, ("Школа", "Год профиля", "Фактор риска", "Уровень риска", "Выбран для работы",
                         "Мера по фактору", "Источник"),
        [[school, year, RISK, None, "да", "проекты «Методический абонемент» и «Умные каникулы»", paper]], mark=MARK)
