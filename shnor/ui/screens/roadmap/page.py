"""The page of the roadmap: its choices, its tiles, and what stands below everything."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from shnor import periods, wording
from shnor.metrics import METRICS, Figure
from shnor.metrics.standings import AHEAD, AWAITED, DUE_PARTS, UNSEEN
from shnor.service.figures import roadmap
from shnor.service.figures.roadmap import Deadline, Parts
from shnor.service.pages.roadmap import FACTOR, Chosen, RoadmapPage, build
from shnor.service.pages.roadmap_beside import ALL, MUNICIPALITY
from shnor.ui.kit import context, html
from shnor.ui.kit.block import Blocks
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Tile
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds
from shnor.ui.screens.roadmap import parts, pictures, points, rows

PLAN, STANDING = "plan", "standing"
TILES = ("roadmap_done_due", "roadmap_on_time", "roadmap_activities")
"""Figures that stand in a tile or in the line above; the others are folded below."""
SELDOM = {"target_group": "target_group", "parent": "parent", "stage": "plan_stage"}
"""Choices only some plans have values for → their names in the address."""
NAMED = 4
"""So many numbers of activities or months stand in a tile."""


def made(session: Session, choices: Choices) -> RoadmapPage | None:
    """The data of the page for what is chosen; None: the base has no roadmap."""
    whose, period, direction, responsible, school = (choices.get(name, "") for name in (
        PLAN, "period", "direction", "responsible", "school"))
    group, parent, stage = (choices.get(asked, "") for asked in SELDOM.values())
    chosen = Chosen(whose, period, direction, responsible, school, context.compared(choices), target_group=group,
                    parent=parent, stage=stage, factor=choices.get(FACTOR, "") if sees_grounds(session) else "")
    return cache.built(session, build, chosen, day=session.day)


def standing(choices: Choices) -> str:
    """Which activities are listed; see `rows.STANDINGS`."""
    asked = choices.get(STANDING, "")
    return asked if asked in rows.STANDINGS else rows.UNFINISHED


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session, choices)
    if data is None:
        return Blocks()
    drawn = pictures.blocks(session, data) if data.parts else ()
    missing = [PLAN if name == "whose" else name for name in data.refused]
    return Blocks.of((*drawn, rows.listed(session, data, standing(choices)), points.shown(session, data)), missing,
                     context.not_comparable(choices, data.others, data.chosen.whose))


def bar(session: Session, data: RoadmapPage) -> None:
    """The choices; what is shown stands in the address from now on."""
    _settle(data)
    chosen = data.chosen
    with st.container(horizontal=True, key="shnor_roadmap_bar", vertical_alignment="center"):
        context.bar([
            Choice(PLAN, "Карта", [*data.owners], data.owners, 240,
                   ("direction", "responsible", *SELDOM.values(), FACTOR), default=data.defaults["whose"]),
            Choice("period", "Период", data.choices["period"], _year, 170, default=data.defaults["period"]),
            Choice("direction", "Направление", ["", *data.choices["direction"]], _or_all, 210),
            Choice("responsible", "Отвечает", ["", *data.choices["responsible"]], _or_all, 170), *_seldom(data),
            *_factor(session, data),
            Choice(STANDING, "Показать", [*rows.STANDINGS], rows.titles(data.rows), 314)],
            {PLAN: chosen.whose, "period": chosen.period, "direction": chosen.direction,
             "responsible": chosen.responsible, **_of_address(chosen), FACTOR: chosen.factor,
             STANDING: standing(context.choices())})
        context.compare(data.others)
    context.left_out(session, data.others, chosen.whose,
                     f", дорожной карты за {wording.period(chosen.period)} нет")


def _seldom(data: RoadmapPage) -> list[Choice]:
    """For whom and at which point of monitoring where the plan says it; under what of the municipality only once that
    is chosen, from a row: the way back to all."""
    shown = {**data.choices, "parent": data.choices["parent"] if data.chosen.parent else ()}
    return [Choice(SELDOM[name], title, ["", *shown[name]], _or_all, width) for name, title, width in (
        ("target_group", "Для кого", 190), ("parent", "К карте района", 230), ("stage", "Этап", 190))]


def _factor(session: Session, data: RoadmapPage) -> list[Choice]:
    """Risk profiles are seen by the centre alone."""
    return [Choice(FACTOR, "Мера по фактору риска", ["", *data.choices[FACTOR]], _or_all, 340)] if sees_grounds(
        session) else []


def _of_address(chosen: Chosen) -> dict[str, str]:
    return {asked: getattr(chosen, name) for name, asked in SELDOM.items()}


def _year(code: str) -> str:
    return wording.period(code).removesuffix(" год")


def _or_all(value: str) -> str:
    return value or "все"


def _settle(data: RoadmapPage) -> None:
    """A school is kept as the school of every page; a period only where it is one of this page's own."""
    chosen = data.chosen
    common = chosen.whose in (ALL, MUNICIPALITY)
    context.settle(PLAN, chosen.whose if common else "", data.defaults["whose"])
    if not common:
        context.settle("school", chosen.whose)
    for name in ("direction", "responsible"):
        context.settle(name, getattr(chosen, name))
    for name, value in (*_of_address(chosen).items(), (FACTOR, chosen.factor)):
        context.settle(name, value)
    if context.wanted("period") == chosen.period:
        context.settle("period", chosen.period, data.defaults["period"])
    context.settle(STANDING, standing(context.choices()), rows.UNFINISHED)


def head(session: Session, data: RoadmapPage) -> None:
    """Over what everything stands, and what was asked for and is not here."""
    told = f"{data.set}: {wording.counted(len(_numbers(data)), 'мероприятие')}{_of_plan(data)}"
    if not data.whole:
        told += f", направлений {len(data.groups)}"
    if data.chosen.factor:
        told += f"; меры по фактору риска {wording.quoted(data.chosen.factor)}"
    html.show(html.tag("<div class='shnor-pagehead'><h1>Дорожная карта</h1>{}</div>",
                       html.text_html(f"{told}.", mark="shnor-small")))
    for words in _refused(data):
        html.text(words, mark="shnor-text")


def _of_plan(data: RoadmapPage) -> str:
    """«, сроков в плане 41, снято 1»: why the plan of the picture is another number than the activities."""
    counts = data.parts
    if counts is None or counts.planned == len(_numbers(data)):
        return ""
    return f", сроков в плане {counts.planned}" + (f", снято {counts.dropped}" if counts.dropped else "")


def _numbers(data: RoadmapPage) -> set[tuple[str, str]]:
    """Activities: one may have several deadlines."""
    return {(row.plan, row.number) for row in data.rows}


def _refused(data: RoadmapPage) -> list[str]:
    shown, period = data.owners[data.chosen.whose], wording.period(data.chosen.period)
    school = data.names.get(data.refused.get("school", ""), "")
    said = {"whose": f"Такой дорожной карты в базе нет, показана другая: {shown}.",
            "school": f"{school or 'У этой школы'}: своей дорожной карты в базе нет, показана другая: {shown}.",
            "period": f"За этот период дорожной карты нет, показан {period}.",
            "direction": f"Направления {wording.quoted(data.refused.get('direction', ''))} в этой карте нет, показаны "
                         "все направления.",
            "responsible": f"{wording.quoted(data.refused.get('responsible', ''))} в этой карте ни за что не отвечает, "
                           "показаны все.",
            "target_group": f"Для кого «{data.refused.get('target_group', '')}» — таких мероприятий в этой карте нет, "
                            "показаны все.",
            "parent": f"К мероприятию района «{data.refused.get('parent', '')}» в этой карте ничего не отнесено, "
                      "показаны все мероприятия.",
            "stage": f"Этапа «{data.refused.get('stage', '')}» в этой карте нет, показаны все.",
            FACTOR: f"Мер по фактору риска «{data.refused.get(FACTOR, '')}» в этой карте нет, показаны все."}
    return [words for name, words in said.items() if name in data.refused]


def tiles(session: Session, data: RoadmapPage) -> None:
    """Done of what was due, in time, without a document, ahead."""
    if data.parts is None:
        html.text("По выбранным условиям мероприятий нет: выберите другое направление или другого ответственного.",
                  mark="shnor-lead")
        return
    figures = {figure.metric: figure for figure in data.figures}
    with st.container(key="shnor_roadmap_tiles"):
        html.tiles([
            _figure_tile(session, data, "Выполнено из наступивших", figures["roadmap_done_due"],
                         _parts(session, data.parts, data.chosen)),
            _figure_tile(session, data, "Выполнено в срок", figures["roadmap_on_time"],
                         _late(session, data.parts, figures["roadmap_on_time"], data.chosen)),
            _count_tile(session, data, "Документ ожидается", "awaited", data.parts.awaited,
                        _activities(data, AWAITED)),
            _count_tile(session, data, "Впереди", "ahead", data.parts.ahead, _months(session, data))])


def _figure_tile(session: Session, data: RoadmapPage, name: str, figure: Figure, words: Cell) -> Tile:
    counts = figure.status in ("ok", "small")
    value = wording.number(figure.numerator) if counts else (
        wording.LONG_DASH if figure.status == "no_data" else wording.figure_text(figure))
    whole = f"из {wording.number(figure.denominator or 0)}" if counts else ""
    return Tile(name, to_rows(session, value, figure.metric, data.chosen.where), "", whole, words, id=figure.metric)


def _count_tile(session: Session, data: RoadmapPage, name: str, part: str, n: int, words: Cell) -> Tile:
    value = to_rows(session, wording.number(n), "roadmap_done_due", data.chosen.where, part) if n else "0"
    return Tile(name, value, "", "", words, id=part)


def _parts(session: Session, counts: Parts, chosen: Chosen) -> Cell:
    """«не выполнено 2 · нет сведений 1», with what was done before its day."""
    named = {part: word for part, word in (*DUE_PARTS.items(), ("ahead_done", "раньше срока"))
             if part in ("not_done", "no_report", "ahead_done") and getattr(counts, part)}
    named |= {"unseen": UNSEEN} if counts.unseen else {}
    if not counts.due and not counts.unseen:
        return "Срок ни по одному мероприятию не наступил."
    return _listed([(word, to_rows(session, str(getattr(counts, part)), "roadmap_done_due", chosen.where, part))
                    for part, word in named.items()]) or "всё выполнено"


def _late(session: Session, counts: Parts, figure: Figure, chosen: Chosen) -> Cell:
    late = (figure.denominator or 0) - figure.numerator
    said: list[tuple[str, Cell]] = [("позже срока", str(late))] if late else []
    if counts.undated:
        said.append(("дата не названа",
                     to_rows(session, str(counts.undated), "roadmap_done_due", chosen.where, "undated")))
    return _listed(said)


def _listed(pairs: Sequence[tuple[str, Cell]]) -> list[Cell]:
    said: list[Cell] = []
    for word, n in pairs:
        said += [" · " if said else "", f"{word} ", n]
    return said


def _activities(data: RoadmapPage, standing: str) -> str:
    """Their numbers; of all roadmaps numbers alone say nothing."""
    found = [row.number for row in data.rows if row.standing == standing]
    if not found or data.whole:
        return ""
    return f"№ {', '.join(found[:NAMED])}{' и другие' if len(found) > NAMED else ''}"


def _months(session: Session, data: RoadmapPage) -> list[Cell]:
    """«ноябрь 2 · декабрь 5»: when what is ahead ends, the nearest first."""
    ahead: list[Deadline] = [row for row in data.rows if row.standing == AHEAD and row.due_date]
    counted = Counter(periods.containing("month", row.due_date) for row in ahead if row.due_date)
    return _listed([(periods.MONTHS[month.start.month - 1], to_rows(
        session, str(n), "roadmap_done_due",
        {**data.chosen.where, "due_date__from": month.start, "due_date__to": month.end}, "ahead"))
        for month, n in sorted(counted.items())[:NAMED]])


def others(session: Session, data: RoadmapPage) -> None:
    """Counts that take no part in «срок наступил», and figures that have no tile."""
    if data.parts is None:
        return
    beside: list[Cell] = [[f"{roadmap.BESIDE[name]}: ", parts.number(session, n, data.chosen.where, name)]
                          for name, n in roadmap.beside(data.parts).items() if name != "ahead"]
    figures: list[Cell] = [[f"{METRICS[figure.metric].title}: ", to_rows(
        session, wording.figure_text(figure), figure.metric, data.chosen.where)]
        for figure in data.figures if figure.metric not in TILES]
    html.show(html.fold("Ещё показатели этой карты", html.items_html([*figures, *beside])))
