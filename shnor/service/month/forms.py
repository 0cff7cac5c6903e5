"""Which forms are collected, in which months and by which day. Rules are dated: a new one holds from a month on."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from shnor import periods, wording, workdays
from shnor.errors import ShnorError
from shnor.workbooks.month import SHEET
from shnor.workbooks.month_sheets import MARKS, TEACHERS

DueKind = Literal["day", "workday", "before_end"]
KEY = "forms"
"""Where the municipality's own rules stand in what the base says about itself."""
BEGINNING = date(2000, 1, 1)
SUMMER = (6, 7, 8)
NOT_COLLECTED = "в этом месяце форму не собираем"
# The school quarter a month's «Итоги» are about; schools with terms of three months send theirs in the nearest of them.
TERMS: Mapping[int, tuple[str, ...]] = {11: ("I четверть", "I триместр"), 1: ("II четверть",),
                                        4: ("III четверть", "II триместр"), 6: ("IV четверть", "III триместр")}


@dataclass(frozen=True)
class Sheet:
    """A sheet of a form; id: the kind its rows are of."""

    id: str
    title: str


@dataclass(frozen=True)
class Form:
    """What a school sends. sheets: those it can be asked for, the main one first."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]


MONTH = Form("month", "Отчёт за месяц", (Sheet("progress", SHEET), Sheet("staff", TEACHERS)))
QUARTER = Form("quarter", "Итоги четверти", (Sheet("results", MARKS),))
FORMS: Mapping[str, Form] = {form.id: form for form in (MONTH, QUARTER)}


@dataclass(frozen=True)
class Rule:
    """How a form is collected from the month `since` on.

    due, n: the n-th day, the n-th working day of the following month, or n days before the end of the month.
    following: «до 5-го» of the month after. back: a due day that is off moves to the working day before it.
    months: in which the form is asked for, as numbers; none = not collected. sheets: which must be there.
    """

    form: str
    since: date = BEGINNING
    due: DueKind = "day"
    n: int = 25
    following: bool = False
    back: bool = False
    months: tuple[int, ...] = tuple(month for month in range(1, 13) if month not in SUMMER)
    sheets: tuple[str, ...] = ("progress", "staff")

    def day(self, month: date) -> date:
        """The last day a form of the month is in time."""
        this = periods.containing("month", month)
        if self.due == "workday":
            return workdays.nth(this.next().start, self.n)
        asked = this.next() if self.following else this
        end = asked.end
        day = end - timedelta(days=self.n) if self.due == "before_end" else asked.start.replace(
            day=min(self.n, end.day))
        return workdays.moved(day, back=self.back)


SHIPPED = (Rule("month"), Rule("quarter", n=12, months=tuple(sorted(TERMS)), sheets=("results",)))
"""Until the municipality says otherwise."""


@dataclass(frozen=True)
class Forms:
    """The rules of a municipality, and whose days the moments of acceptance are read in."""

    rules: tuple[Rule, ...] = SHIPPED
    timezone: str = "Europe/Moscow"

    def rule(self, form: str, month: date) -> Rule:
        """The newest that holds in the month; before the first one, that one."""
        known = sorted((rule for rule in self.rules if rule.form == form), key=lambda rule: rule.since)
        return ([rule for rule in known if rule.since <= month] or known[:1])[-1]

    def due(self, form: str, month: date) -> date:
        return self.rule(form, month).day(month)

    def asked(self, form: str, month: date) -> bool:
        return month.month in self.rule(form, month).months

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def local(self, moment: datetime) -> date:
        """The day of a moment as people here lived it."""
        return moment.astimezone(self.zone).date()

    def awaited_month(self, day: date) -> date:
        """The month whose report is collected on the day: last month's where it is due in the following one."""
        this = periods.containing("month", day)
        before = this.previous().start
        rule = self.rule(MONTH.id, before)
        still = rule.following or rule.due == "workday" or rule.day(before) >= day
        return before if still and self.asked(MONTH.id, before) else this.start


def coming(forms: Forms, form: str, day: date, count: int) -> list[tuple[date, date]]:
    """(month, due day) of the next reports whose day has not passed, within a year."""
    months = [periods.containing("month", day).previous()]
    while len(months) < 14:
        months.append(months[-1].next())
    dated = [(month.start, forms.due(form, month.start)) for month in months if forms.asked(form, month.start)]
    return [(month, due) for month, due in dated if due >= day][:count]


def terms(month: date) -> tuple[tuple[str, str], ...]:
    """(school year, part of it) whose marks are collected in the month."""
    year = periods.containing("school_year", month).code
    return tuple((year, term) for term in TERMS.get(month.month, ()))


def forms_of(kinds: Collection[str]) -> list[str]:
    """Of a file with rows of these kinds: «Итоги» may come in the same workbook as the report or alone."""
    quarter = [QUARTER.id] if "results" in kinds else []
    return quarter if {*kinds} == {"results"} else [MONTH.id, *quarter]


def title(form: str, month: date, day: date | None = None) -> str:
    """«отчёт за ноябрь», «итоги I четверти»; day: on it a month of another year is named with its year."""
    if form == QUARTER.id:
        return f"итоги {TERMS.get(month.month, ('четверть',))[0].replace('четверть', 'четверти')}"
    year = f" {month.year} года" if day and month.year != day.year else ""
    return f"отчёт за {periods.MONTHS[month.month - 1]}{year}"


def of(about: Mapping[str, str], timezone: str = "Europe/Moscow") -> Forms:
    """The municipality's own rules beside the shipped ones. Raises ShnorError when they cannot be read."""
    try:
        own = tuple(_rule(plain) for plain in json.loads(about.get(KEY) or "[]"))
    except (ValueError, TypeError, KeyError) as error:
        raise ShnorError("Сроки форм в базе прочитать нельзя: база изменена другой программой. Восстановите копию "
                         "базы.") from error
    return Forms((*SHIPPED, *(rule for rule in own if rule.form in FORMS)), timezone)


def _rule(plain: Mapping) -> Rule:
    rule = Rule(**{**plain, "since": date.fromisoformat(plain["since"]), "months": tuple(plain["months"]),
                   "sheets": tuple(plain["sheets"])})
    check(rule)
    return rule


def as_text(forms: Forms) -> str:
    """The municipality's own rules, to be noted under KEY."""
    own = [rule for rule in forms.rules if rule not in SHIPPED]
    return json.dumps([{**asdict(rule), "since": rule.since.isoformat()} for rule in own], ensure_ascii=False)


def check(rule: Rule) -> None:
    """Raises ShnorError for a rule that cannot be kept."""
    highest = {"day": 31, "workday": 15, "before_end": 27}.get(rule.due, 0)
    lowest = 0 if rule.due == "before_end" else 1
    if not isinstance(rule.n, int) or not lowest <= rule.n <= highest:
        raise ShnorError(f"Срок формы — число от {lowest} до {highest}.")
    if not set(rule.months) <= set(range(1, 13)):
        raise ShnorError("Месяцы формы — числа от 1 до 12.")
    if rule.months and not rule.sheets:
        raise ShnorError("Отметьте хотя бы один лист формы.")


def own(forms: Forms, form: str) -> bool:
    """The municipality has said something of the form itself."""
    return any(rule.form == form and rule not in SHIPPED for rule in forms.rules)


def changed(forms: Forms, rule: Rule, approved: Collection[date], *, first: bool = False) -> Forms:
    """With the rule in force from its month on; what was said for later months gives way. first: earlier months are
    not collected here, the work begins with this one. Raises ShnorError for a month that is approved: its due days
    stay as they were."""
    rule = replace(rule, since=rule.since.replace(day=1))
    check(rule)
    if closed := [month for month in approved if month >= rule.since]:
        raise ShnorError(f"Месяц утверждён: {wording.month(max(closed))}. Новый срок может действовать только с более "
                         "позднего месяца.")
    kept = [old for old in forms.rules if old.form != rule.form or old.since < rule.since]
    before = [replace(rule, since=BEGINNING, months=())] if first and not approved else []
    return replace(forms, rules=(*kept, *before, rule))


def in_words(rule: Rule) -> str:
    """«до 25-го числа», «до 5-го рабочего дня следующего месяца», «за 3 дня до конца месяца»."""
    if not rule.months:
        return "не собираем"
    if rule.due == "workday":
        return f"до {rule.n}-го рабочего дня следующего месяца"
    which = "следующего месяца" if rule.following else ""
    if rule.due == "before_end" and not rule.n:
        return f"до последнего дня {which or 'месяца'}"
    if rule.due == "before_end":
        return f"за {wording.counted(rule.n, 'день')} до конца {which or 'месяца'}"
    return f"до {rule.n}-го числа {which}".strip()


__all__ = ["FORMS", "Form", "Forms", "Rule", "Sheet", "as_text", "changed", "forms_of", "in_words", "of", "own",
           "title"]
