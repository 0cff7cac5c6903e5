"""What a report on a roadmap needs after reading: its plan, period and milestone."""

from shnor.loaders.kinds.milestones import settle_milestones
from shnor.loaders.kinds.plans import settle_plans
from shnor.loaders.kinds.progress_words import spread_words
from shnor.loaders.month import marks
from shnor.loaders.records.above import settle_above
from shnor.loaders.records.dashes import ask_of_dashes, is_dash
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import is_odd
from shnor.loaders.records.year_of_month import settle_years
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import plain

SAID = ("status", "done_date", "done_value", "document", "note")


def finish(draft: Draft) -> None:
    """Rows become records with their whole key."""
    if draft.body.match.layout == "month":
        marks.finish(draft)
    else:
        _without_empty(draft)
        settle_above(draft)
    settle_years(draft)
    spread_words(draft)
    draft.columns["reported_by"] = [value or "school" for value in draft.column("reported_by")]
    settle_plans(draft)
    settle_milestones(draft)
    _future(draft)
    _speaks_of(draft)


def _without_empty(draft: Draft) -> None:
    """A row of the roadmap listed with nothing said of it is no mark: «нет сведений». What a dash is for is asked."""
    written = [draft.body.values(name) for name in SAID]
    nothing = {value for values in written for value in set(values) if not plain(value) or is_dash(value)}
    silent = [all(said) for said in zip(*(map(nothing.__contains__, values) for values in written), strict=True)]
    if any(silent[row] for row in draft.origin):
        ask_of_dashes(draft, "status", [record for record, row in enumerate(draft.origin) if silent[row]],
                      "status-dash")
        draft.take([record for record, row in enumerate(draft.origin) if not silent[row]])


def _future(draft: Draft) -> None:
    """Done on a day that has not come; what was moved may stand in the future."""
    today, dates = draft.known.today, draft.column("done_date")
    for record, (value, status) in enumerate(zip(dates, draft.column("status"), strict=True)):
        if value is not None and value > today and status != "moved" and not is_odd(value, today):
            choices = (Choice(f"Да, {value:%d.%m.%Y}", KEEP),)
            draft.add("future-date", record, "done_date", f"{value:%d.%m.%Y}", choices=choices,
                      today=f"{today:%d.%m.%Y}")


def _speaks_of(draft: Draft) -> None:
    """The month of the whole file, if it is one."""
    months = set(draft.column("month"))
    if len(months) == 1 and not draft.period and (month := months.pop()):
        draft.period = f"{month:%Y-%m}"
