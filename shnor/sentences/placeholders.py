"""Placeholders of the centre's paragraphs: {год}, {перечень|Р}, {приказ}. What is not known is asked, never guessed."""

import re
from collections.abc import Mapping

from shnor.sentences.names import Cases
from shnor.wording import typeset

LETTERS = {"И": "nom", "Р": "gen", "Д": "dat", "В": "acc", "Т": "ins", "П": "pre"}
"""How a case is written behind the bar."""
PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")
_LEFT = re.compile(r"[{}]")


def filled(text: str, values: Mapping[str, str | Cases]) -> tuple[str, tuple[str, ...]]:
    """The paragraph with its placeholders filled, and what has to be asked, a sentence each. A placeholder that could
    not be filled stays as it was typed, so that nothing signed can lose it quietly. values: name in small letters → a
    text that has no cases («2026») or a name in its six."""
    doubts: list[str] = []

    def value(found: re.Match[str]) -> str:
        put, doubt = _value(found, values)
        doubts.extend([doubt] if doubt else [])
        return found.group() if doubt else put

    done = PLACEHOLDER.sub(value, text)
    if _LEFT.search(PLACEHOLDER.sub("", text)):
        doubts.append("Скобка { или } стоит без пары: допишите или удалите её.")
    return typeset(done), tuple(dict.fromkeys(doubts))


def names(text: str) -> tuple[str, ...]:
    """Placeholders of a paragraph as `values` of `filled` calls them, each once."""
    return tuple(dict.fromkeys(_name(found) for found in PLACEHOLDER.finditer(text)))


def _name(found: re.Match[str]) -> str:
    return " ".join(found.group(1).split()).lower()


def _value(found: re.Match[str], values: Mapping[str, str | Cases]) -> tuple[str, str]:
    """What stands there instead, or a doubt."""
    name, letter, typed = _name(found), (found.group(2) or "").strip().upper(), found.group()
    if not name:
        return "", f"{typed} пусто: впишите, что здесь должно стоять, или удалите скобки."
    if name not in values:
        known = ", ".join(f"{{{one}}}" for one in sorted(values)) or "пока нет ни одной"
        return "", f"{typed} — такой подстановки нет. Есть: {known}."
    if letter and letter not in LETTERS:
        return "", f"{typed}: падеж пишут одной буквой из И, Р, Д, В, Т, П."
    kept = values[name]
    if isinstance(kept, str):
        if letter and letter != "И":
            return "", f"{typed}: у «{name}» нет падежей, оставьте {{{name}}}."
        put = kept
    else:
        put = getattr(kept, LETTERS.get(letter, "nom"))
    return put.strip(), "" if put.strip() else f"{typed}: нечего подставить, «{name}» не заполнено."
