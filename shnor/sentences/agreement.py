"""The one place where words of the sentences agree with numbers and names, and where their figures are written."""

from shnor import nouns, wording
from shnor.nouns import Case
from shnor.sentences.names import Gender
from shnor.sentences.pieces import Amount, Number, Pieces, Share
from shnor.wording import LONG_DASH, NBSP, agreed
from shnor.wording_change import OTHERS, SHOWN_FROM

DASH = f"{NBSP}{LONG_DASH} "
"""Between a subject and its figure: it never begins a line."""
PAST: dict[str, tuple[str, str, str, str]] = {
    "включён": ("включён", "включена", "включено", "включены"),
    "проведён": ("проведён", "проведена", "проведено", "проведены"),
    "выявлен": ("выявлен", "выявлена", "выявлено", "выявлены"),
    "выполнен": ("выполнен", "выполнена", "выполнено", "выполнены"),
    "снят": ("снят", "снята", "снято", "сняты"),
    "состоялся": ("состоялся", "состоялась", "состоялось", "состоялись"),
    "наступил": ("наступил", "наступила", "наступило", "наступили"),
    "вошёл": ("вошёл", "вошла", "вошло", "вошли"),
    "вышел": ("вышел", "вышла", "вышло", "вышли"),
    "сообщил": ("сообщил", "сообщила", "сообщило", "сообщили"),
    "он": ("он", "она", "оно", "они"),
}
"""Masculine, feminine, neuter, plural."""
_GENDERS: tuple[Gender, ...] = ("m", "f", "n")


def past(n: int | float, word: str, noun: str) -> str:
    """A verb before a counted noun: включена 1 (21) школа, включены 2 школы, включено 5 школ. word: of PAST."""
    forms = PAST[word]
    return agreed(n, forms[_GENDERS.index(nouns.gender(noun))], forms[3], forms[2], forms[2])


def of_names(size: int, word: str, gender: Gender) -> str:
    """A verb before names: вошла СОШ № 8, вышел лицей № 3, вошли СОШ № 3, 8. gender: of the one name."""
    return PAST[word][_GENDERS.index(gender) if size == 1 else 3]


def present(n: int | float, one: str, several: str) -> str:
    """предстоит 1 (5, 21), предстоят 2."""
    return agreed(n, one, several, one, one)


def figure(amount: Amount, digits: int | None = None) -> Number:
    """The number alone; of what has no data «нет данных»."""
    return Number(wording.NO_DATA if amount.value is None else wording.number(amount.value, digits), amount.source)


def counted(amount: Amount, word: str, case: Case = "nom") -> Pieces:
    """«42 мероприятия», «(по) 21 мероприятию»; the space between does not break."""
    return figure(amount), f"{NBSP}{wording.noun(amount.value or 0, word, case)}"


def listed(parts: list[Pieces]) -> Pieces:
    """«7 семинаров, 2 методические сессии»."""
    return tuple(piece for place, part in enumerate(parts) for piece in ((", ", *part) if place else part))


def joined(parts: list[Pieces]) -> Pieces:
    """«29 в срок и 4 с опозданием»: two at most."""
    return (*parts[0], *((" и ", *parts[1]) if len(parts) > 1 else ())) if parts else ()


def dative(n: int, source: Amount | Share) -> Number:
    """«(по) двум», from eleven on in digits."""
    words = ("", "одному", *OTHERS[2:])
    return Number(words[n] if 0 < n < len(words) else wording.number(n), source.source)


def part(share: Share) -> Number:
    return Number(wording.number(share.part or 0), share.source)


def whole(share: Share) -> Number:
    return Number(wording.number(share.whole or 0), share.source)


def part_of(share: Share, word: str = "") -> Pieces:
    """«96 из 421», «31 из 33 выполненных мероприятий», «1 из 21 школы»; a part that passes its whole is said so."""
    if word and (share.part or 0) <= (share.whole or 0):
        return part(share), " из ", *counted(Amount(share.whole, share.source), word, "gen")
    return (Number(wording.k_of_n(share.part or 0, share.whole or 0), share.source),)


def nobody(share: Share, word: str, none_of: str, none: str) -> Pieces:
    """none_of and «21 педагога»: «не проходил ни один из 21 педагога»; of one alone none, without a number."""
    if share.whole == 1:
        return (none,)
    return none_of, *counted(Amount(share.whole, share.source), word, "gen")


def percent(share: Share) -> Number | None:
    """«93,9 %», of all «100 %»; nothing of fewer than ten, or where the part passes its whole."""
    k, n = share.part or 0, share.whole or 0
    if n < SHOWN_FROM or k > n:
        return None
    return Number(wording.percent(k, n, 0 if k in (0, n) else 1), share.source)


def in_brackets(share: Share, *after: str | Number) -> Pieces:
    """« (93,9 %)», « (39,8 % от …)»; nothing where no percentage may be said."""
    shown = percent(share)
    return (" (", shown, *after, ")") if shown else ()


def unknown(*figures: Amount | Share) -> bool:
    """Whether one of them has no data."""
    return any((one.value if isinstance(one, Amount) else None if one.part is None else one.whole) is None
               for one in figures)


def adds_up(total: Amount | Share, *parts: Amount) -> None:
    """Raises ValueError where parts do not make their whole: a sentence of them would be untrue."""
    size = total.value if isinstance(total, Amount) else total.whole
    if size is not None and not unknown(*parts) and sum(one.value or 0 for one in parts) != size:
        raise ValueError(f"{[one.value for one in parts]} do not make {size}")
