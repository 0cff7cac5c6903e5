"""«Кому нужна помощь»: where each school stands at the thresholds of the rule in force; for the coordinator alone,
never exported, schools by their numbers."""

from shnor import wording
from shnor.metrics.identification import Rule, Work, reaches
from shnor.service.pages import identification
from shnor.service.pages import identification_words as words
from shnor.service.pages.identification import LOW, Identification, Identified
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Markup
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds

HEAD = ("Школа", "Пороги", "На пороге и выше него", "В перечне ШНОР")


def show(session: Session) -> None:
    if not sees_grounds(session):
        return
    data = cache.built(session, identification.build, day=session.day)
    if data.rule and data.year:
        html.show(html.fold(f"Кому нужна помощь: пороги {words.years_of(data.rule)}, работы {data.year} года "
                            "(видит только центр)", body(session, data, data.rule)))


def body(session: Session, data: Identification, rule: Rule) -> Markup:
    rows = [[to_school(session, one.school_id, one.name), words.short(one.verdict),
             _works(session, one, rule), words.listed_years(one.duration) or wording.LONG_DASH]
            for one in data.schools if one.verdict and (one.verdict.looked or one.on_list)]
    said = f"{words.text(rule)} {words.NO_GROUND}"
    return html.text_html(said) + html.table_html(HEAD, rows) + html.text_html(words.HELP, mark="shnor-small")


def _works(session: Session, one: Identified, rule: Rule) -> Cell:
    """Each work that reaches the share, with the people between it and the threshold."""
    high = [work for work in one.verdict.looked if reaches(work.k, work.n, rule.share)] if one.verdict else []
    told = [_work(session, one, work, rule) for work in high]
    return [piece for part in told for piece in ("; ", part)][1:] if told else "нет"


def _work(session: Session, one: Identified, work: Work, rule: Rule) -> Cell:
    link = to_rows(session, wording.k_of_n(work.k, work.n), LOW, one.where(work))
    told = "; ".join(filter(None, (words.after(one, work), words.beside(rule, work))))
    return [f"{words.title(work)}: ", link, f" ({told})"]
