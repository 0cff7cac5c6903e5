"""Which figures an acceptance or a withdrawal changes."""

from collections.abc import Sequence

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.service.figures import every
from shnor.service.intake.drop import Effect
from shnor.ui.kit import html
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session

SHOWN = 40


def effects(session: Session, different: Sequence[Effect], *, ahead: bool = False) -> None:
    """Figures before and after. What is now leads to its rows; ahead: now is before the change."""
    html.table(["Показатель", "По чему посчитано", "Сейчас" if ahead else "Было", "Станет" if ahead else "Стало"],
               [[METRICS[e.after.metric].title, over(e), _now(session, e.before, ahead),
                 _now(session, e.after, not ahead)] for e in by_school(different)[:SHOWN]],
               caption="Что изменится в показателях" if ahead else "Что изменилось в показателях")
    if len(different) > SHOWN:
        html.text(f"Показаны первые {SHOWN}, всего изменений {len(different)}.", mark="shnor-small")


def by_school(different: Sequence[Effect]) -> list[Effect]:
    """Figures in their order, each by the number of the school."""
    places = {metric: place for place, metric in enumerate(dict.fromkeys(e.after.metric for e in different))}
    return sorted(different, key=lambda e: (places[e.after.metric], wording.by_number(over(e))[0]))


def over(effect: Effect) -> str:
    """What it is counted for, by the side that has rows: what is gone names no schools."""
    figure = effect.after if effect.after.rows else effect.before
    return figure.group.get("plan") or ", ".join(filter(None, (every.about(figure), figure.set)))


def _now(session: Session, figure: Figure, there: bool) -> html.Cell:
    text = wording.figure_text(figure)
    return to_rows(session, text, figure.metric, figure.group) if there else text
