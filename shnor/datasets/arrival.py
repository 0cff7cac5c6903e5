"""In which state a form of a school, or a file on its way in, can be: one list for every screen, chart and print."""

from collections.abc import Mapping
from typing import NamedTuple


class Arrival(NamedTuple):
    """sign: never stands without the word, which a screen reader and a hover have. word: of one form or file; before a
    number («ждём 2») it is the same."""

    sign: str
    word: str


ARRIVALS: Mapping[str, Arrival] = {
    "accepted": Arrival("✔", "принято"),
    "late": Arrival("◷", "принято позже срока"),
    "partial": Arrival("◐", "сдано частично"),
    "ready": Arrival("◎", "прочитано, можно принять"),
    "questions": Arrival("?", "есть вопросы"),
    "reading": Arrival("◌", "читаем"),
    "moved": Arrival("…", "перенесено"),
    "waiting": Arrival("…", "ждём"),
    "unread": Arrival("✕", "не прочитано"),
    "refused": Arrival("⊘", "принять нельзя"),
    "known": Arrival("=", "нового нет"),
    "not_required": Arrival("–", "не требуется"),
    "not_asked": Arrival("", "не спрашиваем"),
}
"""In the order of a bar and of a legend: what is done first, what nobody asks for last."""
