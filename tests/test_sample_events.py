"""The district's help, counted by hand when it was made up."""

from collections import Counter

from sample_data import events
from sample_data.district import BY_NUMBER


def held(year):
    return [row for row in events.log(year) if "state" not in row]


def test_what_was_held_in_2026():
    assert Counter(row["event_kind"] for row in held(2026)) == {
        "практико-ориентированный семинар": 7, "методическая сессия": 2, "видеоконференция": 1, "вебинар": 4,
        "консультация": 46, "мастер-класс": 12, "выезд": 14, "интенсив": 2}


def test_consultations_are_most_often_of_russian():
    topics = [row["topic"].partition(":")[0] for row in held(2026) if row["event_kind"] == "консультация"]
    assert Counter(topics).most_common(1) == [("Русский язык", 18)]


def test_how_school_5_is_helped():
    own = Counter(row["event_kind"] for row in held(2026) if BY_NUMBER[5].name in row["schools"].split(", "))
    assert {kind: own[kind] for kind in ("выезд", "консультация", "мастер-класс")} == {
        "выезд": 4, "консультация": 9, "мастер-класс": 3}
