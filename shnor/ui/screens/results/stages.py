"""What an exam came to on its later days: it stands wherever its main day is spoken of."""

from shnor import wording, wording_works
from shnor.datasets.results import STAGES
from shnor.service.pages.results import LOW, ResultsPage

MAIN, *LATER = STAGES


def after(data: ResultsPage) -> str:
    """«После дополнительного периода — 6 из 103 и 3 из 97.»: of the last two years, "" where no later day is known."""
    if data.chosen.stage != MAIN or data.chosen.indicator != LOW:
        return ""
    named = {line.name: line for line in data.stages}
    last = next((named[STAGES[stage]] for stage in reversed(LATER) if (line := named.get(STAGES[stage]))
                 and line.cells[-1]), None)
    if last is None or data.total is None:
        return ""
    cells = [(one.figure.numerator, one.figure.denominator or 0) for one in last.cells[-2:] if one]
    over = wording.over(last.set) if last.set and last.set != data.total.set else ""
    return f"{wording.capital(wording_works.resits(last.name, cells))}{over}."
