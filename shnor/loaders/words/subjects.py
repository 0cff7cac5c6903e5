"""Names of subjects and posts brought to one form, so that lists of different files meet."""

from shnor.loaders.words.headers import normalise

WHOLE = "Все педагоги"
"""A row of the whole school in a list by subject."""
_WHOLE = ("все педагоги", "педагогов всего", "всего педагогов", "вся школа", "педагогический коллектив", "по школе")


def one_form(text: str | None) -> str | None:
    """«Математика» → «математика»; «ОБЖ» stays; «Педагогов всего» → «Все педагоги». Nothing is guessed beyond that."""
    if not text:
        return text
    if normalise(text) in _WHOLE:
        return WHOLE
    return text[0].lower() + text[1:] if text[1:2].islower() else text
