"""The risk profile of a school, for the centre alone: the level of each factor over years, chosen ones and measures."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.charts import inline
from shnor.datasets.risks import LEVELS
from shnor.service.figures.rows import Where
from shnor.service.pages import markers, risks
from shnor.service.pages.risks import Factor, Profile
from shnor.service.pages.roadmap import FACTOR
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, Marked, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds

HEIGHTS = {"low": 1.0, "middle": 2.0, "high": 3.0}
UNSET = "не определён"
_NUMBER = re.compile(r"(?P<before>.*?)(?P<number>\d+(?:\.\d+)+)(?P<after>.*)")
"""The number of an activity in the words of a measure: «дорожная карта, 2.3»."""


def show(session: Session, school: str) -> None:
    """Nothing for anybody but the coordinator; where the school has no profile, only what lists say of signs."""
    if not sees_grounds(session):
        return
    profile = cache.built(session, risks.build, school, day=session.day)
    lists = cache.built(session, markers.build, day=session.day)
    body = _profile(session, school, profile) if profile.factors else html.text_html("Рискового профиля в базе нет.")
    html.show(tag("<section class='shnor-card shnor-unprinted'><h3>Рисковый профиль <small>видит только центр</small>"
                  "</h3>{}<h4>Признаки</h4>{}</section>", body,
                  html.text_html(f"{wording.capital(markers.standing(lists, school, session.day))}.")))


def _profile(session: Session, school: str, profile: Profile) -> Markup:
    weighty = [factor for factor in profile.factors if factor.chosen or _newest(profile, factor) == "high"]
    others = [factor for factor in profile.factors if factor not in weighty]
    more = tag("<details class='shnor-unfold'><summary>ещё {} ▸</summary>{}</details>", wording.counted(
        len(others), "фактор"), _table(session, school, profile, others)) if others else NOTHING
    open_ones = _table(session, school, profile, weighty) if weighty else NOTHING
    return _chosen(session, school, profile) + open_ones + more + _source(profile)


def _source(profile: Profile) -> Markup:
    """«Профиль 2026 года: рисковый профиль школы, март 2026.»"""
    told = "; ".join(profile.sources) or "источник не указан"
    return html.text_html(f"Профиль {profile.years[-1]}{wording.NBSP}года: {told}.", mark="shnor-small")


def _table(session: Session, school: str, profile: Profile, factors: Sequence[Factor]) -> Markup:
    rows = [(_name(school, profile, factor), _levels(profile, factor), _measure(session, school, profile, factor))
            for factor in factors]
    return html.table_html(("Фактор", _years(profile), "Мера"), rows)


def _name(school: str, profile: Profile, factor: Factor) -> Cell:
    """Leads to the activities of the school's roadmap that are its measures, if there are any."""
    found = _NUMBER.fullmatch(factor.measure)
    if not found or found["number"] not in profile.numbers:
        return factor.name
    return Link(factor.name, "roadmap", (("plan", school), ("school", school), ("period", str(profile.years[-1])),
                                         (FACTOR, factor.name), ("standing", "every")))


def _newest(profile: Profile, factor: Factor) -> str:
    return factor.levels.get(profile.years[-1], "")


def _years(profile: Profile) -> str:
    first, last = profile.years[0], profile.years[-1]
    return f"Выраженность риска, {wording.span(first, last) if first < last else last}"


def _chosen(session: Session, school: str, profile: Profile) -> Markup:
    """«выбрано 3 фактора, без меры 1 из 3»"""
    if not profile.chosen:
        return html.text_html("Школа пока не выбрала факторов для работы.")
    n, bare = len(profile.chosen), len(profile.bare)
    if not bare:
        return html.text_html(f"Выбрано для работы: {wording.counted(n, 'фактор')}, меры записаны по всем.")
    where: Where = {"school_id": school, "year": profile.years[-1]}
    led: Cell = to_rows(session, wording.k_of_n(bare, n), "risk_without_measure", where)
    return html.text_html(f"Выбрано для работы: {wording.counted(n, 'фактор')}; меры пока нет по ", led, ".")


def _levels(profile: Profile, factor: Factor) -> Cell:
    """A bar a year, and the words of the first and the last."""
    told = [(year, LEVELS.get(factor.levels.get(year, ""), UNSET)) for year in profile.years]
    words = ", ".join(f"{year} {level}" for year, level in told)
    newest = told[-1][1]
    if len(profile.years) < 2:
        return newest
    bars = inline.columns([HEIGHTS.get(factor.levels.get(year, "")) for year in profile.years], words, top=3.0,
                          width=12 * len(profile.years), height=18)
    before = next((level for _, level in told if level != UNSET), UNSET)
    return [Markup(bars), f" {before} → {newest}" if before != newest else f" {newest}"]


def _measure(session: Session, school: str, profile: Profile, factor: Factor) -> Cell:
    """A number in it leads to the activity of the school's roadmap, if it has one of that number."""
    if factor.is_bare:
        return Marked("выбран, меры пока нет", "shnor-awaits")
    if not factor.measure:
        return Marked("не выбран", "shnor-small")
    found = _NUMBER.fullmatch(factor.measure)
    if not found or found["number"] not in profile.numbers:
        return factor.measure
    where: Where = {"school_id": school, "period": str(profile.years[-1]), "number": found["number"]}
    return [found["before"], to_rows(session, f"№ {found['number']}", "roadmap_activities", where), found["after"]]
