"""Charts of surveys."""

from collections.abc import Mapping, Sequence

from shnor.charts.chart import Chart, Series
from shnor.charts.styles import MARKS
from shnor.wording import counted

STYLES = tuple(MARKS.values())
"""Looks of the answers to a question with one choice, from the first option on."""


def answers_bar(waves: Mapping[str, Mapping[str, int]], options: Sequence[str], *, title: str, source: str) -> Chart:
    """A question with one choice: a bar a wave as long as the people who answered, cut by answer.

    waves: what a wave is called → option → how many chose it. Waves nobody answered and options nobody chose are left
    out; five options at most, else use `options_bar`.
    """
    shown = {name: counts for name, counts in waves.items() if any(counts.values())}
    used = [option for option in options if any(counts.get(option) for counts in shown.values())]
    series = tuple(Series(option, style, tuple(counts.get(option, 0) for counts in shown.values()))
                   for option, style in zip(used, STYLES, strict=False))
    categories = tuple(f"{name}: {counted(sum(counts.values()), 'участник')}" for name, counts in shown.items())
    return Chart(shape="stacked_bars", title=title, unit="ответов", categories=categories, series=series, source=source)


def options_bar(counts: Mapping[str, int], *, title: str, source: str) -> Chart:
    """A question with several choices: a bar an option, in the order given, as long as those who chose it."""
    series = (Series("выбрали", STYLES[0], tuple(counts.values())),)
    return Chart(shape="stacked_bars", title=title, unit="человек", categories=tuple(counts),
                 series=series if counts else (), source=source)
