"""What goes wrong in the tables people send, one trap each, with what is stored all the same."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.odd.sheets import Sheet

EVERY = frozenset({".xlsx", ".xls", ".ods", ".csv", ".docx", ".rtf", ".html", ".mht", ".xml"})
BOOKS = frozenset({".xlsx", ".xls", ".ods"})
SCHOOL, WHEN, SUBJECT, PROGRAMME, HOURS, PEOPLE, CERTIFICATES = range(7)


@dataclass
class Truth:
    """people: the sum of the rows taken without an answer; None: refused. data, ending: where the trap writes the file
    itself. wrap: it may lie in an archive or a letter."""

    people: int | None
    codes: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False)
    ending: str = ""
    wrap: bool = True


class Trap(NamedTuple):
    name: str
    formats: frozenset[str]
    spring: Callable[[random.Random, Sheet, str], Truth]


ALL: list[Trap] = []


def trap(formats: frozenset[str] = EVERY):
    def kept(spring: Callable[[random.Random, Sheet, str], Truth]):
        ALL.append(Trap(spring.__name__, formats, spring))
        return spring
    return kept


def total(sheet: Sheet, without: set[int] = frozenset()) -> int:
    return sum(row[PEOPLE] for place, row in enumerate(sheet.rows) if place not in without
               and len(row) > PEOPLE and type(row[PEOPLE]) is int)


def some(rng: random.Random, sheet: Sheet) -> int:
    return rng.randrange(1, len(sheet.rows))


@trap()
def plain(rng, sheet, kind):
    return Truth(total(sheet))


@trap(BOOKS | {".html", ".xml"})
def hidden_rows(rng, sheet, kind):
    sheet.hidden = {some(rng, sheet)}
    return Truth(total(sheet, sheet.hidden), frozenset({"hidden-rows"}))


@trap(BOOKS)
def struck_rows(rng, sheet, kind):
    sheet.struck = {some(rng, sheet)}
    return Truth(total(sheet, sheet.struck), frozenset({"struck-rows"}))


@trap(BOOKS | {".csv", ".html"})
def error_cell(rng, sheet, kind):
    error = rng.choice(("#N/A", "#REF!", "#DIV/0!", "#VALUE!"))
    sheet.faults = {(some(rng, sheet), rng.choice((PEOPLE, WHEN, PROGRAMME, SCHOOL))): error}
    return Truth(None, frozenset({"cell-error"}))


@trap(BOOKS)
def lost_formula(rng, sheet, kind):
    row = some(rng, sheet)
    sheet.lost = {(row, PEOPLE): f"SUM(E{row + 1}:E{row + 1})"}
    return Truth(total(sheet, {row}), frozenset({"formula-lost", "formula-needed"}))


@trap(BOOKS)
def lost_formula_of_a_column_that_may_be_empty(rng, sheet, kind):
    row = some(rng, sheet)
    sheet.lost = {(row, CERTIFICATES): f"SUM(E{row + 1}:E{row + 1})"}
    return Truth(total(sheet), frozenset({"formula-lost", "formula-needed"}))


@trap(BOOKS)
def people_in_percent(rng, sheet, kind):
    row = some(rng, sheet)
    sheet.rows[row][PEOPLE], sheet.percents = 0.5, {(row, PEOPLE)}
    return Truth(None, frozenset({"percent-for-number", "not-whole"}))


@trap()
def total_at_the_end(rng, sheet, kind):
    people = total(sheet)
    words = rng.choice(("Итого", "ИТОГО:", "Всего", "Итого по округу"))
    sheet.rows.append([words, None, None, None, None, people, None])
    return Truth(people)


@trap()
def a_sum_without_a_name(rng, sheet, kind):
    people = total(sheet)
    sheet.rows.append([None, None, None, None, None, people, sum(row[CERTIFICATES] for row in sheet.rows[1:])])
    return Truth(people, frozenset({"sum-left"}))


@trap()
def lines_above(rng, sheet, kind):
    lines = rng.randint(1, 20)
    sheet.rows[:0] = [[f"Приложение {n}" if n % 3 else None, *[None] * 6] for n in range(lines)]
    return Truth(total(sheet))


@trap()
def numbers_of_columns(rng, sheet, kind):
    people = total(sheet)
    sheet.rows.insert(1, [*range(1, 8)])
    return Truth(people)


@trap()
def header_again(rng, sheet, kind):
    people = total(sheet)
    sheet.rows.insert(some(rng, sheet) + 1, list(sheet.rows[0]))
    return Truth(people)


@trap(BOOKS | {".html", ".docx"})
def school_merged(rng, sheet, kind):
    last = some(rng, sheet)
    for row in range(2, last + 1):
        sheet.rows[row][SCHOOL] = None
    sheet.merged = [(1, last)] if last > 1 else []
    return Truth(total(sheet))


@trap(BOOKS | {".csv"})
def school_written_once(rng, sheet, kind):
    sheet.rows[2][SCHOOL] = None
    return Truth(None, frozenset({"school-blank", "schools-blank"}))


@trap()
def ditto(rng, sheet, kind):
    sheet.rows[2][rng.choice((SCHOOL, WHEN))] = rng.choice(("То же", "-//-", "то же", "там же"))
    return Truth(total(sheet), frozenset({"ditto"}))


@trap()
def unknown_school(rng, sheet, kind):
    sheet.rows[some(rng, sheet)][SCHOOL] = "МБОУ СОШ № 777"
    return Truth(None, frozenset({"unknown-school"}))


@trap()
def a_column_nobody_knows(rng, sheet, kind):
    for place, row in enumerate(sheet.rows):
        row.append("Куратор направления" if not place else f"отдел {place}")
    return Truth(total(sheet), frozenset({"columns-left"}))


@trap()
def a_column_of_names(rng, sheet, kind):
    names = ("Ёлкина Пелагея Ивановна", "Дубов Савва Петрович", "Рябинина Фёкла Ильинична", "Осинкин Пров Кузьмич")
    for place, row in enumerate(sheet.rows):
        row.insert(3, rng.choice(("ФИО", "Слушатель", "Педагог")) if not place else names[place % 4])
    return Truth(-1, frozenset(), ("Ёлкина", "Дубов", "Рябинина", "Осинкин", "Пелагея"))


@trap()
def names_phones_and_letters_in_a_text(rng, sheet, kind):
    sheet.rows[some(rng, sheet)][PROGRAMME] = rng.choice((
        "Чтение (Ёлкина П. И.)", "Чтение, тел. +7 912 345-67-89", "Чтение elkina@example.ru",
        "Чтение ЁЛКИНА ПЕЛАГЕЯ ИВАНОВНА", "Чтение Ёлкина\u00a0П.\u00a0И.", "Чтение СНИЛС 112–233–445 95"))
    return Truth(total(sheet), frozenset({"personal-text"}),
                 ("Ёлкина", "ЁЛКИНА", "345-67-89", "elkina@", "233–445"))


@trap()
def a_letter_in_a_number(rng, sheet, kind):
    row = some(rng, sheet)
    sheet.rows[row][PEOPLE] = rng.choice(("1О", "около десяти", "12-14", "~5"))
    return Truth(total(sheet, {row}), frozenset({"number-doubt"}))


@trap()
def numbers_with_words(rng, sheet, kind):
    row = some(rng, sheet)
    people = sheet.rows[row][PEOPLE]
    whole = total(sheet)
    sheet.rows[row][PEOPLE] = rng.choice((f"{people} чел.", f" {people}\u00a0", f"{people},0", f"{people} чел"))
    return Truth(whole)


@trap()
def names_of_schools_otherwise(rng, sheet, kind):
    for row in sheet.rows[1:]:
        row[SCHOOL] = rng.choice((row[SCHOOL], row[SCHOOL].replace("№ ", "№"), f" {row[SCHOOL].lower()} ",
                                  row[SCHOOL].replace(" ", "\u00a0"), row[SCHOOL].replace("№", "N")))
    return Truth(total(sheet))


@trap(BOOKS)
def two_rows_alike(rng, sheet, kind):
    sheet.rows.append(list(sheet.rows[1]))
    return Truth(None, frozenset({"repeated-key"}))


@trap(BOOKS)
def contacts_beside(rng, sheet, kind):
    for place, row in enumerate(sheet.rows):
        row += [None, *(("Отдел", "Кабинет", "Часы приёма") if not place else (f"отдел {place}", place, "9–17"))]
    return Truth(total(sheet), frozenset({"other-table-beside", "columns-left"}))


@trap(BOOKS)
def percents_instead_of_people(rng, sheet, kind):
    sheet.rows[0][PEOPLE] = "Человек, %"
    return Truth(None)


@trap(BOOKS | {".csv"})
def a_thousand_rows_without_a_month(rng, sheet, kind):
    sheet.rows += [["МБОУ ООШ № 5", None, f"предмет {n}", "Чтение", 16, 1, 0] for n in range(1000)]
    return Truth(None, frozenset({"required"}))


@trap(BOOKS | {".csv"})
def protocol_of_pupils(rng, sheet, kind):
    tasks = [f"{n}" if rng.random() < 0.5 else f"{n} (1б)" for n in range(1, 11)]
    sheet.rows = [["№", "Код участника", "Вариант", *tasks, "Балл"]]
    sheet.rows += [[n, f"{60_000 + n}", 1 + n % 2, *(rng.randint(0, 1) for _ in tasks), rng.randint(3, 10)]
                   for n in range(1, 26)]
    return Truth(None, frozenset({"foreign-shape", "protocol-counted"}))


@trap(BOOKS | {".csv"})
def numbers_alone(rng, sheet, kind):
    sheet.rows = [[rng.randint(0, 99) for _ in range(8)] for _ in range(30)]
    return Truth(None)


@trap(BOOKS | {".csv", ".docx"})
def head_alone(rng, sheet, kind):
    del sheet.rows[1:]
    return Truth(None, frozenset({"no-rows", "blank-form"}))
