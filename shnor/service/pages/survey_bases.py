"""Of how many answers a percentage may speak that came without their number, in words."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from shnor import wording
from shnor.metrics import possible
from shnor.service.pages.surveys import Stated

SAME = "если отвечали одни и те же"


def lines(stated: Sequence[Stated]) -> tuple[str, ...]:
    """A line a percentage, each once, in the order they came; then one a school, wave and group that told several."""
    told = dict.fromkeys(_hundredths(one.percent) for one in stated)
    alone = [f"{percents([one])} возможно {when([one])}" for one in told]
    together = [f"{school}: {percents(several)}, {SAME}, вместе возможны {when(several)}"
                for school, several in _several(stated).items()]
    return (*alone, *dict.fromkeys(together))


def _several(stated: Iterable[Stated]) -> Mapping[str, list[int]]:
    """School and group → the different percentages of one wave, where there is more than one."""
    found: dict[tuple[str, str, str], dict[int, None]] = {}
    for one in stated:
        found.setdefault((one.school, one.audience, one.wave), {})[_hundredths(one.percent)] = None
    return {f"{school}, {audience}": [*several] for (school, audience, _), several in found.items() if len(several) > 1}


def percents(hundredths: Sequence[int]) -> str:
    """«94 % и 92 %»."""
    return wording.listed([f"{wording.number(Decimal(one) / 100)}{wording.NBSP}%" for one in hundredths])


def when(hundredths: Sequence[int]) -> str:
    """«при числе ответов 36, 48–53, 62–66 (смотрели до 80)», «только при числе ответов больше 80»."""
    runs = possible.runs(possible.bases(hundredths))
    told = ", ".join(str(first) if first == last else wording.span(first, last) for first, last in runs)
    return f"при числе ответов {told} (смотрели до {possible.UP_TO})" if told else \
        f"только при числе ответов больше {possible.UP_TO}"


def _hundredths(percent: float) -> int:
    return int(Decimal(str(percent)) * 100)
