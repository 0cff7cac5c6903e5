"""In which state a form of a school, or a file on its way in, can be: one list for every screen, chart and print."""

from collections.abc import Mapping
from typing import NamedTuple


class Arrival(NamedTuple):
    """sign: never stands without the word, which a screen reader and a hover have. word: of one form or file; before a
    number («ждём 2») it is the same. files: what one file and several are called in the bar of a drop, where a file can
    be in this state."""

    sign: str
    word: str
    files: tuple[str, str] | None = None


ARRIVALS: Mapping[str, Arrival] = {
    "accepted": Arrival("✔", "принято"),
    "late": Arrival("◷", "принято позже срока"),
    "partial": Arrival("◐", "сдано частично"),
    "ready": Arrival("◎", "прочитано, можно принять", ("готов", "готовы")),
    "questions": Arrival("?", "есть вопросы", ("с вопросами", "с вопросами")),
    "handed_in": Arrival("↓", "прислано, ждёт приёма"),
    "reading": Arrival("◌", "читаем"),
    "unseen": Arrival("◔", "принято, школа знакомится"),
    "moved": Arrival("…", "перенесено"),
    "waiting": Arrival("…", "ждём"),
    "unasked": Arrival("✓", "прислано, не требовалось"),
    "known": Arrival("=", "нового нет", ("без нового", "без нового")),
    "refused": Arrival("⊘", "принять нельзя", ("принять нельзя", "принять нельзя")),
    "unread": Arrival("✕", "не прочитано", ("не прочитан", "не прочитаны")),
    "not_required": Arrival("–", "не требуется"),
    "not_asked": Arrival("", "не спрашиваем"),
    "ahead": Arrival("", "впереди"),
}
"""In the order of a bar and of a legend: what is done first, what nobody asks for last."""
