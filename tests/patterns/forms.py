"""Every pattern for numbers that try Russian endings and for names of each gender; of sentences that differ in their
numbers alone one stands in `forms.txt`, which is read by people.

`python -m tests.patterns.forms` writes that list anew.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from shnor.metrics.change import of_counts
from shnor.sentences import (
    courses,
    deficits,
    level,
    of_list,
    paper,
    reports,
    results,
    roadmap,
    sheet,
    support,
    surveys,
    tasks,
)
from shnor.sentences.names import SchoolName
from shnor.sentences.patterns import TOPICS
from shnor.sentences.pieces import Amount, Sentences
from tests.patterns.made import CENTRE, DAY, OFFICE, amount, schools, share, source

FILE = Path(__file__).with_name("forms.txt")
SIZES = (0, 1, 2, 5, 11, 21, 112)
NAMES = {"f": schools("МБОУ СОШ № 3"), "m": schools("МБОУ лицей № 2"), "n": schools("МБОУ «Северное»"),
         "several": schools("МБОУ СОШ № 3", "МАОУ лицей № 2", "МБОУ СОШ № 7")}
HEAD = f"""\
# The sentences of papers, each pattern for n = {", ".join(map(str, SIZES))} and none, and for names of each gender; of
# those that differ in their numbers alone the first.
# Made by `python -m tests.patterns.forms`; the test beside it compares. It is a list to be READ, not only compared:
# read each new line aloud as it would stand in a signed paper. Does the verb agree? the case? is it true? What sounds
# wrong is mended in shnor/sentences, never here.
"""
WHEN, ORDER = date(2026, 12, 10), (date(2026, 1, 12), "15-осн")
NONE, FEW = amount(None), amount(3)
Made = Callable[[int | None], Iterator[Sentences]]


def _schools(n: int | None) -> list[SchoolName] | None:
    return None if n is None else schools(*(f"МБОУ СОШ № {number}" for number in range(1, n + 1)))


def _whole(n: int | None, *parts: int) -> int | None:
    return None if n is None else n + sum(parts)


def of_papers(n: int | None) -> Iterator[Sentences]:
    yield paper.prepared(CENTRE if n else None, date(2026, 12, 20), date(2026 if n else 2025, 1, 1), date(2026, 12, 31))
    yield paper.ground(paper.Order(OFFICE, *ORDER, "Об утверждении «Дорожной карты»") if n else None)
    yield paper.prepared(CENTRE, date(2026, 12, 20), date(2026, 1, 1), date(2026, 12, 20), date(2026, 11, 27))
    yield paper.no_data("об анкетировании")
    yield paper.shown("План и исполнение", True, "table", n or 0)
    yield paper.shown("Доля отметок «2» по математике", False, "picture", n or 0)


def of_lists(n: int | None) -> Iterator[Sentences]:
    yield of_list.included(2026, _schools(n) if (n or 0) < 100 else schools("МБОУ СОШ № 1"), source())
    yield of_list.published(2026, amount(n))
    yield of_list.since(NAMES["f"][0], date(2025, 11, 14) if n else None, tuple(range(2027 - (n or 0), 2027)))
    yield of_list.since(NAMES["m"][0], date(2021, 11, 14), (2022, 2025, 2026))
    yield of_list.entered_and_left(2027, None if n is None else [], None if n is None else [])
    yield of_list.at_risk(_schools(n) if n is None or not n else NAMES["f"])
    for names in NAMES.values() if n == 1 else ():
        yield of_list.at_risk(names)
        yield of_list.at_risk(names, outside=False)
        for left in NAMES.values():
            yield of_list.entered_and_left(2027, names, left)
        yield of_list.entered_and_left(2027, names, [])
        yield of_list.entered_and_left(2027, [], names)


def of_reports(n: int | None) -> Iterator[Sentences]:
    """n came whole, of them two late; as many were awaited and one came in part."""
    late = amount(min(2, n or 0))
    yield reports.came("ноябрь 2026 года", share(n, _whole(n, 3)), late, amount(1), amount(2))
    yield reports.came("ноябрь 2026 года", share(0, n), amount(0), amount(0), amount(n))
    yield reports.came("ноябрь 2026 года", share(n, n), amount(0), amount(0), amount(0))


def of_roadmaps(n: int | None) -> Iterator[Sentences]:
    yield roadmap.due(2026, amount(n), amount(n, "ways"), DAY, amount(n, "come"))
    yield roadmap.due(2026, amount(n or 7), amount(4), DAY, amount(n, "come"), unit="срок")
    yield roadmap.done_parts(amount(_whole(n, 4, 2, 1)), amount(n), amount(4), amount(2), amount(1), done=source())
    yield roadmap.done_parts(amount(_whole(n, 0)), amount(n), amount(0), amount(0), amount(0), done=source())
    yield roadmap.done_parts(amount(_whole(n, 7)), amount(0), amount(7), amount(0), amount(n), done=source())
    yield roadmap.done_parts(amount(_whole(n, 3)), amount(3), amount(0), amount(0), amount(0), undated=amount(n),
                             done=source())
    yield roadmap.done_parts(amount(n), amount(0), amount(0), amount(n), amount(0), done=source())
    yield roadmap.done_parts(amount(n), amount(0), amount(0), amount(0), amount(0), undated=amount(n), done=source())
    yield roadmap.confirmed(share(n, _whole(n, 2)))
    yield roadmap.confirmed(share(None if n is None else 0, n))
    yield roadmap.confirmed(share(n, n), unit="срок")
    yield roadmap.confirmed(share(1, _whole(n, 1)), unit="срок")
    yield roadmap.not_done(None if n is None else [f"2.{number}" for number in range(1, min(n, 21) + 1)],
                           [(NAMES["f"][0], "нет учителя физики.")] if n == 2 else [], source())
    yield roadmap.not_done(None if n is None else [f"2.{number}" for number in range(1, min(n, 5) + 1)], (), source(),
                           names=["Стажировка учителей физики"] * min(n or 0, 5),
                           own=["Не хватило часов.", ""][:n if n == 1 else 0] or ["Не хватило часов."] * min(n or 0, 5))
    yield roadmap.due_within(2026, date(2026, 7, 1), date(2026, 12, 31), amount(n),
                             whose="МБОУ ООШ № 9" if n == 2 else "")
    yield roadmap.no_word(amount(n))
    yield roadmap.no_word(amount(n), unit="срок")
    yield roadmap.lifted(None if n is None else [
        (f"2.{number}", "приказ от 28.08.2026 № 96") for number in range(1, min(n, 3))] + [("2.7", "")] * (n == 1))
    yield roadmap.direction("Работа с кадрами", share(n, n), amount(0))
    yield roadmap.direction("Работа с кадрами", share(0, n), amount(2))
    yield roadmap.ahead(amount(n), WHEN)
    yield roadmap.ahead(amount(n), WHEN, unit="срок")


def of_support(n: int | None) -> Iterator[Sentences]:
    kinds = None if n is None else [("практико-ориентированный семинар", amount(n, "a")),
                                    ("методическая сессия", amount(n, "b")), ("хакатон", amount(n, "c")),
                                    ("родительское собрание", amount(n, "d"))]
    yield support.held(kinds)
    yield support.held_before(2025, kinds[:3] if kinds else kinds)
    yield support.held_monthly(amount(n and n + 0.4), amount(1.0), 2025)
    yield support.event_plan("методическая сессия", amount(n), amount(2, "held"))
    yield support.event_plan("хакатон", amount(8), amount(n, "held"))
    yield support.project("Умные каникулы", date(2026, 10, 26), date(2026, 11, 1), amount(n), amount(n, "people"))
    yield support.mentors(ORDER if n != 5 else None, share(n, n))
    yield support.mentors(ORDER, share(n, _whole(n, 2)), NAMES["several"][:2] if n == 2 else NAMES["m"])
    yield support.tutors(None if n is None else ["математика", "физика"][:n], ["русский язык"] if n else [],
                         number=amount(n))
    for kind in ("консультация", "мастер-класс", "практическое занятие"):
        yield support.consulted(None if n is None else [(kind, amount(n)), ("выезд", amount(2))],
                                [("русский язык", amount(1))])
    yield support.consulted(None if n is None else [("консультация", amount(n))],
                            [("химия", amount(7)), ("Экономика", amount(7))])
    yield support.routes(share(n, 118), "IV квартал", share(n, n, "steps"), amount(n, "corrected"))
    yield support.routes(share(n, None), "IV квартал", share(None, None), amount(n, "corrected"))
    yield support.visits(amount(n), amount(n, "given"), amount(0), amount(n, "ahead"))
    yield support.visits(amount(2), amount(n, "given"), amount(n, "done"), amount(0))
    yield support.visits(amount(2), amount(_whole(n, 3), "given"), amount(2, "done"), amount(1), source())
    yield support.visits(amount(2), amount(_whole(n, 3), "given"), amount(0, "done"), amount(3), source())
    yield support.visits(amount(n))


def of_courses(n: int | None) -> Iterator[Sentences]:
    yield courses.finished(share(n, 118), amount(n, "schools"), amount(n, "papers"))
    yield courses.finished(share(n, None), amount(6), NONE)
    yield courses.finished(share(5, 14), amount(1), amount(n, "papers"))
    yield courses.finished(share(min(n or 0, 5), 8), amount(1), amount(n, "papers"))
    yield courses.course_plan(2026, share(n, _whole(n, n or 0, n or 0)), amount(n, "go"), amount(n, "not"))
    yield courses.course_plan(2026, share(0, n), amount(n, "go"), amount(0))
    yield courses.three_years(share(n, _whole(n, n or 0, 1)), amount(n, "due"), amount(1))
    yield courses.three_years(share(0, n), amount(n, "due"), amount(0))
    yield courses.no_training(None if n is None else ["Физика", "химия"][:n])
    yield deficits.deficits("октябрь 2026 года", amount(n), amount(n, "helped"), amount(n, "removed"))
    yield deficits.deficits("октябрь 2026 года", amount(n), amount(0), NONE)
    yield deficits.deficits("октябрь 2026 года", amount(7), NONE, amount(0))


def of_surveys(n: int | None) -> Iterator[Sentences]:
    yield surveys.positive(share(n, n), share(n, 118, "asked"), "опрошенный педагог")
    yield surveys.positive(share(1, n), share(n, None, "asked"), "опрошенный обучающийся", "Помогла ли школа")
    yield surveys.positive(share(0, n), share(n, None, "asked"), "опрошенный родитель")
    yield surveys.chosen(None if n is None else [("разбор заданий", amount(n))], amount(n, "all"), several=n != 2)
    for name in ("f", "m", "n") if n in (1, None) else ():
        yield surveys.stated(NAMES[name][0], amount(None if n is None else 94))
    yield surveys.waves(share(46, 60), share(49, 60, "now"), of_counts(46, 60, 49, 60), (
        "осенью 2025 года", "весной 2026 года"), over="По школам, участвовавшим в обоих опросах")
    if n:
        yield surveys.waves(share(n, 112), share(1, 112), of_counts(n, 112, 1, 112))
    yield surveys.waves(share(n, 112), share(None, None) if n != 1 else share(1, 112), None)


def of_results(n: int | None) -> Iterator[Sentences]:
    yield results.stages("ОГЭ", "математика", share(n, 112), amount(n, "reserve"), amount(n, "september"))
    yield results.stages("ЕГЭ", "русский язык", share(0, n), NONE, NONE)
    yield results.journal(share(n, _whole(n, 2, 1)), amount(2), amount(1))
    yield results.journal(share(0, n), amount(0), amount(n, "higher"))
    yield results.journal(share(0, n), amount(n, "lower"), amount(0))
    yield results.same_pupils((5, 6), (2025, 2026), share(n, 112), share(n, 112, "now"))
    yield results.markers("", 2025, NAMES["m"], source(), paper="письмо министерства от 17.09.2025 № 1207")
    yield results.markers("Рособрнадзора", 2025, _schools(n) if (n or 0) < 100 else NAMES["several"], source())
    if n is not None:
        change = of_counts(n, 112, 21, 112)
        yield results.year_before(share(n, 112), change, source())
        yield results.share_changed("математика", "по 6 школам перечня", change, share(n, 112), share(21, 112, "now"),
                                    grades="5" if n == 1 else "5–8", years=("2024–2025", "2025–2026"))
        yield results.share_changed("математика", "(МБОУ ООШ № 9)", of_counts(min(n, 5), 7, 1, 7), share(min(n, 5), 7),
                                    share(1, 7, "now"), years=("2024–2025", "2025–2026"))
        yield results.year_before(share(min(n, 5), 7), of_counts(min(n, 5), 7, 1, 7), source())
    yield results.year_before(share(None, None), None)


def of_levels(n: int | None) -> Iterator[Sentences]:
    yield level.calculated("МНЦ", "оптимальный", share(n and min(n, 100), 100), amount(n, "indicators"),
                           "приказ от 12.01.2026 № 14")
    yield level.calculated("МНЦ", "оптимальный", share(87, 100), amount(2), "",
                           of=["охват курсами", "доля подтверждённых"])
    yield level.calculated("МТКП", "базовый", share(n, _whole(n, 0)), amount(2), "",
                           ["доля педагогов с тьютором", "охват курсами"][:n] if n in (1, 2) else [])
    yield level.protocolled("МНЦ", "оптимальный", date(2026, 12, 15) if n else None, "3")
    yield tasks.task("", "Организовать диагностику.", date(2027, 1, 20) if n else None)
    yield tasks.task("директору МБОУ ООШ № 5", "Организовать диагностику.", date(2027, 1, 20) if n else None,
                     ("не выполнено ", *_ground(amount(n))) if n == 21 else (), 2025 if n == 2 else 0)


def of_sheets(n: int | None) -> Iterator[Sentences]:
    yield sheet.on_list(2026, amount(n), 120)
    yield sheet.on_list(2026, amount(n), 120, (3, 7)[:n])
    yield sheet.carried_out(amount(n), amount(None if n is None else min(n, 1)))
    yield sheet.carried_out(amount(n), amount(0))
    yield sheet.courses_done(share(n, _whole(n, 11)))
    yield sheet.vacancies(amount(n), [("Математика", amount(n, "math")), ("Экономика", FEW)][:n])


def _ground(n: Amount) -> tuple:
    return str(n.value), " мероприятие"


MADE: tuple[Made, ...] = (of_papers, of_lists, of_reports, of_roadmaps, of_support, of_courses, of_surveys, of_results,
                          of_levels, of_sheets)


def every(sizes: tuple[int | None, ...] = (*SIZES, None)) -> Iterator[Sentences]:
    for make in MADE:
        for n in sizes:
            yield from make(n)


def form(text: str) -> str:
    """A sentence without its numbers: the word after them tells whether it was 1, 2 or 5."""
    return re.sub(r"#(?:, #)+", "#", re.sub(r"\d+(?:[.,]\d+)*", "#", text))


def collected() -> str:
    """The list as it stands in the file: by topic and pattern, a sentence a line."""
    found: dict[str, dict[str, str]] = {pattern.__name__: {} for patterns in TOPICS.values() for pattern in patterns}
    for sentences in every():
        for one in sentences:
            found[one.pattern].setdefault(form(one.text), one.text.replace("\u00a0", " "))
    parts = [HEAD]
    for topic, patterns in TOPICS.items():
        parts.append(f"\n== {topic}\n")
        for pattern in patterns:
            parts += [f"-- {pattern.__name__}\n", *(f"{text}\n" for text in found[pattern.__name__].values())]
    return "".join(parts)


if __name__ == "__main__":
    FILE.write_text(collected(), encoding="utf-8")
