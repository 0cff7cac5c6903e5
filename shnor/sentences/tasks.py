"""The pattern of a task: to whom, what, until when, on which ground."""

from datetime import date

from shnor.sentences.agreement import DASH
from shnor.sentences.pieces import Number, Pieces, Sentences, said
from shnor.wording import NBSP, capital, day_in_words, small, typeset


def ordered(text: str, due: date | None) -> str:
    """«в срок до 20 декабря 2026 года назначить тьютора по физике»: as an order says it."""
    what = typeset(text.strip().rstrip(".;"))
    return f"{f'в срок до{NBSP}{day_in_words(due)} ' if due else ''}{what if what[:2].isupper() else small(what)}"


def task(addressee: str, text: str, due: date | None, ground: Pieces = (), carried: int = 0) -> Sentences:
    """Директору МБОУ ООШ № 5: организовать повторную диагностику. Срок — 20 января 2027 года. Основание: не выполнено
    2 мероприятия. Перенесено из 2025 года. addressee: in the dative, "" where it stands above. text: begins with an
    infinitive. due None: nothing is said of a day. carried: year it was first given, 0 = this year. ground: figure it
    follows from, () = none."""
    what, whom = typeset(text.strip().rstrip(".;")), capital(typeset(addressee.strip()))
    first = said("task", f"{whom}: {what if what[:2].isupper() else small(what)}" if whom else capital(what))
    until = said("task", f"Срок{DASH}", Number(day_in_words(due))) if due else ()
    why = said("task", "Основание: ", ground) if ground else ()
    moved = said("task", "Перенесено из ", Number(f"{carried}"), " года") if carried else ()
    return first + until + why + moved
