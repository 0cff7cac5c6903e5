"""One document → what it says. Bad input never raises; see `loaders.process` for what hurts the process."""

from collections.abc import Iterator, Sequence

from shnor.loaders.claims import acts, numbers, others, tables
from shnor.loaders.claims.lines import FORMATS, lines
from shnor.loaders.claims.said import Line, Paper, Said
from shnor.loaders.claims.sentences import school_years, sentences
from shnor.loaders.files.guard import Refused, inspect
from shnor.loaders.files.raw import Failed
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues import of_papers

_LONG = 60
"""Paragraphs shorter than this may stand twice for a reason."""
_EVERY = (numbers.numbers, numbers.shares, numbers.sums, acts.acts, acts.days, others.years, others.schools,
          others.listed, others.entered)


def read(name: str, data: bytes) -> Paper:
    """A paper that is no document with text is refused with the reason."""
    try:
        accepted = inspect(name, data)
        if accepted.format not in FORMATS:
            return Paper(name, refused=of_papers.OTHER.at(name=name))
        told = lines(accepted.format, accepted.data)
    except Refused as refused:
        return Paper(name, refused=refused.issue)
    except Failed as failed:
        why = say.OLD_WORD if str(failed) == "old-word" else say.UNREADABLE_DOCUMENT
        return Paper(name, refused=why.at(name=name))
    if not told:
        return Paper(name, refused=of_papers.EMPTY.at(name=name))
    return paper(name, told)


def paper(name: str, told: Sequence[Line]) -> Paper:
    """A paragraph that stands twice (a PDF gives them so) is read once."""
    once = [one for line in _once(told) for one in sentences(line) if not (line.cells and tables.is_figure(one.text))]
    said: list[Said] = [piece for one in once for find in _EVERY for piece in find(one)]
    inside = list(tables.figures(told))
    said += [piece for one in inside for piece in _in_cell(one)]
    said += [*acts.own(told), *others.numbered(told), *others.tasks(told), *others.columns(told)]
    year = others.report_year(once)
    beside = next((span for one in once for span in school_years(one.bare)), "")
    return Paper(name, year, tuple(said), beside, sum(one.cell is None and one.whole for one in inside))


def _in_cell(one: tables.Figure) -> Iterator[Said]:
    """A percentage or a pair is read with the heads around it, as a sentence; numbers of the heads are theirs."""
    if one.cell:
        yield one.cell
        return
    for find in (numbers.numbers, numbers.shares):
        yield from (piece for piece in find(one.around) if not one.whole and one.around.text.endswith(piece.said))


def _once(told: Sequence[Line]) -> Iterator[Line]:
    seen: set[str] = set()
    for line in told:
        if len(line.text) < _LONG or line.text not in seen:
            yield line
        seen.add(line.text)

