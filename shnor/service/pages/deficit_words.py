"""Sentences of deficits and routes: one wording on the page, on the page of a school and on a slide."""

from shnor import wording
from shnor.service.pages.deficits import CORRECTED, OWNERS, SHARE, TEAMS, Chain, Routes

UNCHECKED = "устранение не проверялось"


def said(chain: Chain) -> str:
    """«По итогам диагностики (август 2026) выявлено 34 профессиональных дефицита; помощь организована по 29; повторная
    диагностика подтвердила устранение 17.»"""
    found = wording.counted(chain.found, "профессиональный дефицит")
    verb = wording.agreed(chain.found, "выявлен", "выявлено", "выявлено")
    helped = f"помощь организована по{wording.NBSP}{chain.helped}" if chain.helped else "мера помощи не записана"
    return f"По итогам диагностики ({when(chain)}) {verb} {found}; {helped}; {result(chain)}."


def when(chain: Chain) -> str:
    """«август 2026»; of several months the first and the last one."""
    if (chain.first.year, chain.first.month) == (chain.last.year, chain.last.month):
        return wording.month(chain.first)
    return wording.months_in_words(chain.first, chain.last)


def result(chain: Chain) -> str:
    """What nobody has checked again is never said to have stayed."""
    if not chain.checked:
        return UNCHECKED
    confirmed = f"повторная диагностика подтвердила устранение {chain.closed}" if chain.closed else \
        "повторная диагностика устранения не подтвердила"
    return confirmed


def rest(chain: Chain) -> str:
    """The two other parts of what was found, where there is a re-diagnosis: with the closed they are all of it."""
    if not chain.checked:
        return ""
    parts = [f"проверены и пока не устранены{wording.NBSP}{wording.LONG_DASH} {chain.kept}" if chain.kept else "",
             f"{UNCHECKED}{wording.NBSP}{wording.LONG_DASH} {chain.unchecked}" if chain.unchecked else ""]
    return wording.capital("; ".join(filter(None, parts))) + "." if any(parts) else ""


def short(chain: Chain) -> str:
    """«выявлено 6, помощь по 5, устранено 3»."""
    closed = f"устранено {chain.closed}" if chain.checked else UNCHECKED
    return f"выявлено {chain.found}, помощь по {chain.helped}, {closed}"


def owners(routes: Routes) -> str:
    """«Индивидуальные маршруты составлены для 23 педагогов (19 % от 118); у команд школ — 4; скорректировано 4
    маршрута.»"""
    people, teams, changed = (routes.totals[name].numerator for name in (OWNERS, TEAMS, CORRECTED))
    parts = [f"Индивидуальные маршруты составлены для {wording.counted(people, 'педагог', 'gen')}{_share(routes)}"
             if people else "Маршрутов педагогов в базе нет",
             f"для команд школ{wording.NBSP}{wording.LONG_DASH} {teams}" if teams else "",
             f"скорректировано: {wording.counted(changed, 'маршрут')}" if changed else ""]
    return "; ".join(filter(None, parts)) + "."


def _share(routes: Routes) -> str:
    """Where the staff of the same schools is known and nobody is counted beyond it."""
    figure = routes.totals.get(SHARE)
    if figure is None or not figure.denominator:
        return ""
    if figure.numerator != routes.totals[OWNERS].numerator:
        return f" (там, где известно число педагогов: {wording.figure_text(figure)})"
    if figure.status == "small":
        return f" из {figure.denominator}"
    return f" ({wording.percent(figure.numerator, figure.denominator)} от {figure.denominator})"


def steps(routes: Routes) -> str:
    """«пройдено этапов 8 из 9» of the quarters that are over; before the first of them nothing is due."""
    due = sum(one.due for one in routes.quarters)
    done = sum(one.done for one in routes.quarters if one.over)
    return f"пройдено этапов {wording.k_of_n(done, due)}" if due else "срок этапов ещё не наступил"
