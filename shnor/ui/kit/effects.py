"""Which figures an acceptance or a withdrawal changes: school by school, what has no number folded."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.service.centre.schools import cards
from shnor.service.figures import every
from shnor.service.intake.effects import Effect
from shnor.ui.kit import html
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session

SHOWN = 40
FEW = 12
"""So many lines stand in one table, whosever they are."""
_NUMBER = re.compile(r"\d")


def effects(session: Session, different: Sequence[Effect], *, ahead: bool = False) -> None:
    """Figures before and after. What is now leads to its rows; ahead: now is before the change."""
    told = [one for one in different if has_number(one)]
    groups = by_school(told, [card.name for card in cache.built(session, cards, session.day)])
    if len(told) <= FEW or len(groups) == 1:
        parts = [_table(session, [one for group in groups.values() for one in group], ahead)] if told else []
    else:
        parts = [html.fold(f"{whose}: {wording.counted(len(group), 'показатель')}", _table(session, group, ahead))
                 for whose, group in groups.items()]
    if quiet := [one for one in different if not has_number(one)]:
        parts.append(html.fold(f"Числа пока нет: {wording.counted(len(quiet), 'показатель')}",
                               _table(session, quiet, ahead)))
    html.show(html.joined(parts))


def has_number(effect: Effect) -> bool:
    """«нет данных» → «нет сведений» is no news."""
    return any(_NUMBER.search(wording.figure_text(figure)) for figure in (effect.before, effect.after))


def by_school(different: Iterable[Effect], schools: Iterable[str]) -> dict[str, list[Effect]]:
    """Whose figures they are → the figures in their order: schools by number, then sets of schools and plans of the
    centre. schools: names."""
    longest = sorted(schools, key=len, reverse=True)  # «№ 12» before «№ 1»
    groups: dict[str, list[Effect]] = {}
    for one in different:
        whose = next((name for name in longest if name in over(one)), over(one))
        groups.setdefault(whose, []).append(one)
    return dict(sorted(groups.items(), key=lambda group: (group[0] not in longest, wording.by_number(group[0]))))


def _table(session: Session, different: Sequence[Effect], ahead: bool) -> Markup:
    rows = [[METRICS[one.after.metric].title, over(one), _now(session, one.before, ahead),
             _now(session, one.after, not ahead)] for one in different[:SHOWN]]
    head = ["Показатель", "По чему посчитано", "Сейчас" if ahead else "Было", "Станет" if ahead else "Стало"]
    table = html.table_html(head, rows, caption=f"Что {'изменится' if ahead else 'изменилось'} в показателях")
    more = f"Показаны первые {SHOWN}, всего изменений {len(different)}."
    return table + html.text_html(more, mark="shnor-small") if len(different) > SHOWN else table


def over(effect: Effect) -> str:
    """What it is counted for, by the side that has rows: what is gone names no schools."""
    figure = effect.after if effect.after.rows else effect.before
    return figure.group.get("plan") or ", ".join(filter(None, (every.about(figure), figure.set)))


def _now(session: Session, figure: Figure, there: bool) -> html.Cell:
    text = wording.figure_text(figure)
    return to_rows(session, text, figure.metric, figure.group) if there else text
