"""Patterns of the level of work: worked out by a scale, or set by a working group; never both in one paper."""

from collections.abc import Sequence
from datetime import date

from shnor.sentences import days
from shnor.sentences.agreement import DASH, counted, part_of, unknown
from shnor.sentences.names import title
from shnor.sentences.pieces import Amount, Number, Sentences, Share, said
from shnor.wording import listed, typeset


def calculated(what: str, name: str, points: Share, indicators: Amount, scale: str,
               missing: Sequence[str] = (), of: Sequence[str] = ()) -> Sentences:
    """Уровень работы МНЦ — оптимальный: 87 из 100 баллов по 9 показателям (шкала: приказ от 12.01.2026 № 14-осн).
    Показатели: «Выполнено из наступивших»… what: in the genitive. missing: indicators without data; with one of them no
    level is said. of: the indicators by name."""
    if missing:
        return said("calculated", f"Уровень работы {what} не выводится: нет данных по "
                    f"{'показателю' if len(missing) == 1 else 'показателям'} {listed([title(one) for one in missing])}")
    if unknown(points, indicators) or not points.whole or not indicators.value:
        return said("calculated", f"Сведений об уровне работы {what} нет")
    return said("calculated", f"Уровень работы {what}{DASH}{name}: ", part_of(points, "балл"), " по ",
                counted(indicators, "показатель", "dat"), f" (шкала: {typeset(scale)})" if scale else "") + (
        said("calculated", f"Показатели: {'; '.join(map(title, of))}") if of else ())


def protocolled(what: str, name: str, day: date | None, number: str) -> Sentences:
    """Уровень работы МНЦ — оптимальный, установлен рабочей группой, протокол от 15 декабря 2026 года № 3. Without a
    protocol no level is said."""
    if day is None or not number.strip():
        return said("protocolled", f"Уровень работы {what} не установлен: протокола рабочей группы нет")
    return said("protocolled", f"Уровень работы {what}{DASH}{name}, установлен рабочей группой, протокол ",
                Number(days.order(day, number)))
