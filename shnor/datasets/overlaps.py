"""By what a row of one file is known again in another file, though its key is another one: data only."""

from shnor.datasets._base import Frozen


class Overlap(Frozen):
    """same: columns that must be equal as they are stored. words: equal when normalised. telling: the words that make
    a row recognisable in another time as well. when: its time. numbers: what is counted in it; total: the number that
    adds up over finer rows, of rows with the same `kindred` words. loose: columns of the key that may differ. titles:
    words of a whole group of rows: where they differ, or the time is only near, every row of the group must have the
    same numbers. named: words that may be quite other ones where all numbers are the same. renumbered: the key is a
    number by order, so that a row may come under the key of another one. once: states that are told anew each time, of
    which only the newest counts. grows: a running total is sent of it now and then. steady: told anew
    now and then, mostly with the same numbers, so that only near days look like one. counted: what would be counted
    twice, in words; harm: the sentence where something else would be wrong.
    """

    kind: str
    counted: str
    same: tuple[str, ...]
    words: tuple[str, ...]
    when: str
    telling: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    total: str = ""
    kindred: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    renumbered: bool = False
    once: tuple[str, ...] = ()
    grows: bool = False
    steady: bool = False
    harm: str = ""

    @property
    def wrong(self) -> str:
        """What comes of taking both rows."""
        return self.harm or f"Если считать и те, и эти, {self.counted} посчитаются дважды."


OVERLAPS: dict[str, Overlap] = {rule.kind: rule for rule in (
    Overlap(kind="courses", counted="люди", same=("school_id", "state", "person"),
            words=("subject", "programme"), when="period", telling=("programme",),
            numbers=("people", "certificates", "hours"), total="people", kindred=("subject",), once=("in_progress",),
            grows=True),
    Overlap(kind="events", counted="мероприятия", same=("school_id", "state"), words=("event_kind", "topic"),
            when="period", telling=("topic",), numbers=("participants", "number"), total="number",
            kindred=("event_kind",), loose=("school_codes",)),
    Overlap(kind="requests", counted="вопросы", same=("school_id",), words=("need",), when="month",
            telling=("need",), renumbered=True),
    Overlap(kind="staff", counted="педагоги", same=("school_id",), words=("subject",), when="on_date",
            telling=("subject",), numbers=("people", "vacancies"), steady=True,
            harm="В силе только список на более поздний день: чего в нём нет, то в числа не войдёт."),
    Overlap(kind="surveys", counted="ответы", same=("school_id",), words=("question", "option"), when="wave",
            telling=("question",), titles=("survey", "audience"), numbers=("answers", "base", "percent")),
    Overlap(kind="results", counted="ученики", same=("school_id", "level", "part", "school_year", "grade", "stage"),
            words=("subject", "procedure", "term", "class_label"), when="school_year",
            numbers=("participants", "n5", "n4", "n3", "n2"), named=("procedure",)),
)}

NEAR_DAYS = 7
"""Two days so near may be one day corrected, whatever the numbers."""
SAME_NUMBERS_DAYS = 31
"""With the same numbers: that near."""
FEW = 2
"""Rows that count fewer people look alike by chance."""
TYPO_LETTERS = 6
"""A word so long may differ by one letter and still be the same word."""
LEAST_NUMBERS, LEAST_WRITERS = 3, 5
"""So many numbers of so many people are not the same by chance."""
LEAST_ANSWERED = 3
"""Fewer answers are the same by chance."""
LEAST_GROWN = 2
"""So many rows of a file, and all of it, come again with numbers that have grown: a running total."""
SHARE_SENT_AGAIN = 0.5
"""A file that repeats this share of the rows of an earlier one is that file sent again."""
