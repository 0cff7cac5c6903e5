"""Charts of results."""

from collections.abc import Mapping, Sequence

from shnor.charts.chart import Chart, Series
from shnor.charts.styles import MARKS
from shnor.wording import counted


def marks_bar(marks: Mapping[str, Sequence[int]], *, title: str, source: str) -> Chart:
    """A bar a period, in the order given, as long as there were participants, cut by mark. Marks nobody got are left
    out of the legend.

    marks: what a period is called → how many got «5», «4», «3», «2» and were not assessed.
    """
    shown = {name: counts for name, counts in marks.items() if any(counts)}
    categories = tuple(f"{name}: {counted(sum(counts), 'участник')}" for name, counts in shown.items())
    series = (Series(style.word, style, tuple(counts[place] for counts in shown.values()))
              for place, style in enumerate(MARKS.values()))
    return Chart(shape="stacked_bars", title=title, unit="участников", categories=categories,
                 series=tuple(one for one in series if any(one.values)), source=source)
