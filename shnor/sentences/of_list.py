"""Patterns of the list of schools: who is on it, since when, who came and left, who is at risk."""

from collections.abc import Sequence
from datetime import date

from shnor.sentences import days
from shnor.sentences.agreement import counted, of_names, past, unknown
from shnor.sentences.names import SchoolName, by_type
from shnor.sentences.pieces import Amount, Number, Sentences, Source, said
from shnor.wording import typeset

AT_RISK = "В зоне риска, по оценке муниципалитета, "


def included(year: int, schools: Sequence[SchoolName] | None, source: Source | None = None) -> Sentences:
    """В перечень на 2026 год включено 6 школ: МБОУ СОШ № 3, 7; МБОУ ООШ № 5, 9, 12; МАОУ СОШ № 11. None: нет данных."""
    if schools is None:
        return said("included", "Сведений о перечне на ", Number(f"{year}"), " год нет")
    start = ("В перечень на ", Number(f"{year}"), " год ")
    if not schools:
        return said("included", start, "не включена ни одна школа")
    number = Amount(len(schools), source)
    return said("included", start, past(len(schools), "включён", "школа"), " ", counted(number, "школа"),
                f": {by_type(schools)}")


def published(year: int, n: Amount) -> Sentences:
    """В перечень на 2026 год включено 6 школ. Of one: «…; показатели единственной школы перечня не публикуются». What
    is said where no school is named."""
    start = ("В перечень на ", Number(f"{year}"), " год ")
    if unknown(n):
        return said("published", "Сведений о перечне на ", Number(f"{year}"), " год нет")
    if not n.value:
        return said("published", start, "не включена ни одна школа")
    alone = {1: "; показатели единственной школы перечня не публикуются",
             2: "; показатели двух школ не публикуются: по ним узнают каждую"}.get(int(n.value), "")
    return said("published", start, past(n.value, "включён", "школа"), " ", counted(n, "школа"), alone)


def since(school: SchoolName, month: date | None, years: Sequence[int]) -> Sentences:
    """МБОУ СОШ № 7 находится в перечне с ноября 2025 года (второй год подряд). month: of the first inclusion. years: of
    the lists it stood on, the present one last; None or empty: it is on none."""
    name = typeset(school.name.nom)
    if month is None or not years:
        return said("since", f"{name} в перечень не входит")
    return said("since", f"{name} находится в перечне ", Number(days.since(month)), " (", Number(_running(years)), ")")


def _running(years: Sequence[int]) -> str:
    """«первый год», «второй год подряд», «третий год, с перерывом»: lists are counted, not anniversaries."""
    so_many = f"{days.ordinal(len(set(years)))} год"
    if len(set(years)) == 1:
        return so_many
    whole = max(years) - min(years) + 1 == len(set(years))
    return f"{so_many} подряд" if whole else f"{so_many}, с перерывом"


def entered_and_left(year: int, entered: Sequence[SchoolName] | None, left: Sequence[SchoolName] | None) -> Sentences:
    """По сравнению с 2026 годом в перечень вошла МБОУ СОШ № 8, вышла МБОУ СОШ № 3. year: of the new list."""
    if entered is None or left is None:
        return said("entered_and_left", "Сравнить перечни ", Number(f"{year - 1}"), " и ", Number(f"{year}"),
                    " годов нельзя: сведений об одном из них нет")
    start = ("По сравнению с ", Number(f"{year - 1}"), " годом ")
    if not entered and not left:
        return said("entered_and_left", start, "состав перечня не изменился")
    came, gone = _moved("вошёл", entered), _moved("вышел", left)
    if not entered:
        return said("entered_and_left", start, f"из перечня {gone}")
    between = ", " if len(entered) == len(left) == 1 else "; "  # a list has commas of its own
    return said("entered_and_left", start, f"в перечень {between.join(filter(None, (came, gone)))}")


def _moved(word: str, schools: Sequence[SchoolName]) -> str:
    return f"{of_names(len(schools), word, schools[0].gender)} {by_type(schools)}" if schools else ""


def at_risk(schools: Sequence[SchoolName] | None, *, outside: bool = True) -> Sentences:
    """В зоне риска, по оценке муниципалитета, находится МБОУ СОШ № 2; в перечень она не входит. outside: none of them
    is on the list."""
    if schools is None:
        return said("at_risk", "Сведений о школах в зоне риска нет")
    if not schools:
        return said("at_risk", AT_RISK, "школ нет")
    stands, goes = ("находится", "входит") if len(schools) == 1 else ("находятся", "входят")
    rest = f"; в перечень {of_names(len(schools), 'он', schools[0].gender)} не {goes}" if outside else ""
    return said("at_risk", AT_RISK, f"{stands} {by_type(schools)}", rest)
