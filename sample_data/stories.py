"""What the demo shows on its day, counted by hand when it was made up: tests and pages must find the same."""

from dataclasses import dataclass

from sample_data.district import BY_NUMBER


@dataclass(frozen=True)
class Story:
    """A roadmap on the demo's day. due = confirmed + awaited + not_done + no_report; activities = due + dropped +
    ahead. awaited, not_done, no_report, dropped, late: numbers of activities."""

    plan: str
    school_id: str
    activities: int
    due: int
    confirmed: int
    awaited: tuple[str, ...]
    not_done: tuple[str, ...]
    no_report: tuple[str, ...]
    dropped: tuple[str, ...]
    late: tuple[str, ...]
    ahead: int
    on_time: int

    @property
    def done(self) -> int:
        """Of what was due, with a document or without."""
        return self.confirmed + len(self.awaited)


DISTRICT = Story(
    plan="Дорожная карта Приозёрного муниципального округа на 2026 год", school_id="",
    activities=42, due=36, confirmed=31, awaited=("2.10", "4.9"), not_done=("2.3", "3.1"), no_report=("4.8",),
    dropped=("2.6",), late=("1.6", "2.8", "3.4", "4.5"), ahead=5, on_time=29)
SMALL = Story(
    plan=f"Дорожная карта {BY_NUMBER[5].name} на 2026 год", school_id="Ш05",
    activities=24, due=19, confirmed=15, awaited=("1.4", "2.1"), not_done=("3.1",), no_report=("4.4",),
    dropped=(), late=("3.5",), ahead=5, on_time=16)
SILENT = Story(
    plan=f"Дорожная карта {BY_NUMBER[9].name} на 2026 год", school_id="Ш09",
    activities=24, due=19, confirmed=14, awaited=(), not_done=(), no_report=("1.5", "2.4", "2.5", "3.3", "3.5"),
    dropped=(), late=("2.3",), ahead=5, on_time=13)
SILENT_AFTERWARDS = Story(
    plan=SILENT.plan, school_id="Ш09",
    activities=24, due=19, confirmed=19, awaited=(), not_done=(), no_report=(),
    dropped=(), late=("2.3",), ahead=5, on_time=18)
"""The same day once its late report is accepted: the work had been done in time."""

STORIES = (DISTRICT, SMALL, SILENT)
DIRECTIONS = 4
MONTHS_OF_REPORTS = 24
AMENDED = {"3.7": ("октябр", "20.12.2026")}
"""Number → part of the deadline before and after the order of 28.08.2026."""
