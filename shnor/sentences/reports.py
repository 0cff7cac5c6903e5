"""Patterns of the reports of a month: whose came, whose are awaited."""

from shnor.sentences.agreement import DASH, counted, figure, part_of, unknown
from shnor.sentences.pieces import Amount, Pieces, Sentences, Share, said


def came(month: str, share: Share, late: Amount, partial: Amount, awaited: Amount) -> Sentences:
    """Отчёт за ноябрь 2026 года принят от 4 из 7 школ, из них позже срока — 1; сдан не весь — 1, ожидается — 2. month:
    as it stands behind «за». share: schools whose report is accepted whole, of those it is asked from. late: of those
    accepted; partial and awaited are the rest."""
    start = f"Отчёт за {month} "
    if unknown(share) or not share.whole:
        return said("came", start, "не собирался")
    every = counted(Amount(share.whole, share.source), "школа", "gen")
    if share.part == share.whole:
        taken: Pieces = ("принят",) if share.whole == 1 else ("принят от каждой из ", *every)
    elif share.part:
        taken = ("принят от ", *part_of(share, "школа"))
    else:
        taken = ("пока не принят",) if partial.value else ("пока не принят; его ждут от ", *every)
    after = (f", из них позже срока{DASH}", figure(late)) if share.part and late.value else ()
    rest = [(f"{word}{DASH}", figure(one)) for word, one in (("сдан не весь", partial), ("ожидается", awaited))
            if one.value and (share.part or partial.value)]
    joined = tuple(piece for place, one in enumerate(rest) for piece in (("; " if not place else ", "), *one))
    return said("came", start, taken, after, joined)
