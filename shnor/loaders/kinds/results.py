"""What a table of results needs after reading: whose work it is, which marks add up, what only the title says."""

from shnor.datasets import Spot
from shnor.datasets.places import SUMMED
from shnor.datasets.results import MARKS
from shnor.loaders.kinds import fis_oko, groups, results_days, results_parallels, results_percents, results_words
from shnor.loaders.kinds.results_above import settle
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.records.registered import not_begun
from shnor.loaders.types import Choice
from shnor.loaders.words import works
from shnor.loaders.words.headers import normalise

COUNTS = ("participants", *MARKS, "na", "exempt", "below", "lowered", "confirmed", "raised")
PAIRS = ("lowered", "confirmed", "raised")
MARKED = ("participants", *MARKS, "na", "exempt", "below", "mean_score", "source_kind")
ADDED = (*COUNTS, "school_count")


def prepare(draft: Draft) -> None:
    """Before typing: what no type could read as it is written."""
    is_fis = draft.body.layout.id.startswith("fis_")
    if "school_id" in draft.body.match.columns and "level" not in draft.body.match.columns:
        groups.settle(draft, only_known=is_fis)
    if is_fis:
        fis_oko.prepare(draft)
    else:
        results_percents.stop(draft)
    if "grade" in draft.body.match.columns:
        _classes(draft)


def finish(draft: Draft) -> None:
    """Rows become records with their whole key and with marks that add up."""
    _without_empty(draft)
    results_words.one_form(draft)
    results_days.of_year_column(draft)
    settle(draft)
    results_words.ask_of_years(draft)
    results_days.settle(draft)
    not_begun(draft, "school_year")
    if draft.body.layout.id == "fis_journal":
        _pairs(draft)
    _apart(draft)
    _marks(draft)
    results_parallels.compare(draft)
    _two_logins(draft)
    years = set(draft.column("school_year")) - {None}
    draft.period = years.pop() if len(years) == 1 else ""


def _classes(draft: Draft) -> None:
    """«6 А» is the class 6 and its letter."""
    labels: list[str | None] = []
    for row, text in enumerate(draft.body.values("grade")):
        read = works.grade(text) if isinstance(text, str) else None
        labels.append(read.label or None if read else None)
        if read:
            groups.put(draft, row, "grade", read.number)
    if "class_label" not in draft.body.match.columns and any(labels):
        draft.columns["class_label"] = labels
        draft.spots["class_label"] = (Spot(groups.letters(draft, "grade")),)


def _without_empty(draft: Draft) -> None:
    """A class listed with no number at all says nothing."""
    names = [name for name in (*COUNTS, "mean_score") if name in draft.body.match.columns]
    written = [draft.body.values(name) for name in names]
    draft.take([record for record, row in enumerate(draft.origin)
                if any(normalise(values[row]) not in ("", "-") for values in written)])


def _pairs(draft: Draft) -> None:
    """The total of a comparison counts pupils with both marks only: it is checked and never stored as participants."""
    for record, total in enumerate(draft.column("participants")):
        parts = [draft.column(name)[record] for name in PAIRS]
        if total is not None and None not in parts and sum(parts) != total:
            draft.add("results-pairs", record, "participants", total, sum=sum(parts))
    draft.columns["participants"] = [None] * len(draft.origin)


def _apart(draft: Draft) -> None:
    """Marks and their comparison with the journal become records of their own: they come in different files, and each
    must lead back to its own cells."""
    paired = [any(draft.column(name)[record] is not None for name in PAIRS) for record in range(len(draft.origin))]
    marked = [any(draft.column(name)[record] is not None for name in MARKED) for record in range(len(draft.origin))]
    plan = [(record, part) for record in range(len(draft.origin))
            for part, there in (("marks", marked[record] or not paired[record]), ("journal", paired[record])) if there]
    draft.take([record for record, _ in plan])
    draft.columns["part"] = [part for _, part in plan]
    for names, other in ((PAIRS, "marks"), (MARKED, "journal")):
        for name in names:
            draft.columns[name] = [None if part == other else value
                                   for value, (_, part) in zip(draft.column(name), plan, strict=True)]


def _marks(draft: Draft) -> None:
    """Marks must add up to the participants; who is missing among them is told, never filled in by guess."""
    known = [name for name in (*MARKS, "na") if name in draft.columns]
    for record in range(len(draft.origin)):
        given = {name: draft.columns[name][record] for name in known}
        blank = [name for name in MARKS if given.get(name) is None]
        if len(blank) == len(MARKS):
            continue
        total = sum(value for value in given.values() if value is not None)
        participants = draft.column("participants")[record]
        if participants is None and not blank:
            draft.columns["participants"][record] = total
            draft.row_spots["participants", draft.origin[record]] = tuple(
                Spot(groups.letters(draft, name), SUMMED) for name in known if given[name] is not None)
        elif participants is None:
            draft.add("results-blank", record, blank[0], choices=(Choice("0", "0"),))
        elif total != participants:
            draft.add("results-sum", record, "participants", participants, sum=total)
        else:
            for name in blank:
                draft.column(name)[record] = 0


def _two_logins(draft: Draft) -> None:
    """A school that joined another keeps its login: two rows of one school in a sheet of ФИС ОКО are added up."""
    if not draft.body.layout.id.startswith("fis_"):
        return
    first: dict[str, int] = {}
    kept = []
    for record, school in enumerate(draft.column("school_id")):
        if school and school in first:
            _add(draft, first[school], record)
        else:
            first.setdefault(school or "", record)
            kept.append(record)
    draft.take(kept)


def _add(draft: Draft, to: int, record: int) -> None:
    draft.joined.setdefault(draft.origin[to], []).append(draft.origin[record])
    for name in ADDED:
        values = draft.column(name)
        if values[record] is not None:
            values[to] = (values[to] or 0) + values[record]
    draft.add("fis-two-logins", record, "school_id", shown(draft.body.values("school_id")[draft.origin[record]]))
