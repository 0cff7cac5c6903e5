"""The moment tests live at: none reads the real clock, so none fails on another day."""

from datetime import UTC, date, datetime

DAY = date(2026, 11, 27)


def noon() -> datetime:
    """In Moscow: the clock of a base that a test opens."""
    return datetime(2026, 11, 27, 9, tzinfo=UTC)
