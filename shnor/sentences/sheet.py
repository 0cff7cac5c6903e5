"""Patterns of «листок к совещанию»: what a справка tells at length, in half a line."""

from collections.abc import Sequence

from shnor.sentences.agreement import counted, figure, in_brackets, part_of
from shnor.sentences.pieces import Amount, Number, Pieces, Sentence, Sentences, Share, said
from shnor.sentences.subjects import nominative
from shnor.wording import NBSP, small, verb

CUT = ("; ", ", вывод")
"""Where what a sentence says ends and its explanation begins."""
LETTERS = "абвгдежзик"


def on_list(year: int, listed: Amount, known: int, numbers: Sequence[int] = ()) -> Sentences:
    """В перечне на 2026 год 6 школ из 12 (№ 3, 5, 7, 9, 11, 12). known: schools of the register. numbers: of those on
    the list, where each has one of its own."""
    start = ("В перечне на ", Number(f"{year}"), " год ")
    if listed.value is None:
        return said("on_list", "Сведений о перечне на ", Number(f"{year}"), " год нет")
    if not listed.value:
        return said("on_list", start, "школ нет")
    named = f" (№{NBSP}{', '.join(map(str, numbers))})" if numbers else ""
    return said("on_list", start, counted(listed, "школа"), f" из{NBSP}{known}{named}")


def carried_out(come: Amount, done: Amount) -> Sentences:
    """Дорожная карта: из 37 мероприятий с наступившим сроком выполнено 33. None due: nothing."""
    if not come.value or done.value is None:
        return ()
    return said("carried_out", "Дорожная карта: из ", counted(come, "мероприятие", "gen"), " с наступившим сроком ",
                (f"выполнено{NBSP}", figure(done)) if done.value else "не выполнено ни одного")


def courses_done(people: Share) -> Sentences:
    """Курсы прошли 47 из 118 педагогов (39,8 %)."""
    if not people.part or not people.whole:
        return ()
    return said("courses_done", f"Курсы {verb(people.part, 'прошли')} ", part_of(people, "педагог"),
                in_brackets(people))


def vacancies(posts: Amount, subjects: Sequence[tuple[str, Amount]]) -> Sentences:
    """Вакансии: 7 (математика 3, русский язык 2, физика 2). subjects: the ones with most posts; no vacancy: nothing."""
    if not posts.value:
        return ()
    told: list[Pieces] = [(f"{nominative(name)}{NBSP}", figure(n)) for name, n in subjects]
    return said("vacancies", "Вакансии: ", figure(posts), " (", *(
        piece for place, one in enumerate(told) for piece in ((", ", *one) if place else one)), ")")


def short(sentence: Sentence) -> Sentence:
    """Its first clause."""
    pieces: list[str | Number] = []
    for piece in sentence.pieces:
        ends = [piece.index(mark) for mark in CUT if isinstance(piece, str) and mark in piece]
        if ends and isinstance(piece, str):
            return Sentence(sentence.pattern, (*pieces, f"{piece[:min(ends)]}."))
        pieces.append(piece)
    return sentence


def begun(sentence: Sentence, word: str) -> Sentence:
    """From the word on; without it the whole."""
    for place, piece in enumerate(sentence.pieces):
        if isinstance(piece, str) and word in piece:
            return Sentence(sentence.pattern, (piece[piece.index(word):], *sentence.pieces[place + 1:]))
    return sentence


def lettered(sentences: Sequence[Sentence]) -> Sentences:
    """«а) вакансии: 7 (…);» and so on, the last one with a full stop."""
    return tuple(_item(letter, one, "." if one is sentences[-1] else ";")
                 for letter, one in zip(LETTERS, sentences, strict=False))


def _item(letter: str, sentence: Sentence, end: str) -> Sentence:
    first, *rest = sentence.pieces
    if isinstance(first, str) and not first[:2].isupper():
        first = small(first)
    pieces = [f"{letter}){NBSP}", first, *rest]
    last = pieces[-1]
    if isinstance(last, str):
        pieces[-1] = f"{last.removesuffix('.')}{end}"
    return Sentence(sentence.pattern, tuple(pieces))
