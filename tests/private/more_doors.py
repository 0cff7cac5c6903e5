"""The doors that take minutes for all texts: every column of every kind, every format of files, answers, what schools
type, settings, accesses, what goes into a log. Each way gives back how much of it the base has taken."""

import io
import itertools
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from shnor import users
from shnor.access import Entry
from shnor.access.database import FILE
from shnor.access.database import Database as Accesses
from shnor.datasets import KINDS, Column, Kind
from shnor.datasets._base import Between, Longest, Shape
from shnor.errors import ShnorError
from shnor.loaders.files.letterheads.template import cleaned
from shnor.loaders.types import KEEP
from shnor.papers.template import Template
from shnor.scope import Actor
from shnor.service.centre import setup
from shnor.service.desk import arrive, ask, check, deliver, draft, form
from shnor.service.desk.own import SchoolDesk
from shnor.service.intake import by_hand, drop, manual
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.month import forms, workbook
from shnor.service.show import pictures
from shnor.shows import Item
from shnor.ui.kit.errors import ErrorLog
from tests.actors import COORDINATOR, director
from tests.clock import noon
from tests.loaders.files.letterheads.letterheads import letterhead
from tests.odd import documents, workbooks
from tests.odd.sheets import Sheet, Value
from tests.private.house import NOV, House, flat, is_of_office
from tests.service.conftest import DAY
from tests.service.show.test_pictures import png

WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    "csv": documents.csv, "html": documents.html, "mht": documents.mhtml, "docx": documents.docx, "rtf": documents.rtf,
    "xml": documents.spreadsheetml, "xlsx": workbooks.xlsx, "ods": workbooks.ods, "xls": workbooks.xls}
SCHOOL = "Ш03"
"""Of the example: it has a roadmap and is on the list."""
FIXED = ("year", "plan", "period", "school_year", "grade", "school_codes")
"""Columns whose texts are codes of ours or must be known already."""
FORMS = "{}", "Опыт {n}: {}", "сделано ({}); см. план"


def of_kind(house: House, kind: Kind, attacked: Column, texts: Sequence[str], *, whole: bool) -> Sheet:
    """A row a text. The other columns: all there are, or what a row needs and what tells it from other rows."""
    with house.store.view() as view:
        schools = [name for name, in view.rows("schools").select("name").order("name").fetchall()][:4]
        [plan] = view.rows("roadmap", school_id=SCHOOL).select("plan").distinct().limit(1).fetchall()
    needed = {*kind.key, attacked.name, *(kind.layouts[0].needs if kind.layouts else ())}
    columns = [one for one in kind.typed if whole or one.required or one.name in needed]
    tight = any(isinstance(one, Longest) and one.characters < 100 for one in attacked.constraints)
    rows: list[list[Value]] = [[column.title for column in columns]]
    for n, text in enumerate(texts, 1):
        shape = FORMS[1 if tight or attacked.name in (*kind.key, "name") else (n + kind.typed.index(attacked)) % 3]
        rows.append([shape.format(text, n=n) if column is attacked else schools[n % 4] if column.type == "school" else
                     plan[0] if column.name == "plan" and kind.id == "progress" else _plain(kind, column, n)
                     for column in columns])
    return Sheet(rows)


def _plain(kind: Kind, column: Column, n: int) -> Value:
    if column.name == "number" and column.name in kind.key:
        return f"7.{n}" if column.type == "text" else n
    if kind.id == "schools" and column.name in kind.key:
        return f"Ш{100 + n}"
    if kind.id == "schools" and column.name == "name":
        return f"МБОУ ООШ № {100 + n}"
    if column.name not in kind.key or column.name in FIXED or any(isinstance(one, Shape) for one in column.constraints):
        return column.example  # type: ignore[return-value]
    if column.type == "whole":
        bounds = next((one for one in column.constraints if isinstance(one, Between)), None)
        return int(bounds.low + n % min(bounds.high - bounds.low + 1, 500)) if bounds else n
    if column.type == "month":
        return f"{n % 12 + 1:02}.{2012 + n // 12}"
    if column.type == "date":
        return date(2024, 1, 1) + timedelta(n)
    if column.type == "text":
        return f"{column.example or column.title} {n}"
    return column.example  # type: ignore[return-value]


def attacked() -> Iterator[tuple[Kind, Column]]:
    """Every column of texts a person types; the register comes last: its rows are schools."""
    for kind in sorted(KINDS.values(), key=lambda one: one.id == "schools"):
        yield from ((kind, column) for column in kind.typed if column.type == "text" and column.personal == "no"
                    and not any(isinstance(one, Shape) for one in column.constraints))


def taken(house: House, *files: Incoming) -> list[Reviewed]:
    """Those the base has taken; of the others what is told of them is looked at like all that leaves."""
    reviewed = drop.review(house.store, files, DAY)
    house.told += [repr((one.checked.file, one.checked.issues, one.checked.dropped)) for one in reviewed]
    drop.accept_each(house.store, reviewed, by=COORDINATOR)
    return [item for item in reviewed if item.ready]


def columns(house: House, texts: Sequence[str]) -> int:
    """How many columns the base has taken the texts of."""
    return sum(any(taken(house, Incoming(f"{kind.id}.csv", documents.csv(of_kind(
        house, kind, column, texts, whole=whole)))) for whole in (True, False)) for kind, column in attacked())


def formats(house: House, texts: Sequence[str]) -> int:
    """The same table in every format; in an archive, in a letter; pasted; with a title and a line above it."""
    made = [Incoming(f"журнал.{end}", write(Sheet([[f"Подготовила: {texts[number]}"], [], *house.events(
        *(f"Опыт в {end}: {text}" for text in texts))]))) for number, (end, write) in enumerate(WRITERS.items())]
    rows = house.events(*(f"Опыт в письме: {text}" for text in texts))
    again = house.events(*(f"Опыт в архиве: {text}" for text in texts))
    made += drop.opened([Incoming("письмо.eml", documents.letter(f"{flat(texts[0])}.csv", documents.csv(Sheet(rows)))),
                         Incoming("а.zip", documents.archive(f"{flat(texts[1])}.xlsx", workbooks.xlsx(Sheet(again))))])
    pasted = "\n".join("\t".join(map(flat, row)) for row in house.events(*(f"Опыт вставки: {t}" for t in texts)))
    return len(taken(house, *made, manual.pasted(pasted, noon())))


def answers_to_cells(house: House, texts: Sequence[str]) -> int:
    """Each cell of a table is asked about and answered with a text."""
    rows = house.events(*("?" for _ in texts))
    answers = {("Таблица 1", f"C{n}"): f"Опыт ответа: {text}" for n, text in enumerate(texts, 2)}
    return len(taken(house, Incoming("журнал.csv", documents.csv(Sheet(rows)), answers)))


def surveys(house: House, texts: Sequence[str]) -> int:
    """An export of answers with a question a text, and a list of counts with an option a text, confirmed as options."""
    heads = ["Отметка времени", "Школа", *(f"Помогла ли вам {flat(text)}?" for text in texts)]
    export = [heads, *([f"1{n}.11.2026 10:00:00", "МБОУ ООШ № 3", *(text if n < 4 else "да" for text in texts)]
                       for n in range(8))]
    counts = [["Опрос", "Когда", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос"],
              *(["Помощь", "ноябрь 2026", "Кого наблюдали?", f"Опыт {n}: {text}", "3", "600"]
                for n, text in enumerate(texts)), ["Помощь", "ноябрь 2026", "Кого наблюдали?", "никого", "165", "600"]]
    return sum(len(confirmed(house, Incoming(name, documents.csv(Sheet(rows))))) for name, rows in (
        ("анкета.csv", export), ("опрос.csv", counts)))


def confirmed(house: House, file: Incoming) -> list[Reviewed]:
    """Every question is answered with «оставить»."""
    [item] = drop.review(house.store, [file], DAY)
    asked = {issue.key: KEEP for issue in item.checked.issues if issue.severity == "question"}
    house.told.append(repr(item.checked.issues))
    return taken(house, Incoming(file.name, file.data, asked))


def by_forms(house: House, texts: Sequence[str]) -> int:
    """What the coordinator types on «Внести вручную»: the rows of a form in one file, for the same door."""
    with house.store.view() as view:
        choices = by_hand.build(view, day=DAY)
    made: list[Incoming] = []
    for n, (one, two, three) in enumerate(_threes(texts)):
        course = {"school_id": "МБОУ ООШ № 3", "period": "ноябрь 2026", "subject": f"предмет {n}: {one}",
                  "programme": f"Опыт: {two}", "provider": three, "people": "1"}
        made.append(by_hand.course(course, noon()))
    for to, text in zip(choices.questions, texts, strict=False):
        made.append(by_hand.answer(to, f"Опыт: {text}", "27.11.2026", noon()))
    for of, text in zip(choices.awaited, texts, strict=False):
        made.append(by_hand.document(of, f"справка, {text}", noon()))
    return sum(len(taken(house, file)) for file in made)


def _threes(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for n in range(0, len(texts) - 2, 3):
        yield texts[n], texts[n + 1], texts[n + 2]


def desk_of(house: House) -> SchoolDesk:
    return SchoolDesk(house.store, house.desk, lambda: Actor("директор МБОУ ООШ № 3", director(SCHOOL).scope), SCHOOL,
                      NOV, DAY, forms.of(house.store.about()))


def schools(house: House, texts: Sequence[str]) -> int:
    """A director types into the report, sends it, asks the centre; sends the workbook, answers its questions."""
    own, done = desk_of(house), 0
    names = [field.name for _, _, field in form.build(own).fields]
    for name, text in zip(itertools.cycle(names), texts, strict=False):
        draft.put(own, name, f"Опыт: {text}")
        done += 1
    deliver.made(own)
    for one, two, three in _threes(texts):
        with suppress(ShnorError):
            ask.ask(own, f"Опыт: {one}", two, three, noon())
            done += 1
    for part in range(0, len(texts), 29):
        sent = arrive.take(own, f"отчёт {flat(texts[part])}.xlsx", _workbook(own, texts[part:part + 29])).sent
        for issue, text in zip(check.look(own, sent).issues, texts, strict=False):
            sent = check.answer(own, sent, issue, text)
        with suppress(ShnorError):
            deliver.send(own, sent.number)
        done += 1
    return done


def _workbook(own: SchoolDesk, texts: Sequence[str]) -> bytes:
    """The blank of the school: the texts in the cells of words, above the table, in a property and in a comment."""
    with own.view() as view:
        book = load_workbook(io.BytesIO(workbook.workbook(view, own.school, own.month, own.forms)))
    places = [("Месяц", f"J{row}") for row in range(12, 22)] + [("Месяц", f"I{row}") for row in range(12, 17)] + [
        ("Вопрос центру", f"B{row}") for row in range(7, 10)] + [("Что провели", f"C{row}") for row in range(7, 12)] + [
        ("Месяц", "B6"), ("Месяц", "N12"), ("Педагоги", "H8"), ("Что провели", "D7")]
    for (sheet, cell), text in zip(places, texts, strict=False):
        with suppress(AttributeError, KeyError):  # a part of a merged cell, a sheet that is not asked this month
            book[sheet][cell] = text
    book.properties.creator = texts[0]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def settings(house: House, texts: Sequence[str]) -> int:
    """What is refused where it names somebody: posts, names of the centre, who comes in, words of a page. Telephones
    and mail of an office are welcome in the first two."""
    done, numbers = 0, [text for text in texts if not is_of_office(text)]
    with closing(Accesses(house.folder / FILE, noon)) as accesses:
        entry = Entry(accesses)
        for n, text in enumerate(texts):
            done += _refused(house, lambda text=text: setup.refuse_personal(text))
            done += _refused(house, lambda n=n, text=text: _let_in(entry, f"guest{n}", text))
            done += _refused(house, lambda text=text: _let_in(entry, flat(text), "гость"))
        _let_in(entry, "guest", "гость")
    for text in numbers:
        done += _refused(house, lambda text=text: setup.keep_posts(house.store, {"coordinator": text}, COORDINATOR))
        done += _refused(house, lambda text=text: setup.keep_name(
            house.store, "center", setup.cases_of({}, "center", text), COORDINATOR))
    return done


def _let_in(entry: Entry, login: str, title: str) -> None:
    """As the console of the server does it."""
    users._done(Namespace(deed="add", login=login, title=title, role="guest", school=[],
                          origin="https://monitor.example"), entry, Path())


def _refused(house: House, put: Callable[[], object]) -> bool:
    """What is told of a refusal is no place for the text either, where it is kept."""
    try:
        put()
    except ShnorError:
        return True
    return False


def pictures_and_letterheads(house: House, texts: Sequence[str]) -> int:
    """What a program writes into a picture and into a letterhead beside what is seen."""
    def named(made: Any) -> None:
        made.core_properties.author, made.core_properties.comments = texts[0], "; ".join(texts)[:255]
        for text in texts:
            made.add_paragraph(f"Исполнитель: {flat(text)}")
    house.papers.templates.take(Template("бланк.docx", cleaned("бланк.docx", letterhead(named)).data))
    show = house.shows.kept.make("Показ опыта", [Item("image", "own", "image", title="Стенд")], [SCHOOL],
                                 by="координатор")
    house.shows.kept.draw(show.id, "image", pictures.drawing(png(
        *((b"tEXt", b"Author\x00" + text.encode()) for text in texts))))
    return len(texts)


def errors(house: House, texts: Sequence[str]) -> int:
    """Errors whose messages quote a text, and what they were made from."""
    log = ErrorLog(house.folder / "logs")
    for text in texts:
        try:
            try:
                raise KeyError(text)
            except KeyError as cause:
                raise ValueError(f"Опыт: {text}") from cause
        except ValueError as error:
            log.record(error)
    return len(texts)


MORE: dict[str, Callable[[House, Sequence[str]], int]] = {
    "formats": formats, "answers-to-cells": answers_to_cells, "surveys": surveys, "by-forms": by_forms,
    "schools": schools, "settings": settings, "pictures": pictures_and_letterheads, "errors": errors,
    "columns": columns}
