"""Counts and percentages of a paper beside the figures of the base. Sure of little: what speaks of a part, of another
period, of a comparison may agree, and never differs."""

import re
from collections.abc import Callable, Iterator, Sequence

from shnor import wording
from shnor.datasets import paper_words as words
from shnor.loaders.claims.said import Count, Share
from shnor.loaders.words.school_mentions import mentions
from shnor.loaders.words.works import subject_in
from shnor.metrics import possible
from shnor.metrics.figure import Figure
from shnor.service.papers.check.base import Base, Pair, told
from shnor.service.papers.check.found import Finding, made


def _of(pattern: str) -> Callable[[str], bool]:
    found = re.compile(rf"(?<![а-я])(?:{pattern})")
    return lambda text: found.search(text) is not None


done, ahead, compared, of_courses, finished = map(_of, (words.DONE, words.AHEAD, words.COMPARED, words.OF_COURSES,
                                                        words.FINISHED))
of_list, entered, supporting, of_survey, of_roadmap = map(_of, (words.OF_LIST, words.ENTERED, words.SUPPORTING,
                                                                words.OF_SURVEY, words.OF_ROADMAP))
LEAST = 10
"""Of fewer, the same number stands in a base by chance."""


def is_whole(one: Count, base: Base) -> bool:
    """Whether a count speaks of all there is in one year, so that another number differs."""
    years = set(one.years) - {base.year}
    schools = next(mentions(one.sentence), None) is not None and len(base.cards) > 1
    return not (one.narrow or years or one.of is not None or schools or compared(one.text) or ahead(one.text)
                or supporting(one.text) or subject_in(one.text))


def count(one: Count, base: Base) -> Finding:
    """What the base says of it; of several pieces the first that speaks."""
    for look in (_pair, _events, _courses, _list, _grants, _competence, _topic):
        if finding := look(one, base):
            return finding
    return made(one, "unchecked", "no-match")


def _year(one: Count, base: Base) -> int:
    return one.years[0] if len(one.years) == 1 else base.year


def _beside(one: Count, figures: Sequence[Figure], whole: bool) -> Finding | None:
    """Agrees with one of them or with their sum; else differs, where it speaks of the whole."""
    if not figures:
        return None
    same = next((figure for figure in figures if figure.numerator == one.number), None)
    if same:
        return made(one, "agrees", "same").of(same, told(same))
    first = figures[0]
    said = "; ".join(dict.fromkeys(map(told, figures)))
    if whole:
        return made(one, "differs", "wrong-count").of(first, said)
    return made(one, "unchecked", "part").of(first, said)


def _events(one: Count, base: Base) -> Finding | None:
    if one.counts != "events" or not done(one.text):
        return None
    figures = base.kinds(_noun(one), _year(one, base))
    if len(figures) > 1 and sum(figure.numerator for figure in figures) == one.number:
        return made(one, "agrees", "same").of(figures[0], "; ".join(map(told, figures)))
    whole = is_whole(one, base) and len(figures) == 1
    return _beside(one, figures, whole)


def _noun(one: Count) -> str:
    return one.noun.removeprefix("проведенных ")


def _courses(one: Count, base: Base) -> Finding | None:
    """People are not certificates: a number of the ones that is the number of the others is told so."""
    if one.counts not in ("people", "certificates") or not of_courses(one.text) or not finished(one.text):
        return None
    year = _year(one, base)
    people, certificates = base.of_year("course_people", year), base.of_year("course_certificates", year)
    mine, others = (people, certificates) if one.counts == "people" else (certificates, people)
    whole = is_whole(one, base)
    finding = _beside(one, mine, whole)
    if finding and finding.verdict == "differs":
        mixed = next((figure for figure in others if figure.numerator == one.number), None)
        if mixed:
            both = f"{told(mine[0])}; {told(mixed)}"
            return made(one, "differs", "people-certificates").of(mine[0], both)
    return finding


def _list(one: Count, base: Base) -> Finding | None:
    if one.counts != "schools" or not (of_list(one.text) and entered(one.text)) or not base.listed:
        return None
    year = _year(one, base)
    size = len(base.listed_in(year))
    if not size:
        return None
    said = f"в перечне {year} года {wording.counted(size, 'школа')}"
    if size == one.number:
        return made(one, "agrees", "same", said)
    whole = not (compared(one.text) or ahead(one.text) or one.of is not None)
    return made(one, "differs" if whole else "unchecked", "wrong-count" if whole else "part", said)


def _grants(one: Count, base: Base) -> Finding | None:
    if one.counts != "grants":
        return None
    return _beside(one, base.of_year("grants_count", _year(one, base)), whole=False)


def _competence(one: Count, base: Base) -> Finding | None:
    if one.counts != "people" or not _of(words.OF_COMPETENCE)(one.text):
        return None
    figures = [figure for figure in (*base.counted("competence_people"), *base.counted("competence_high"))
               if figure.group["year"] == str(_year(one, base))]
    return _beside(one, figures, whole=False)


def _topic(one: Count, base: Base) -> Finding | None:
    """A number that stands among the words of a topic, and is the topic's."""
    same = next((figure for figure in base.topic(one.text, _year(one, base)) if figure.numerator == one.number), None)
    return made(one, "agrees", "same").of(same, told(same)) if same and one.number >= LEAST else None


def _pair(one: Count, base: Base) -> Finding | None:
    """«33 из 40»."""
    return _looked_up((one.number, one.of), one, base) if one.of else None


def share(one: Share, base: Base) -> Finding | None:
    """None where the paper itself tells enough of it."""
    if one.k is not None and one.n:
        return _looked_up((one.k, one.n), one, base)
    if one.n is not None:
        return made(one, "unchecked", "no-match")
    hints = [figure for figure in base.stated if figure.value is not None
             and round(figure.value * 10_000) == one.hundredths]
    hints += [figure for (k, n), figure in (base.survey_pairs if of_survey(one.text) else {}).items()
              if (2 * k * 100 + n) // (2 * n) * 100 == one.hundredths and possible.digits(one.hundredths) == 0]
    return made(one, "unchecked", "n-missing").of(hints[0], f"в базе есть: {told(hints[0])}") if hints else None


def _looked_up(pair: Pair, one: Count | Share, base: Base) -> Finding | None:
    topics = [base.survey_pairs] * of_survey(one.text) + [base.roadmap_pairs] * of_roadmap(one.text)
    for known in (*topics, base.other_pairs):
        if pair in known and (known is not base.other_pairs or pair[1] >= LEAST):
            return made(one, "agrees", "same").of(known[pair], told(known[pair]))
    near = [(reason, figure) for known in topics for reason, figure in _near(pair, known)]
    years = {*one.years} - {base.year}
    if len(near) == 1 and pair[0] >= LEAST and not years and not compared(one.text):
        reason, figure = near[0]
        return made(one, "differs", reason).of(figure, told(figure))
    return made(one, "unchecked", "no-match")


def _near(pair: Pair, known: dict[Pair, Figure]) -> Iterator[tuple[str, Figure]]:
    """Figures of the topic with the same part of another whole, or another part of the same whole."""
    k, n = pair
    same_k = [figure for (part, _), figure in known.items() if part == k]
    same_n = [figure for (_, whole), figure in known.items() if whole == n]
    if same_k:
        yield from (("wrong-n", figure) for figure in same_k)
    else:
        yield from (("wrong-k", figure) for figure in same_n)
