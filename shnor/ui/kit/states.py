"""The one list of states of what schools send, drawn: a sign on its shade, with its words for who cannot see it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from shnor import wording
from shnor.datasets.arrival import ARRIVALS
from shnor.service.month import forms, owed
from shnor.service.month.owed import EXPECTED, Cell
from shnor.ui.kit.html import Link, closed, joined, tag

SHORT = "%d.%m"
PAST = "ждём, срок был"
OPEN = ("ready", "questions", "handed_in", "unseen", "partial", "moved", "waiting")
"""What is still to be done about them, in the order of the sentence."""


class Sign(NamedTuple):
    """mark: classes of our style sheet."""

    sign: str
    word: str
    mark: str


def of(state: str) -> Sign:
    """state: of ARRIVALS."""
    arrival = ARRIVALS[state]
    return Sign(arrival.sign, arrival.word, f"shnor-state shnor-state-{state}")


def state_of(cell: Cell | None) -> str:
    """Of ARRIVALS; what came unasked is not counted and looks like it."""
    if cell is None:
        return "not_asked"
    if cell.late:
        return "late"
    if cell.came and cell.state in ("not_required", "not_asked"):
        return "unasked"
    return "ready" if cell.questions == 0 and cell.state in ("waiting", "moved") else cell.state


def sign(cell: Cell | None) -> Sign:
    """«✔», «принято» and its shade of a form of one school for one month."""
    return of(state_of(cell))


def square(cell: Cell | None, day: date, link: Link | None = None, *, about: str = "") -> Markup:
    """The sign alone on its shade, all its words when it is pointed at or read aloud. about: what stands before the
    words, «МБОУ ООШ № 9, ноябрь»."""
    shown = sign(cell)
    words = wording.typeset(": ".join(filter(None, (about, in_words(cell, day)))))
    if link is None or link.page in closed():
        return tag("<span class='{}' role='img' title='{}' aria-label='{}'>{}</span>", shown.mark, words, words,
                   shown.sign)
    return tag("<a class='{}' href='{}' title='{}' aria-label='{}'>{}</a>", shown.mark, link.address, words, words,
               shown.sign)


def marked(state: str, words: str = "") -> Markup:
    """A sign and words beside it; words: instead of its own."""
    shown = of(state)
    return tag("<span class='{}' aria-hidden='true'>{}</span> {}", shown.mark, shown.sign,
               wording.typeset(words or shown.word))


def bar(counts: Mapping[str, int], words: str, links: Mapping[str, str] | None = None) -> Markup:
    """How many are in which state as a bar of the whole, in the order of the list; a part is a link where it has one.
    words: what it shows, for who cannot see it."""
    parts = []
    for state in ARRIVALS:
        if n := counts.get(state, 0):
            shown, link = of(state), (links or {}).get(state)
            inner = tag("<b>{} {}</b>", shown.sign, n)
            parts.append(tag("<a href='{}' class='{}' style='flex:{}' title='{}: {}'>{}</a>", link, shown.mark, n,
                             shown.word, n, inner) if link else
                         tag("<span class='{}' style='flex:{}' title='{}: {}'>{}</span>", shown.mark, n, shown.word, n,
                             inner))
    return tag("<div class='shnor-states' role='group' aria-label='{}'>{}</div>", words, joined(parts))


def legend(states: Iterable[str]) -> Markup:
    """The signs in use and their words, each once."""
    used = {*states}
    return tag("<p class='shnor-statelegend'>{}</p>",
               joined(tag("<span>{}</span>", marked(state)) for state in ARRIVALS if state in used))


def text(cell: Cell | None, day: date) -> str:
    """«✔ 24.11», «◷ 26.11, позже срока», «◐ нет листа «Педагоги»», «… ждём до 25.11»: a sign and its words, for a table
    and for Excel."""
    if state_of(cell) == "not_asked":
        return wording.DASH
    words = in_words(cell, day)
    short = ARRIVALS["waiting"].word if words.startswith(PAST) else words.removeprefix("принято ")
    return f"{sign(cell).sign} {short}"


def in_words(cell: Cell | None, day: date) -> str:
    """«принято 26.11, позже срока», «нет листа «Педагоги»», «ждём до 25.11»: what the sign says, with its day."""
    if cell is None or (cell.state == "not_asked" and not cell.came):
        return ARRIVALS["not_asked"].word
    if cell.came and cell.state in ("not_required", "not_asked"):
        return f"принято {cell.came:{SHORT}}, не требовалось"
    if cell.came and cell.state == "accepted":
        return ", ".join(filter(None, (f"принято {cell.came:{SHORT}}", "позже срока" if cell.late else "",
                                       "из свода" if cell.by_list else "", "без изменений" if cell.unchanged else "")))
    if cell.state == "partial":
        sheets = ", ".join(f"«{sheet}»" for sheet in cell.missing)
        return f"нет {'листа' if len(cell.missing) == 1 else 'листов'} {sheets}"
    if cell.state == "questions":
        return wording.counted(cell.questions or 0, "вопрос")
    if cell.beside and cell.state == "handed_in":
        return f"прислано {cell.beside:{SHORT}}, ждёт приёма"
    if cell.beside and cell.state == "unseen":
        return f"принято, школа знакомится, откроется {cell.beside:{SHORT}}"
    if cell.state == "not_required":
        return f"не требуется: {cell.why}" if cell.why not in ("", forms.NOT_COLLECTED) else "не требуется"
    return _awaited(cell, day)


def _awaited(cell: Cell, day: date) -> str:
    if cell.questions == 0:
        return "файл прочитан, ещё не принят"
    if cell.state == "moved":
        return f"перенесено до {cell.due:{SHORT}}"
    return f"ждём до {cell.due:{SHORT}}" if day <= cell.due else f"{PAST} {cell.due:{SHORT}}"


def counts(cells: Iterable[Cell]) -> dict[str, int]:
    """State → how many, of the forms that are asked for: they add up to «ждали»."""
    found = Counter(state_of(cell) for cell in cells if cell.state in EXPECTED)
    return {state: found[state] for state in ARRIVALS if found[state]}


def sums(cells: Sequence[Cell]) -> str:
    """«ждали 7 · принято 4 (в срок 3) · есть вопросы 1 · сдано частично 1 · ждём 1»."""
    found, by_list = counts(cells), owed.sums(cells).by_list
    if not found:
        return ARRIVALS["not_required"].word
    in_time = found.get("accepted", 0) - by_list
    when = ", ".join(f"{words} {n}" for words, n in (("в срок", in_time), ("из свода", by_list)) if n)
    accepted = found.get("accepted", 0) + found.get("late", 0)
    parts = [f"ждали {sum(found.values())}", f"принято {accepted}" + (f" ({when})" if when else "")]
    parts += [f"{ARRIVALS[state].word} {found[state]}" for state in OPEN if state in found]
    return " · ".join(parts)
