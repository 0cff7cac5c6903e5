"""Answers of a form that look like people: so many that it must be asked before they are kept."""

import re
from collections.abc import Iterable

from shnor.datasets.personal import OF_ANY_QUESTION, OF_QUESTION_OF_PEOPLE, PEOPLE
from shnor.loaders.words.headers import normalise
from shnor.personal.person_names import are_people

_PEOPLE = re.compile(PEOPLE)


def are_names(question: str, answers: Iterable[str]) -> bool:
    """Whether so many of the different answers look like names that it must be asked before they are kept."""
    different = {normalise(text): text for text in answers if normalise(text)}
    alike = sum(map(are_people, different.values()))
    share = OF_QUESTION_OF_PEOPLE if _PEOPLE.fullmatch(normalise(question)) else OF_ANY_QUESTION
    return bool(alike) and alike >= share * len(different)
