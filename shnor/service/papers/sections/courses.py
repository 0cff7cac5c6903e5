"""IV. Courses: people and certificates, the plan, three years, subjects without training, professional deficits."""

from shnor import wording
from shnor.metrics import METRICS
from shnor.metrics.deficits import MARKING
from shnor.reports.papers.blocks import Missing, Paragraph, Section
from shnor.sentences import courses as patterns
from shnor.sentences import deficits as of_deficits
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.service.figures import topics
from shnor.service.figures.rows import Where, only
from shnor.service.pages import courses, deficits
from shnor.service.papers import quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "courses", "Курсы повышения квалификации и профессиональные дефициты"
PEOPLE, CERTIFICATES, PLAN, OF_STAFF, STAFF = ("course_people", "course_certificates", "course_plan_share",
                                               "course_year_share", "staff_people")
FORMS = {"courses": "Курсы повышения квалификации", "staff": "Педагогические кадры",
         "deficits": "Профессиональные дефициты"}
GOING = "n_going"


def section(writing: Writing) -> Section:
    where: Where = {**writing.whose, **writing.within("day")}
    people = writing.amount(PEOPLE, where)
    plan = _plan(writing, where)
    chain = _deficits(writing)
    told = sentences(_finished(writing, where, people), plan, _untaught(writing))
    known = bool(writing.amount(STAFF, writing.whose).value)
    missing = [Missing(words, FORMS[form], "upload") for form, words, there in (
        ("courses", "Нет сведений о курсах за период", bool(people.value)),
        ("courses", "Нет плана курсов на год", bool(plan) or writing.asked.whole.kind != "year"),
        ("staff", "Неизвестно, сколько педагогов в школах", known),
        ("deficits", "Нет реестра профессиональных дефицитов", bool(chain))) if not there]
    return Section(ID, TITLE, tuple(Paragraph(some) for some in (told, chain) if some), tuple(missing))


def of_staff(writing: Writing, people: Amount) -> Share:
    """People of the running year out of the staff of the day; of another time their number, out of the staff where that
    is possible."""
    of_day = writing.asked.whole.kind == "year" and writing.year == writing.day.year
    share = writing.share(OF_STAFF, writing.whose) if of_day else Share(None, None)
    if share.part != people.value:  # of another time, or not every school says how many went
        share = quoted.ratio(people, writing.amount(STAFF, writing.whose))
    return share


def _finished(writing: Writing, where: Where, people: Amount) -> Sentences:
    share = of_staff(writing, people)
    schools = quoted.different(writing.view, PEOPLE, "school_id", day=writing.day, where=where, title="Школ")
    every = schools if schools.value == len(writing.listed) and not writing.asked.school else Amount(None)
    return patterns.finished(share, every, writing.amount(CERTIFICATES, where))


def _plan(writing: Writing, where: Where) -> Sentences:
    """Of a calendar year; those who neither finished nor go on have not begun."""
    if writing.asked.whole.kind != "year":
        return ()
    share = writing.share(PLAN, where)
    if share.part is None or share.whole is None:
        return ()
    going = writing.amount(PLAN, where, GOING)
    left = share.whole - share.part - int(going.value or 0)
    if left < 0:  # more have finished than were planned: the counts alone
        return patterns.course_plan(writing.year, Share(None, share.whole, share.source), Amount(None), Amount(None))
    rest = quoted.rest(share, f"{METRICS[PLAN].title}: не приступили")
    source = rest.source and quoted.counted(rest.source, left)
    return patterns.course_plan(writing.year, share, going, Amount(left, source))


def _untaught(writing: Writing) -> Sentences:
    """Over the whole list alone: of one school it would speak of a person."""
    if writing.asked.school or len(writing.listed) < 2:
        return ()
    found = writing.once(courses.build, day=writing.last)
    return () if found.untaught is None else patterns.no_training(found.untaught)


def _deficits(writing: Writing) -> Sentences:
    where: Where = {**writing.whose, **writing.within("found_on")}
    rows = only(topics.marked(writing.view, MARKING, as_of=writing.day, where=where), is_found=1)
    days = rows["found_on"].to_pylist()
    if not days:
        return ()
    closed, helped = writing.share(deficits.CLOSED, where), writing.share(deficits.HELPED, where)
    removed = Amount(closed.part if closed.whole else None, closed.source)
    return of_deficits.deficits(wording.months_in_words(min(days), max(days)), writing.amount(deficits.FOUND, where),
                                Amount(helped.part, helped.source), removed)
