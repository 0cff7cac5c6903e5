"""Sentences about one school that its page and its printed sheet say alike."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from shnor import wording, wording_time
from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.parts import Part
from shnor.service.figures.roadmap import Deadline
from shnor.service.month import forms
from shnor.service.month.owed import Cell
from shnor.service.pages.support import Helped

NAMED = 6
"""So many activities are named by number."""
NO_HELP = "В журнале мероприятий записей о помощи этой школе нет."


def since(found: Helped, day: date) -> str:
    """What stands before the kinds of help: «с января 2026 года», in January «в 2027 году записей нет; в 2026 — 27»."""
    if found.year == day.year:
        return f"с января {day.year} года"
    return wording_time.no_rows(day.year, found.year, sum((*found.counts.values(), *found.others.values())))


def turning(card: SchoolCard, known: Sequence[SchoolCard], day: date) -> str:
    """What the next list of ШНОР means for the school: it enters, or its days on the list end. known: the schools whose
    lists may be seen; of the school alone no list of others is told. "" = nothing changes, or nothing is known yet."""
    now = next((one for one in card.statuses if one.id == "shnor"), None)
    own = next((one for one in card.entries if one.since > day), None)
    if own and not now:
        return f"С {wording.day(own.since)} школа входит в перечень ШНОР: {own.document or 'документ не указан'}."
    later = [one for other in known for one in other.entries if one.since > day]
    if not now or own or not now.until or not later:
        return ""
    new = min(later, key=lambda one: one.since)
    if new.since > now.until + timedelta(days=1):
        return f"В перечне ШНОР по {wording.day(now.until)}."
    return (f"В перечень ШНОР с {wording.day(new.since)} школа не входит: {new.document or 'документ не указан'}. "
            f"Всё, что внесено по {wording.day(now.until)}, остаётся за школой.")


def parts(card: SchoolCard) -> list[tuple[str, Part]]:
    """A sentence for each school that joined it, or for the one it joined, with the school it speaks of."""
    told = [(f"{_since(part)}: {part.name}. {_own(part)}", part) for part in card.parts]
    if (whole := card.joined) is not None:
        told.append((f"{_since(whole, 'Школа вошла в состав другой')}: {whole.name}. Показатели этой школы в "
                     f"показатели {whole.name} не входят.", whole))
    return told


def _since(part: Part, words: str = "В состав школы вошла") -> str:
    """«С 01.09.2026 в состав школы вошла (филиал)»."""
    how = f" ({part.how})" if part.how else ""
    return f"С {wording.day(part.since)} {wording.small(words)}{how}" if part.since else f"{words}{how}"


def _own(part: Part) -> str:
    if not part.school_id:
        return ("Отдельной строки в реестре у неё нет, своей истории в базе тоже; если она нужна, центр вносит школу в "
                "реестр с её логином ФИС ОКО.")
    return "Её показатели и история остаются на её странице и сюда не прибавляются."


def learned(figure: Figure) -> str:
    """«обучались» of so many, «обучалось» of no more than so many."""
    return "обучалось" if wording.at_most(figure) else wording.verb(figure.numerator, "обучались")


def numbers(rows: Sequence[Deadline]) -> str:
    """«1.1, 1.2 и 2.4»; of many the first, «1.1, 1.2, 1.3, 1.4, 1.5, 1.6 и ещё 106»."""
    listed = [row.number for row in rows]
    return wording.listed(listed) if len(listed) <= NAMED + 1 else (
        f"{', '.join(listed[:NAMED])} и ещё {len(listed) - NAMED}")


def owed(cell: Cell, day: date) -> str:
    """«сдать отчёт за октябрь: срок был 26.10.2026», «дополнить отчёт за ноябрь: нет листа «Педагоги»»."""
    return asked(cell, day) + ("" if cell.state == "partial" else f": {wording_time.due(cell.due, day)}")


def asked(cell: Cell, day: date) -> str:
    """The same without its day."""
    named = forms.title(cell.form, cell.month, day)
    if cell.state != "partial":
        return f"сдать {named}"
    sheets = wording.listed([wording.quoted(sheet) for sheet in cell.missing])
    return f"дополнить {named}: нет {'листа' if len(cell.missing) == 1 else 'листов'} {sheets}"


def debts(cells: Sequence[Cell], day: date, most: int) -> list[str]:
    """The same of several, in the order given; those beyond `most` are counted."""
    return [*(owed(cell, day) for cell in cells[:most]), *rest(cells, most, "отчёт")]


def rest(items: Sequence[object], most: int, word: str = "срок", about: str = "") -> list[str]:
    """«и ещё 4 срока: не выполнено»: a list that is cut says of how many it is; nothing of one that is whole. word: of
    NOUNS."""
    more = len(items) - most
    return [f"и ещё {wording.counted(more, word)}{about}"] if more > 0 else []


def courses(figures: Mapping[str, Figure], year: int, day: date, staff: int | None) -> list[tuple[str, Figure, str]]:
    """(words before, figure, words after), those that say something. year: the newest with rows. staff: teachers of the
    school, if known."""
    people, plan, share = (figures.get(name) for name in ("course_people", "course_plan_share", "course_staff_share"))
    known = share.denominator if share else staff
    when = f"за {year} год" if year == day.year else f"за {day.year} год записей нет; за {year} год"
    said = []
    if people:
        said.append((f"{when} {wording.verb(people.numerator, 'завершили')} курсы ", people, _beyond(people, known)))
    if documents := figures.get("course_certificates"):
        said.append(("получено ", documents, ""))
    if plan:
        said.append((f"по плану на {year} год: ", plan, _beyond(plan, known)))
    if share:
        said.append(("педагоги с курсами за три года: ", share, ", без фамилий точнее не посчитать")
                    if wording.at_most(share) else (f"за три года, из всех педагогов, {learned(share)} ", share, ""))
    return said


def _beyond(figure: Figure, staff: int | None) -> str:
    return wording.beyond_staff(figure.numerator, staff)


def answered(response: Figure | None) -> str:
    """« (ответили 11 из 13)», « (охват неизвестен)»."""
    if response is None or response.denominator is None:
        return " (охват неизвестен)"
    counts = wording.k_of_n(response.numerator, response.denominator)
    return f" ({wording.verb(response.numerator, 'ответили')} {counts})"
