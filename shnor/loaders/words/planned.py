"""Planned values as plans write them: «не менее 1», «1 (май)», «1;4», «78,7%». Nothing is guessed."""

import re
from dataclasses import dataclass
from typing import Literal

from shnor.datasets.deadlines import EVERY_BASES, NOT_PLANNED, PLANNED_YES_NO
from shnor.datasets.numbers import NUMBER_WORDS
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH, month_number

Semantics = Literal["total", "level", "rate", "share", "pair", "boolean", "text", "none"]
Operator = Literal["=", ">=", "<="]


@dataclass(frozen=True)
class Planned:
    """What one cell plans. value2: the second of a pair, or the whole of «5 из 6». semantics: as far as the cell alone
    tells; «total» of a plain number is confirmed by the row. base: of what or per what. month: 1…12 if named.
    recognised: False = the text is kept and no number was taken."""

    op: Operator = "="
    value: float | None = None
    value2: float | None = None
    unit: str = ""
    semantics: Semantics = "none"
    base: str = ""
    raw: str = ""
    recognised: bool = True
    month: int | None = None


_NUMBER = r"(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?"
_OP = re.compile(r"^(?P<least>не (?:менее|ниже|меньше|реже)(?: чем)?|минимум|от|≥|>=)|"
                 r"^(?P<most>не (?:более|выше|больше)(?: чем)?|до|≤|<=)")
_NUMBERED = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<rest>.*)")
_PAIR = re.compile(rf"({_NUMBER}) ?; ?({_NUMBER})")
_OF = re.compile(rf"({_NUMBER}) из ({_NUMBER})")
_RATE = re.compile(r"(?:раза? )?(?:в|за|на) (?P<base>год|полугодие|квартал|четверть|триместр|месяц|неделю)(?:\b|$)")
_EVERY = re.compile(r"(?P<base>ежегодно|ежеквартально|ежемесячно|еженедельно|каждый год|каждый месяц|каждый квартал)")
_YEAR_LONG = re.compile(r"в течение (?:одного )?(?:учебного )?года")
_LIST = re.compile(rf"(?P<number>{_NUMBER}) (?P<unit>[^\d,;]+)")
_CHANGE = re.compile(r"^(?P<word>рост|увеличение|повышение|прирост|снижение|уменьшение) на ")


def parse_planned(text: object) -> Planned:
    """Understand one cell. Never raises; a text without a number is a result that is there or not (boolean)."""
    raw = str(text or "").strip() if not isinstance(text, int | float) else f"{text:.10g}"
    clean = " ".join(DASHES.sub("-", raw).lower().replace("ё", "е").split()).rstrip(" .;")
    if clean in NOT_PLANNED:
        return Planned(raw=raw, recognised=not clean)
    if clean in PLANNED_YES_NO:
        return Planned(value=PLANNED_YES_NO[clean], semantics="boolean", raw=raw)
    if "динамика" in clean:
        return Planned(semantics="text", base="предыдущий период", raw=raw)
    for reading in (_pair, _of, _list, _change, _single):
        if found := reading(clean, raw):
            return found
    if any(character.isdigit() for character in clean):
        return Planned(semantics="text", raw=raw, recognised=False)
    return Planned(semantics="boolean", raw=raw)


def _number(text: str) -> float:
    return float(text.replace(" ", "").replace(",", "."))


def _pair(clean: str, raw: str) -> Planned | None:
    found = _PAIR.fullmatch(clean)
    return Planned(value=_number(found[1]), value2=_number(found[2]), semantics="pair", raw=raw) if found else None


def _of(clean: str, raw: str) -> Planned | None:
    found = _OF.fullmatch(clean)
    return Planned(value=_number(found[1]), value2=_number(found[2]), semantics="share", base="из", raw=raw) \
        if found else None


def _list(clean: str, raw: str) -> Planned | None:
    """«2 семинара, 1 вебинар, 1 видеоконференция»: two make a pair, more are kept as text."""
    items = [part.strip() for part in re.split(r"[,;] (?=\d)", clean)]
    parts = [_LIST.fullmatch(item) for item in items]
    if len(parts) < 2 or not all(parts):
        return None
    units = "; ".join(part["unit"].strip() for part in parts if part)
    if len(parts) > 2:
        return Planned(semantics="text", unit=units, raw=raw)
    values = [_number(part["number"]) for part in parts if part]
    return Planned(value=values[0], value2=values[1], unit=units, semantics="pair", raw=raw)


def _change(clean: str, raw: str) -> Planned | None:
    """«рост на 5 п.п.»: a comparison with the period before, not a number of things."""
    found = _CHANGE.match(clean)
    inner = found and _single(clean[found.end():], raw)
    if not found or not inner or inner.value is None:
        return None
    return Planned(value=inner.value, unit=inner.unit, semantics="share" if inner.unit in ("%", "п.п.") else "text",
                   base=f"{found['word']} к предыдущему периоду", raw=raw)


def _single(clean: str, raw: str) -> Planned | None:
    operator = _OP.match(clean)
    op: Operator = "=" if not operator else ">=" if operator["least"] else "<="
    body = clean[operator.end():].strip() if operator else clean
    first, _, tail = body.partition(" ")
    if first in NUMBER_WORDS:
        body = f"{NUMBER_WORDS[first]} {tail}"
    found = _NUMBERED.fullmatch(body)
    if not found:
        return None
    value, rest = _number(found["number"]), found["rest"].strip()
    if (rate := _rate(rest)) is not None:
        return Planned(op, value, unit=rate[1], semantics="rate", base=rate[0], raw=raw)
    month = re.fullmatch(rf"\(?({MONTH})\)?", rest)
    if month:
        return Planned(op, value, semantics="total", month=month_number(month[1]), raw=raw)
    if rest.startswith("%"):
        return Planned(op, value, unit="%", semantics="share", base=rest[1:].strip(), raw=raw)
    if rest in ("п.п", "п. п", "п.п.", "процентных пункта", "процентных пунктов"):
        return Planned(op, value, unit="п.п.", semantics="share", raw=raw)
    if any(character.isdigit() for character in rest) or rest[:1] in (".", "-", "(", ";"):
        return None
    return Planned(op, value, unit=_unit(rest, raw), semantics="total", raw=raw)


def _rate(rest: str) -> tuple[str, str] | None:
    """(per what, what): «(раз в год)», «раза в полугодие», «событий в течение учебного года», «ежегодно»."""
    inner = rest.strip("() ")
    if found := _RATE.search(inner):
        return found["base"], inner[:found.start()].strip()
    if found := _EVERY.search(inner):
        return EVERY_BASES.get(found["base"], found["base"].removeprefix("каждый ")), inner[:found.start()].strip()
    if found := _YEAR_LONG.search(inner):
        return found[0].removeprefix("в течение ").removeprefix("одного "), inner[:found.start()].strip()
    return None


def _unit(rest: str, raw: str) -> str:
    """As written: «чел.» keeps the point that cleaning took."""
    return f"{rest}." if rest and raw.rstrip().lower().endswith(f"{rest}.") else rest
