"""What published documents of real municipalities say, as workbooks of bases of their own. Nobody is named in them.

Only what a document states is here: a share without the number of those asked stays a share, «129 педагогов» without
schools stays one row, a day that is not named is left empty.
"""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sample_data import books, grachevka, published_field
from sample_data.published_field import MARK
from shnor.datasets import KINDS

CENTRE = "МКУ «Центр развития образования и оценки качества»"
SPELLINGS = ("МБОУ-ООШ № 21", "МБОУ - ООШ № 21", "МБОУ – ООШ № 21", "МБОУ –ООШ № 21", "МБОУ–ООШ № 21", "МБОУ ООШ № 21")
"""One school, as two reports of one centre write it."""
FULL_NAME = ("муниципальное бюджетное общеобразовательное учреждение – основная общеобразовательная школа № 21")
HELP = "Организационно-методическое сопровождение административной команды"
DONE_2024 = (
    "Созданы организационно-методические условия для дальнейшего развития административными командами образовательной "
    "среды подведомственных общеобразовательных организаций",
    "Выявлены проблемные зоны в части управления повышением качества образовательной деятельности",
    "Разработаны и реализуются риск-ориентированные планы повышения качества образовательной деятельности",
    "Оказана адресная методическая помощь руководящим и педагогическим работникам",
    "Продолжена реализация муниципальной модели наставничества инновационного характера",
    "Осуществлено сопровождение интегрированной модели внутришкольного контроля и внутренней оценки качества "
    "образования",
    "Осуществляется внедрение инновационных механизмов муниципальной системы оценки качества образования",
    "Организовано сетевое взаимодействие в системе непрерывного повышения квалификации руководящих работников",
)
MODULES_2023 = ("Модуль 1. Оказание адресной методической помощи административной команде",
                "Модуль 2. Оказание адресной методической помощи педагогическим работникам",
                "Модуль 3. Осуществление адресной поддержки обучающихся")
PLAN_2023 = ("Дорожная карта повышения качества образования в муниципальном бюджетном общеобразовательном учреждении – "
             "основной общеобразовательной школе № 21 в 2023-2024 учебном году")
PLAN_2024 = ("Дорожная карта повышения качества образования в школах с низкими результатами обучения муниципального "
             "образования город Армавир в 2024 году")
ORDER_2023, ORDER_2024 = "приказ от 10.11.2023 № 17", "приказ от 09.01.2024 № 8"
REPORT_2024 = "аналитическая справка, приказ от 27.12.2024 № 31"
TEN = (("МАОУ", "СОШ", 2), ("МБОУ", "СОШ", 4), ("МБОУ", "СОШ", 7), ("МБОУ", "СОШ", 8), ("МБОУ", "СОШ", 10),
       ("МАОУ", "СОШ", 11), ("МБОУ", "СОШ", 12), ("МБОУ", "СОШ", 14), ("МБОУ", "ООШ", 22), ("МБОУ", "ООШ", 27))
PROJECT_500 = (2, 7, 8)

Rows = Sequence[dict[str, object]]
Sent = tuple[str, date, bytes]


def district_of_grachevka(folder: Path) -> list[tuple[Path, date]]:
    return [*grachevka.files(folder), *_written(folder, published_field.grachevka(grachevka.DAY))]


def kislovodsk(folder: Path) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    source = Path(__file__).parent / "kislovodsk" / "kislovodsk_2020_2022.xlsx"
    path = folder / source.name
    shutil.copyfile(source, path)
    return [(path, date(2020, 9, 1)), *_written(folder, published_field.kislovodsk(date(2021, 12, 31)))]


def armavir_2023(folder: Path) -> list[tuple[Path, date]]:
    """Two months after the school came on the list, by the order of 20.12.2023."""
    day = date(2023, 12, 20)
    roadmap = [[number, text, "в период с ноября по декабрь 2023 года", CENTRE, ORDER_2023]
               for number, text in enumerate(MODULES_2023, start=1)]
    return _written(folder, [
        ("Реестр Армавир.xlsx", day, _of("schools", "Школы", [_school_21()])),
        ("Перечень 2023.xlsx", day, _of("statuses", "Перечень", [_status_21(
            date(2023, 11, 1), None, "внесена в перечень в ноябре 2023 года, день в документе не назван")])),
        ("Дорожная карта 2023-2024.xlsx", day, _roadmap(PLAN_2023, roadmap)),
        ("Что провели, ноябрь–декабрь 2023.xlsx", day, _of("events", "Что провели", _events(
            date(2023, 11, 1), day, 2, 1, 1, SPELLINGS[0]))),
        *published_field.armavir_2023(day, SPELLINGS[0]),
    ])


def armavir_2024(folder: Path) -> list[tuple[Path, date]]:
    """The year 2024, by the order of 27.12.2024. 100 %, 94 % and 92 % stand in it without the number of those asked."""
    day = date(2024, 12, 27)
    roadmap = [[number, text, "С января по декабрь 2024 года", CENTRE, ORDER_2024]
               for number, text in enumerate(DONE_2024, start=1)]
    roadmap.append([9, "Проект «Умные каникулы»", "в марте и ноябре 2024 года", CENTRE, ORDER_2024])
    return _written(folder, [
        ("Реестр Армавир.xlsx", day, _of("schools", "Школы", [_school_21()])),
        ("Перечень 2024.xlsx", day, _of("statuses", "Перечень", [_status_21(
            date(2024, 1, 1), date(2024, 12, 31), "перечень края для реализации в 2024 году")])),
        ("Дорожная карта 2024.xlsx", day, _roadmap(PLAN_2024, roadmap)),
        ("Отметки 2024.xlsx", day, _of("progress", "Отметки", [
            {"plan": PLAN_2024, "month": "декабрь 2024", "number": str(number), "status": "выполнено",
             "document": REPORT_2024, "note": "день в документе не назван"} for number in range(1, 10)])),
        ("Что провели 2024.xlsx", day, _of("events", "Что провели", _events(date(2024, 1, 1), day, 8, 6, 3,
                                                                                   SPELLINGS[4]))),
        ("Опросы 2024.xlsx", day, _of("surveys", "Опросы", _shares(day))),
        *published_field.armavir_2024(day, SPELLINGS[4]),
    ])


def leningradsky(folder: Path) -> list[tuple[Path, date]]:
    """The report on monitoring of 2022: ten schools, 129 people and 12 people without schools."""
    day = date(2022, 12, 30)
    names = [f"{form} {kind} № {number}" for form, kind, number in TEN]
    register = [{"school_id": f"Ш{number:02}", "number": number, "name": name}
                for name, (_, _, number) in zip(names, TEN, strict=True)]
    note = "в документе ШНОР и ШССУ названы вместе: какие из школ ШССУ, не сказано"
    lists = [_listed(name, "ШНОР", note) for name in names]
    lists += [_listed(name, "500+", "") for name, (_, _, number) in zip(names, TEN, strict=True)
              if number in PROJECT_500]
    return _written(folder, [
        ("Реестр Ленинградский.xlsx", day, _of("schools", "Школы", register)),
        ("Перечень 2022.xlsx", day, _of("statuses", "Перечень", lists)),
        ("Курсы 2022.xlsx", day, _of("courses", "Курсы", [
            {"period": "2022", "state": "завершили", "provider": "ГБОУ ИРО Краснодарского края", "people": 129}])),
        ("Мониторинги 2022.xlsx", day, _of("indicator_values", "Мониторинги", [
            {"indicator": "Участвовали в мониторинге предметных компетенций", "period": "2022", "value": 12,
             "unit": "чел."},
            {"indicator": "Показали высокий уровень", "period": "2022", "value": 1, "counted": 12, "unit": "чел."}])),
        ("Что провели 2022.xlsx", day, _of("events", "Что провели", [
            {"period": "01.08.2022–15.08.2022", "event_kind": "мониторинг",
             "topic": "Деятельность школьных методических объединений"},
            {"period": "октябрь 2022", "event_kind": "мониторинг",
             "topic": "Эффективность наставнического центра и тьюторского пункта"}])),
        *published_field.leningradsky(day, names, [name for name, (_, _, number) in zip(names, TEN, strict=True)
                                                   if number in PROJECT_500]),
    ])


def leningradsky_doubtful() -> bytes:
    """«Улучшились результаты… в МБОУ СОШ № 10, 11, 12, 17»: № 11 is МАОУ in the list, № 17 is not in it."""
    rows = [{"school_id": f"МБОУ СОШ № {number}", "indicator": "Результаты ОГЭ и ЕГЭ улучшились", "period": "2022",
             "value": 1} for number in (10, 11, 12, 17)]
    return _of("indicator_values", "Улучшились результаты", rows)


def _written(folder: Path, sent: Sequence[Sent]) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, _, data in sent:
        (folder / name).write_bytes(data)
    return [(folder / name, day) for name, day, _ in sent]


def _of(kind: str, title: str, rows: Rows) -> bytes:
    return books.of_kind(KINDS[kind], title, rows, MARK)


def _roadmap(title: str, rows: Sequence[Sequence[object]]) -> bytes:
    headers = ("№ п/п", "Мероприятие", "Срок исполнения", "Ответственный", "Документ")
    return books.table("Дорожная карта", title, headers, rows, marked=False, mark=MARK)


def _school_21() -> dict[str, object]:
    return {"school_id": "Ш21", "number": 21, "name": SPELLINGS[0], "full_name": FULL_NAME}


def _status_21(first: date, last: date | None, note: str) -> dict[str, object]:
    return {"school_id": SPELLINGS[1], "status": "ШНОР", "valid_from": first, "valid_to": last, "note": note}


def _events(first: date, last: date, seminars: int, webinars: int, conferences: int, school: str) -> Rows:
    """What was held up to the day of the report."""
    period = f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"
    counts = (("практико-ориентированный семинар", seminars), ("вебинар", webinars), ("видеоконференция", conferences))
    return [{"period": period, "event_kind": kind, "topic": HELP, "organiser": "центр", "schools": school,
             "number": number} for kind, number in counts]


def _shares(day: date) -> Rows:
    """Known by the day of the report. «94 % предлагают продолжить в 2024 году» stands in the report for 2024: the words
    are the document's own."""
    said = (("руководители", "Методическая помощь адресная, регулярная и доступная", 100),
            ("педагоги", "Продолжить в 2024 году деятельность пункта на основе проектов", 94),
            ("педагоги", "Методическая помощь адресная, регулярная и доступная", 92))
    return [{"survey": "Мониторинг наставнического центра и тьюторского пункта", "wave": "2024", "audience": audience,
             "question": question, "option": "да", "percent": percent, "positive": "да", "known_on": day}
            for audience, question, percent in said]


def _listed(name: str, status: str, note: str) -> dict[str, object]:
    return {"school_id": name, "status": status, "valid_from": date(2022, 1, 1), "valid_to": date(2022, 12, 31),
            "document": "аналитическая справка за 2022 год", "note": note}


__all__ = ["armavir_2023", "armavir_2024", "district_of_grachevka", "kislovodsk", "leningradsky",
           "leningradsky_doubtful"]
