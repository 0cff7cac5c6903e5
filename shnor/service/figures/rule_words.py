"""The rule of a passport in words: of which columns the counts of a figure are made."""

from shnor.datasets import KINDS
from shnor.metrics import METRICS, Metric, Tally

ELSE = "а где этих чисел нет, "


def rule(metric: Metric) -> str:
    """«сумма по столбцу «2» / сумма по столбцам «5», «4», …»"""
    made = _joined(metric, metric.made)
    if metric.within:
        made += ", в каждой школе не больше, чем в ней педагогов"
    return f"{made} / {_joined(metric, metric.base)}" if metric.base else made


def _joined(metric: Metric, tallies: tuple[Tally, ...]) -> str:
    words = [_words(metric, tally) for tally in tallies]
    both = len(tallies) > 1 and all(tally.rule == "sum" for tally in tallies)
    return f"; {ELSE}".join(words) if both else "; ".join(words)


def _words(metric: Metric, tally: Tally) -> str:
    kind = KINDS[METRICS[tally.of].kind if tally.of else metric.kind]
    named = {name: quoted(kind[name].title) for name in (*tally.columns, *tally.times, *tally.keys)}
    columns = [named[name] for name in tally.columns]
    reports = " и ".join(f"«{KINDS['progress'][name].title}»" for name in tally.reports)
    if tally.rule == "sum":
        return _sum(tally, named) + (f" формы «{kind.title}», тех же школ" if tally.of else "")
    if tally.rule == "once":
        return (f"{columns[0]}, один раз для каждого сочетания {', '.join(named[name] for name in tally.keys)}; "
                "из разных чисел берётся наибольшее")
    if tally.rule == "product":
        first, *others = (named[name] for name in tally.times)
        return f"{columns[0]} × {first}" + "".join(f" (если пусто, × {other})" for other in others)
    if tally.rule == "distinct":
        return f"число разных {' и '.join(columns)}"
    if tally.rule == "reached":
        return f"строки, где сумма {reports} достигла {columns[0]}, каждая один раз"
    return f"строки, каждая один раз: видно по {' и '.join(filter(None, (*columns, reports)))}"


def quoted(title: str) -> str:
    """«Класс»; a title that is quoted already stays as it is."""
    return title if title.startswith("«") else f"«{title}»"


def _sum(tally: Tally, named: dict[str, str]) -> str:
    plain = all(factor == 1 for factor in tally.columns.values())
    if plain and len(tally.columns) == 1:
        text = f"сумма по столбцу {named[next(iter(tally.columns))]}"
    elif plain:
        text = f"сумма по столбцам {', '.join(named[name] for name in tally.columns)}"
    else:
        parts = [f"{'−' if factor < 0 else '+'} {'' if abs(factor) == 1 else f'{abs(factor)} × '}{named[name]}"
                 for name, factor in tally.columns.items()]
        text = f"сумма: {' '.join(parts).removeprefix('+ ')}"
    return text + (f", пустая ячейка — {tally.empty}" if tally.empty else "")
