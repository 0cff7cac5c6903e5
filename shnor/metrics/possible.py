"""Of how many people a percentage may speak that came without their number: the check of granularity.

Source: N. J. L. Brown, J. A. J. Heathers, «The GRIM test», Soc. Psychol. Pers. Sci. 8 (2017) 363–369, for shares: k of
n rounded half up must give the percentage for some whole k.
"""

from collections.abc import Iterable, Sequence

HUNDREDTHS = 100
UP_TO = 80
"""Nine-year schools have fewer teachers; with more, nearly every percentage is possible."""


def digits(hundredths: int) -> int:
    """With how many decimals a percentage was told: 94 % with none, 94,1 % with one."""
    return 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2


def is_possible(hundredths: int, n: int) -> bool:
    """Whether some k of n, rounded half up to the digits of the percentage, gives it. hundredths: of a per cent."""
    step = 10 ** (2 - digits(hundredths))
    told = hundredths // step  # in units of the last digit
    whole = HUNDREDTHS * HUNDREDTHS // step
    least = -(-(2 * told - 1) * n // (2 * whole))
    return any(0 <= k <= n and (2 * whole * k + n) // (2 * n) == told for k in (least, least + 1))


def bases(percentages: Iterable[int], up_to: int = UP_TO) -> tuple[int, ...]:
    """Every n up to this one that all of these (hundredths of a per cent) may share, in order."""
    told = [*percentages]
    return tuple(n for n in range(1, up_to + 1) if all(is_possible(one, n) for one in told)) if told else ()


def runs(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Numbers in order as first and last of those that follow each other."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)
