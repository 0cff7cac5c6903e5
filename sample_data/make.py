"""Writes the files of the demo, as they came by mail: `python -m sample_data.make --out FOLDER`."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sample_data import books, courses, events, field, letters, old_paper, results, surveys
from sample_data.district import BY_NUMBER, DAY, MUNICIPALITY, SCHOOLS, register_row, status_rows
from sample_data.plans import NO_NEWS, TOWN, Plan, amended, plans
from sample_data.reports import LAST, MONTHS, SILENT_SCHOOL, entries, late_entries
from shnor import periods
from shnor.datasets import KINDS
from shnor.workbooks.month_sheets import TEACHERS

__all__ = ["DAY", "MUNICIPALITY", "extra", "files"]

Sent = tuple[str, date, bytes]
"""File name, day of arrival, bytes."""

TOPICS = (courses, events, results, surveys, field)
"""Each writes the files of its topic; on one day they come after the register and the roadmaps."""
BY_SCHOOL = (date(2026, 10, 1), LAST)
"""Months each school sent its own workbook for; before that the centre kept one list a month."""
DUE = {date(2026, 10, 1): date(2026, 10, 26), LAST: date(2026, 11, 25)}
ARRIVED = {date(2026, 10, 1): {2: 23, 3: 26, 5: 23, 7: 29, 11: 22, 12: 26},
           LAST: {2: 24, 3: 25, 5: 24, 7: 26, 11: 23, 12: 25}}
"""Day of the month each school's workbook came. № 7 is late, № 9 is silent."""
IN_PART = 12
"""The school whose report of November comes without the sheet of teachers."""


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes everything the demo base is built from; gives path and day of arrival, in the order of arrival."""
    own = _written(folder, sorted(_everything(), key=lambda sent: sent[1]))
    topics = [sent for topic in TOPICS for sent in topic.files(folder)]
    return sorted([*own, *topics], key=lambda sent: sent[1])


def extra(folder: Path) -> list[tuple[Path, date]]:
    """Writes what is kept apart to be tried by hand: «later» — the report of the silent school; «try» — a school
    written with МБОУ instead of МАОУ, which is a question."""
    return _written(folder / "later", [_late_report()]) + _written(folder / "try", [_misnamed_report()])


def _written(folder: Path, sent: list[Sent]) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, _, data in sent:
        (folder / name).write_bytes(data)
    return [(folder / name, arrived) for name, arrived, _ in sent]


def _everything() -> Iterator[Sent]:
    """In an order that holds within a day: register, lists, roadmaps, reports."""
    yield from _registers()
    yield from _lists()
    yield from _roadmaps()
    yield "Дорожная карта округа 2026 с изменениями от 28.08.2026.xlsx", date(2026, 8, 31), books.roadmap(town(2026))
    yield from _month_lists()
    for month in BY_SCHOOL:
        yield from _school_reports(month)


def _roadmaps() -> Iterator[Sent]:
    """The district's roadmap comes before those of the schools."""
    for year, town, school in ((2025, date(2024, 12, 9), date(2024, 12, 20)),
                               (2026, date(2025, 12, 15), date(2025, 12, 22))):
        for plan in plans(year):
            name = "Дорожная карта округа" if plan.school == TOWN else f"Дорожная карта {BY_NUMBER[plan.school].slug}"
            yield f"{name} {year}.xlsx", town if plan.school == TOWN else school, books.roadmap(plan)


def _registers() -> Iterator[Sent]:
    """The register of 2024, and of September 2026, when № 14 had joined № 8 and pupils were counted anew."""
    now = [register_row(school) for school in SCHOOLS]
    then = [row | {"pupils": row["pupils"] + 2 + row["number"] % 5, "fis_oko": row["fis_oko"][:9],
                   "parts": None} for row in now]
    for name, arrived, rows in (("Реестр школ.xlsx", date(2024, 12, 2), then),
                                ("Реестр школ на 20.09.2026.xlsx", date(2026, 9, 22), now)):
        yield name, arrived, books.of_kind(KINDS["schools"], f"{MUNICIPALITY}: школы", rows)


def _lists() -> Iterator[Sent]:
    first = [row for year in (2023, 2024, 2025) for row in status_rows(year)]
    for name, arrived, rows in (("Перечни школ 2023–2025.xlsx", date(2024, 12, 2), first),
                                ("Перечень школ на 2026 год.xlsx", date(2025, 11, 26), status_rows(2026)),
                                ("Перечень школ на 2027 год.xlsx", date(2026, 11, 23), status_rows(2027))):
        yield name, arrived, books.of_kind(KINDS["statuses"], name.removesuffix(".xlsx"), rows)


def town(year: int) -> Plan:
    """The district's roadmap as it stands on the day of the demo."""
    plan = plans(year)[TOWN]
    return amended(plan) if year == 2026 else plan


def _month_lists() -> Iterator[Sent]:
    """One list a month, closed on the third of the next; where schools sent workbooks, the centre's own lines only."""
    marks = [(plan, entry) for year in (2025, 2026) for plan in (town(year), *plans(year)[1:])
             for entry in entries(plan)]
    for month in MONTHS:
        own = month in BY_SCHOOL
        told = [(plan, entry) for plan, entry in marks if entry.month == month and not (own and plan.school != TOWN)]
        period = periods.containing("month", month)
        name = f"Отчёт центра {period.code}.xlsx" if own else f"Свод отчётов {period.code}.xlsx"
        arrived = DAY if month == LAST else period.next().start.replace(day=3)
        yield name, arrived, books.month_list(month, "Отчёт центра" if own else "Свод отчётов", told)


def _school_reports(month: date) -> Iterator[Sent]:
    for plan in plans(2026)[1:]:
        if plan.school == SILENT_SCHOOL:
            continue
        told = [entry for entry in entries(plan) if entry.month == month]
        nothing_new = plan.school == NO_NEWS and month == LAST
        data = _report(plan, month, None if nothing_new else told)
        yield _report_name(plan, month), month.replace(day=ARRIVED[month][plan.school]), data


def _report(plan: Plan, month: date, told: list | None, name: str = "") -> bytes:
    earlier = [entry for entry in entries(plan) if entry.month < month]
    without = TEACHERS if (plan.school, month) == (IN_PART, LAST) else ""
    return books.school_report(plan, month, DUE[month], earlier, told, name, without=without)


def _report_name(plan: Plan, month: date, note: str = "") -> str:
    return f"Отчёт_{periods.containing('month', month).code}_{BY_NUMBER[plan.school].slug}{note}.xlsx"


def _late_report() -> Sent:
    plan = next(plan for plan in plans(2026) if plan.school == SILENT_SCHOOL)
    return _report_name(plan, LAST, " (опоздал)"), date(2026, 12, 4), _report(plan, LAST, late_entries(plan))


def _misnamed_report() -> Sent:
    plan = next(plan for plan in plans(2026) if plan.school == NO_NEWS)
    return (_report_name(plan, LAST, " (МБОУ вместо МАОУ)"), date(2026, 11, 27),
            _report(plan, LAST, None, BY_NUMBER[NO_NEWS].name.replace("МАОУ", "МБОУ")))


def main() -> None:
    parser = argparse.ArgumentParser(description="Файлы примера: выдуманный округ")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    folder = parser.parse_args().out
    for path, arrived in [*files(folder), *extra(folder), *old_paper.files(folder / "try"),
                          *letters.files(folder / "mail")]:
        print(f"{arrived:%d.%m.%Y}  {path.relative_to(folder)}")


if __name__ == "__main__":
    main()
