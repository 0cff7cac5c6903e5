"""How works are called: their classes, and what an exam came to on its later days."""

from collections.abc import Sequence

from shnor.wording import LONG_DASH, NBSP, k_of_n, listed, span

RESITS = ("reserve", "additional")
"""Stages of an exam after its main day, in their order."""


def classes(grades: Sequence[int]) -> str:
    """«5–8 классы», «9 класс», «5, 7 классы»."""
    if len(grades) == 1:
        return f"{grades[0]} класс"
    whole = list(range(grades[0], grades[-1] + 1)) == list(grades) if grades else False
    return f"{span(grades[0], grades[-1]) if whole else ', '.join(map(str, grades))} классы" if grades else ""


def resit(stage: str, k: int, n: int) -> str:
    """«после дополнительного периода — 1 из 8»: what stands beside the main day. stage: in words."""
    return f"{stage}{NBSP}{LONG_DASH} {k_of_n(k, n)}"


def resits(stage: str, cells: Sequence[tuple[int, int]]) -> str:
    """«после дополнительного периода — 6 из 103 и 3 из 97», of two years."""
    return f"{stage}{NBSP}{LONG_DASH} {listed([k_of_n(k, n) for k, n in cells])}"
