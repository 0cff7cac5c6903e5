"""III. The tutors' point: subjects that have a tutor, what tutors held and of what, routes of teachers."""

from shnor import periods, wording
from shnor.datasets.events import TUTORED
from shnor.metrics.figure import Figure
from shnor.reports.papers.blocks import Missing, Paragraph, Section
from shnor.sentences import support as patterns
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.service.figures import topics
from shnor.service.figures.rows import Where
from shnor.service.pages import deficits, helpers
from shnor.service.papers import quoted
from shnor.service.papers.sections import centre
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "tutors", "Деятельность муниципального тьюторского консультационного пункта"
HELPERS, HELD = "support_helpers", "events_count"
FORMS = {"roles": "Наставники и тьюторы", "events": "Мероприятия методической помощи",
         "routes": "Индивидуальные маршруты"}


def section(writing: Writing) -> Section:
    helping = centre.helping(writing)
    kinds = centre.held(writing, {**writing.within("day"), **centre.of(writing), "organiser": "tutor"})
    told = sentences(_tutors(writing, helping), _consulted(writing, kinds), routes := _routes(writing))
    missing = [Missing(words, FORMS[form], "upload") for form, words, known in (
        ("roles", "Не сказано, по каким предметам есть тьюторы", helping.known),
        ("events", "Нет консультаций и мастер-классов тьюторов", bool(kinds)),
        ("routes", "Нет индивидуальных маршрутов педагогов", not routes or any(one.numbers for one in routes)))
        if not known]
    return Section(ID, TITLE, (Paragraph(told),), tuple(missing))


def _tutors(writing: Writing, helping: helpers.Helping) -> Sentences:
    """Over the schools the paper is of; a tutor of a whole school is one of no subject."""
    own = [one for one in helping.schools if one.card.school_id in writing.schools]
    if not any(one.told for one in own):
        return patterns.tutors(None)
    with_tutor = {helper.subject for one in own for helper in one.of(helpers.TUTOR)} - {""}
    asked = {subject for one in own for subject in one.asked} & {*helpers.KNOWN_SUBJECTS}
    order = [*helping.subjects, *helping.rest]
    subjects, without = ([name for name in order if name in some] for some in (with_tutor, asked - with_tutor))
    number = quoted.different(writing.view, HELPERS, "subject", day=writing.last, title="Предметов с тьютором",
                              where={**writing.whose, "role_id": helpers.TUTOR})
    return patterns.tutors(subjects, without, number=Amount(len(subjects), number.source))


def _consulted(writing: Writing, kinds: list[tuple[str, Amount]]) -> Sentences:
    """The two kinds a point is for first; what else tutors held stands in the plan."""
    usual = [(kind, n) for kind, n in kinds if kind in TUTORED]
    if not usual:
        return patterns.consulted(None if not kinds else ())
    return patterns.consulted(usual, _most(writing, usual[0][0]) if len(usual) < 3 else ())


def _most(writing: Writing, kind: str) -> list[tuple[str, Amount]]:
    """Subjects most of them were of, those that tie together; nothing where each has as many as any other."""
    where: Where = {**writing.within("day"), **centre.of(writing), "organiser": "tutor", "event_kind": kind}
    found: dict[str, Figure] = {one.group["subject"]: one for one in topics.counted(
        writing.view, [HELD], by=("subject",), as_of=writing.day, where=where) if one.group["subject"]}
    most = max((one.numerator for one in found.values()), default=0)
    top = [name for name, one in found.items() if one.numerator == most]
    if not most or len(top) == len(found) > 1 or len(top) > 2:
        return []
    return [(name, writing.amount(HELD, {**where, "subject": name})) for name in top]


def _routes(writing: Writing) -> Sentences:
    """Of the year the period ends in: its newest quarter that is over and had steps."""
    found = deficits.routes(writing.view, year=writing.year, day=writing.day, where=writing.whose)
    if found is None:
        return patterns.routes(Share(None, None), "", Share(None, None), Amount(None))
    people = writing.amount(deficits.OWNERS, found.where)
    share = writing.share(deficits.SHARE, writing.whose) if writing.year == writing.day.year else Share(None, None)
    if share.part != people.value:  # a school without its staff is in the one and not in the other
        share = Share(int(people.value or 0), None, people.source)
    over = [one for one in found.quarters if one.over and one.due and periods.parse(one.code).start >= writing.first
            and periods.parse(one.code).end <= writing.last]
    if not over:
        return patterns.routes(share, "", Share(None, None), Amount(0))
    own: Where = {**found.where, "quarter": over[-1].code}
    return patterns.routes(share, _quarter(over[-1].code), writing.share(deficits.STEPS, own),
                           writing.amount(deficits.CORRECTED, own))


def _quarter(code: str) -> str:
    """«III квартал 2026 года»: it is not the last one of the year."""
    return periods.parse(code).title.replace(" квартал", f"{wording.NBSP}квартал")
