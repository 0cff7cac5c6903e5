"""Under and beside tables of comparisons: whom they count, and what chance alone would show."""

from collections.abc import Callable, Iterable, Sequence

from shnor import wording, wording_change
from shnor.metrics.change import Change
from shnor.service.figures.lines import LeftOut, Line
from shnor.ui.kit import html

MOST = 10
"""So many schools are named in a sentence."""


def left_out(found: LeftOut, period: Callable[[str], str]) -> str:
    """«Не вошли 3 школы: МБОУ СОШ № 2, МБОУ СОШ № 3 (нет за 2023–2024); МБОУ ООШ № 9 (нет данных).»; nothing where all
    are in. period: how a year or a wave is called."""
    if not found.size:
        return ""
    verb = wording.agreed(found.size, "Не вошла", "Не вошли", "Не вошло")
    reasons: dict[tuple[str, ...], list[str]] = {}
    for name, gone in found.named[:MOST]:
        reasons.setdefault(gone, []).append(name)
    parts = [f"{', '.join(names)} ({_without(gone, period)})" for gone, names in reasons.items()]
    rest = [f"и ещё {len(found.named) - MOST}"] if len(found.named) > MOST else []
    listed = f": {'; '.join([*parts, *rest])}" if parts else ""
    return f"{verb} {wording.counted(found.size, 'школа')}{listed}."


def _without(gone: Sequence[str], period: Callable[[str], str]) -> str:
    return f"нет за {wording.listed([*map(period, gone)])}" if gone else wording.NO_DATA


def named(line: Line, whole: str) -> str:
    """The line with the set it stands on, where that is another one than the whole page stands on."""
    over = wording.over(line.set)
    return f"{line.name} ({over.strip(' ,')})" if over and line.set != whole and not line.school_id else line.name


def by_chance(changes: Iterable[Change | None], *, apart: bool = False) -> None:
    """The line under a table; see `wording_change.by_chance`."""
    if said := wording_change.by_chance(changes, apart=apart):
        html.text(said, mark="shnor-small")
