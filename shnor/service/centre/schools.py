"""Schools with their statuses on a day, and which of them have become parts of others."""

from dataclasses import dataclass, replace
from datetime import date

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.figures.parts import Part, joined_of, parts_of
from shnor.service.figures.rows import current
from shnor.store import View


@dataclass(frozen=True)
class Status:
    """One entry of a list that is in force on the day; title as people say it («ШНОР»)."""

    id: str
    title: str
    since: date
    until: date | None
    document: str
    src: int

    @property
    def days(self) -> str:
        """«с 01.01.2026 по 31.12.2026», without an end «с 01.01.2026»."""
        return f"с {wording.day(self.since)}" + (f" по {wording.day(self.until)}" if self.until else "")

    def years(self, day: date) -> range:
        """Calendar years it touches; without an end up to the day, or to its own beginning if that is later."""
        return range(self.since.year, (self.until or max(self.since, day)).year + 1)


@dataclass(frozen=True)
class SchoolCard:
    """A school of the register. years: calendar years in which it is, was or will be on the list of ШНОР. coming: the
    next entry of each list it is not on. entries: all entries of the list of ШНОР, the earliest first. parts: schools
    that joined it; joined: the one it is a part of itself. forms: its name in the genitive, dative and instrumental as
    the register has it, "" where it has none."""

    school_id: str
    name: str
    number: int | None
    full_name: str
    pupils: int | None
    staff: int | None
    statuses: tuple[Status, ...]
    years: tuple[int, ...]
    coming: tuple[Status, ...] = ()
    entries: tuple[Status, ...] = ()
    parts: tuple[Part, ...] = ()
    joined: Part | None = None
    forms: tuple[str, str, str] = ("", "", "")

    @property
    def on_list(self) -> bool:
        return any(status.id == "shnor" for status in self.statuses)


def cards(view: View, day: date) -> list[SchoolCard]:
    """All schools the scope may see, by number. Statuses: those in force on the day."""
    entries: dict[str, list[dict]] = {}
    for row in current(view, "statuses").to_pylist():
        entries.setdefault(row["school_id"], []).append(row)
    rows = current(view, "schools").to_pylist()
    joined = joined_of(rows)
    listed = [replace(_card(row, entries.get(row["school_id"], []), day), parts=parts_of(row, rows),
                      joined=joined.get(row["school_id"])) for row in rows]
    return sorted(listed, key=lambda card: wording.by_number(card.name))


def _card(row: dict, entries: list[dict], day: date) -> SchoolCard:
    titles = KINDS["statuses"]["status"].choices
    told = [Status(e["status"], titles[e["status"]], e["valid_from"], e["valid_to"], e["document"] or "", e["src"])
            for e in entries]
    now = tuple(one for one in told if one.since <= day and (one.until is None or day <= one.until))
    coming = {one.id: one for one in sorted(told, key=lambda one: one.since, reverse=True)
              if one.since > day and one.id not in {status.id for status in now}}
    listed = sorted((one for one in told if one.id == "shnor"), key=lambda one: one.since)
    years = sorted({year for one in listed for year in one.years(day)})
    return SchoolCard(row["school_id"], row["name"], row["number"], row["full_name"] or "", row["pupils"], row["staff"],
                      now, tuple(years), tuple(coming.values()), tuple(listed),
                      forms=(row["name_gen"] or "", row["name_dat"] or "", row["name_ins"] or ""))
