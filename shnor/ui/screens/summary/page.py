"""«Свод прошлых лет»: one indicator at a time, of all schools or of one."""

from collections.abc import Sequence
from typing import NamedTuple

from shnor.service.pages.summary import Indicator, build
from shnor.ui.kit import block, context, html, without_data
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.summary import pictures

PANELS = 12
"""So many schools have a small line of their own; more stand in one picture, in grey."""
PLACE = "municipality"


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "Свода прошлых лет ещё нет. Перетащите свою таблицу «школа × показатель × год» на странице «Приём "
        "отчётов»: переделывать её под шаблон не нужно.")


def draw(session: Session) -> None:
    """One indicator at a time, schools by number."""
    data = made(session)
    if not data:
        empty()
        return
    looked = _looked_at(data, context.choices())
    _bar(data, looked)
    block.rows(session, _rows(session, looked), (2, 3))


def made(session: Session) -> tuple[Indicator, ...]:
    return cache.built(session, build, day=session.day)


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session)
    if not data:
        return Blocks()
    looked = _looked_at(data, choices)
    return Blocks.of(block.of_rows(_rows(session, looked)), _missing(looked, choices),
                     context.not_comparable(choices, looked.codes, looked.school))


class Looked(NamedTuple):
    """school: the code of the one that is looked at ("" = all). beside: what it is compared with."""

    indicator: Indicator
    school: str
    beside: tuple[str, ...]

    @property
    def codes(self) -> dict[str, str]:
        """Code → name of every line of the indicator."""
        return {line.school_id or PLACE: line.title for line in self.indicator.lines}


def _looked_at(data: Sequence[Indicator], choices: Choices) -> Looked:
    indicator = next((one for one in data if one.title == choices.get("own_indicator")), data[0])
    codes, whose = Looked(indicator, "", ()).codes, choices.get("schools", "")
    school = whose if whose in codes else ""
    beside = tuple(code for code in context.compared(choices) if code in codes and code != school)
    return Looked(indicator, school, beside)


def _bar(data: Sequence[Indicator], looked: Looked) -> None:
    titles, codes, school = [one.title for one in data], looked.codes, looked.school
    context.bar([Choice("own_indicator", "Показатель", titles, width=420),
                 Choice("schools", "Школы", ["", *codes], {"": "все", **codes}, 240)],
                {"own_indicator": looked.indicator.title, "schools": school},
                {code: name for code, name in codes.items() if code != school} if school else None)
    _kept(titles, looked)


def _missing(looked: Looked, choices: Choices) -> list[str]:
    """Names of the choices in whose place another one is shown."""
    there = {"own_indicator": choices.get("own_indicator", "") in ("", looked.indicator.title),
             "schools": choices.get("schools", "") in ("", "all", "list", looked.school)}
    return [name for name, is_there in there.items() if not is_there]


def _kept(titles: Sequence[str], looked: Looked) -> None:
    gone, title, said = _missing(looked, context.choices()), looked.indicator.title, []
    if "own_indicator" not in gone:
        context.settle("own_indicator", title, titles[0])
    else:
        said.append(f"Показателя «{context.wanted('own_indicator')}» в своде нет: показан «{title}».")
    if "schools" not in gone:
        context.settle("schools", looked.school)
    else:
        said.append("Выбранной школы в этом показателе нет: показаны все.")
    if said:
        html.text(" ".join(said), mark="shnor-small")


def _rows(session: Session, looked: Looked) -> list[Row]:
    """Of one school its line with those beside it; else the municipality and a small line a school. Below them the
    table."""
    indicator = looked.indicator
    lines = {line.school_id or PLACE: line for line in indicator.lines}
    schools = [line for line in indicator.lines if line.school_id]
    place = [lines[PLACE]] if PLACE in lines else []
    lines_of: Row
    if looked.school:
        lines_of = ([pictures.trend(session, indicator, [lines[code] for code in (looked.school, *looked.beside)])],)
    elif len(schools) > PANELS:
        lines_of = ([pictures.trend(session, indicator, [*place, *schools])],)
    else:
        lines_of = tuple([of(session, indicator, own)] for of, own in (
            (pictures.trend, place), (pictures.panels, schools)) if own)
    return [lines_of, ([pictures.numbers(session, indicator)],)]
