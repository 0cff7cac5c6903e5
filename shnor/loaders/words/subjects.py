"""Names of subjects and posts brought to one form, so that lists of different files meet."""

from shnor.datasets.works import WHOLE_STAFF, WHOLE_WORDS
from shnor.loaders.words.headers import normalise


def one_form(text: str | None) -> str | None:
    """«Математика» → «математика»; «ОБЖ» stays; «Педагогов всего» → «Все педагоги». Nothing is guessed beyond that."""
    if not text:
        return text
    if normalise(text) in WHOLE_WORDS:
        return WHOLE_STAFF
    return text[0].lower() + text[1:] if text[1:2].islower() else text
