"""«Уровень МНЦ», «Уровень МТКП»: one answer, and what it is made of."""

from collections.abc import Mapping

from shnor.metrics.level import Level, Step
from shnor.service.pages import level
from shnor.service.pages.level import Found, Levels, answer, in_points
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Markup, joined, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds

NO_SCALE = ("Уровень МНЦ и МТКП не выводится: шкалы муниципалитета в базе нет. Её строки (показатели с весами, "
            "ступени, документ) вносятся формой «Пороги и шкалы»: «Шкала уровня МНЦ», «Шкала уровня МТКП».")
HEAD = ("Показатель", "Значение", "Вес", "Баллы")


def show(session: Session) -> None:
    data = cache.built(session, level.build, day=session.day)
    if not data.levels and sees_grounds(session):
        html.text(NO_SCALE, mark="shnor-small")
    html.show(joined(block(session, data, one) for one in data.levels))


def block(session: Session, data: Levels, one: Level) -> Markup:
    unproved = html.text_html(f"Уровень «{one.unproved}» записан без номера протокола и не учтён.",
                              mark="shnor-small") if one.unproved else NOTHING
    scale = " ".join(filter(None, (level.border(one), level.ladder(one))))
    steps = html.text_html(scale, mark="shnor-small") if scale else NOTHING
    return tag("<section class='shnor-card'><h3>Уровень {}</h3>{}{}{}{}</section>", one.whose,
               html.text_html(answer(one), mark="shnor-lead"), steps, unproved, _made(session, data, one))


def _made(session: Session, data: Levels, one: Level) -> Markup:
    """The derivation, and which files would tell what is missing."""
    rows: list[list[Cell]] = [_step(session, step, data.found) for step in one.steps]
    rows += [[name, "нет сведений", "", ""] for name in one.missing if name in data.sources]
    if not rows:
        return NOTHING
    total = [["Всего", "", in_points(one.most), in_points(one.points)]] if one.steps and not one.missing else []
    files = html.items_html([f"{name}: {data.sources[name]}" for name in one.missing if name in data.sources])
    needed = html.text_html("Что дополнит:") + files if any(name in data.sources for name in one.missing) else NOTHING
    return html.fold("Из чего складывается", html.table_html(HEAD, [*rows, *total], numbers=(2, 3)) + needed)


def _step(session: Session, step: Step, found: Mapping[str, Found]) -> list[Cell]:
    known = found[step.indicator]
    value: Cell = to_rows(session, step.value, known.metric, known.where or {}) if known.metric else step.value
    return [step.indicator, value, in_points(step.weight), in_points(step.points)]
