"""The pattern of professional deficits: found, helped, and whether their removal was checked."""

from shnor.sentences.agreement import counted, figure, unknown
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, said
from shnor.wording import agreed

DEFICIT = "профессиональный дефицит"


def deficits(when: str, found: Amount, helped: Amount, removed: Amount) -> Sentences:
    """По итогам диагностики (октябрь 2026 года) выявлено 34 профессиональных дефицита; помощь организована по 29,
    повторная диагностика подтвердила устранение 17. removed None: «устранение не проверялось», which is not zero."""
    start = ("По итогам диагностики (", Number(when), ") ")
    if unknown(found):
        return said("deficits", "Сведений о диагностике профессиональных дефицитов нет")
    if not found.value:
        return said("deficits", start, "профессиональные дефициты не выявлены")
    return said("deficits", start, f"{agreed(found.value or 0, 'выявлен', 'выявлено', 'выявлено')} ",
                counted(found, DEFICIT), _helped(helped), _removed(removed))


def _helped(n: Amount) -> Pieces:
    if unknown(n):
        return ("; сведений о помощи нет",)
    return ("; помощь организована по ", figure(n)) if n.value else ("; помощь пока не организована",)


def _removed(n: Amount) -> Pieces:
    if unknown(n):
        return ("; устранение не проверялось",)
    if not n.value:
        return ("; повторная диагностика устранения пока не подтвердила",)
    return (", повторная диагностика подтвердила устранение ", figure(n))
