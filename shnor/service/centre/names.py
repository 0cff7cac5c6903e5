"""What the centre calls the municipality, itself, authorities, posts and schools, in six cases and by days: a paper of
last year prints the name of last year."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shnor.errors import ShnorError
from shnor.sentences.names import Cases, Gender, SchoolName, gender
from shnor.service.centre.cases import TITLES, proposed
from shnor.wording import day as in_digits
from shnor.wording import quoted

TOPICS = {"municipality": "Муниципалитет", "center": "Центр", "authority": "Орган управления образованием",
          "head": "Должность руководителя", "coordinator": "Должность координатора"}
"""Whose names are kept; a school is `of_school`."""
_OTHERS = list(TITLES)[1:]


@dataclass(frozen=True)
class Named:
    """A name and the days it is in force, None = open. gender: verbs agree with it, "" = by the name itself."""

    cases: Cases
    since: date | None = None
    until: date | None = None
    gender: str = ""


def of_school(code: str) -> str:
    """What the name of a school is kept under."""
    return f"school {code}"


def history(about: Mapping[str, str], what: str) -> tuple[Named, ...]:
    """Every name there was, the present one last; nothing where none is kept."""
    if not about.get(what):
        return ()
    cases = Cases(about[what], *(about.get(f"{what}_{case}", "") for case in _OTHERS))
    present = Named(cases, _day(about.get(f"{what}_since")), gender=about.get(f"{what}_gender", ""))
    before = [Named(Cases(*kept["cases"]), _day(kept["since"]), _day(kept["until"]), kept["gender"])
              for kept in json.loads(about.get(f"{what}_before") or "[]")]
    return (*before, present)


def on(about: Mapping[str, str], what: str, day: date) -> Named | None:
    """The name in force on a day; of days before the first that is known, the first."""
    kept = history(about, what)
    return next((one for one in kept if one.until is None or day <= one.until), None)


def cases_on(about: Mapping[str, str], what: str, day: date, otherwise: str = "") -> Cases:
    """The name in force on a day in its cases, as the centre has set them or as they are proposed; "" where neither is
    known. otherwise: what is said where no name is kept, or none that can be put into cases."""
    kept = on(about, what, day)
    if kept and all(kept.cases):
        return kept.cases
    name = kept.cases.nom if kept else otherwise
    return proposed(name) or (otherwise and proposed(otherwise)) or unknown(name)


def unknown(name: str) -> Cases:
    """A name nobody has put into cases."""
    return Cases(name, *[""] * len(_OTHERS))


def school_on(about: Mapping[str, str], code: str, name: str, day: date,
              forms: tuple[str, str, str] = ("", "", "")) -> SchoolName:
    """A school as sentences name it on a day. name: of the register; forms: its genitive, dative and instrumental
    there, "" where it has none; they stand before what the program proposes. A name nobody has put into cases and the
    program is not sure of is «школы „…“»: right in every case."""
    kept = on(about, of_school(code), day)
    said = kept.cases if kept else unknown(name)
    if all(said):
        cases = said
    else:
        cases = proposed(said.nom) or Cases(said.nom, *(
            f"{word} {quoted(said.nom)}" for word in ("школы", "школе", "школу", "школой", "школе")))
        given = zip(("gen", "dat", "ins"), forms, strict=True) if said.nom == name else ()
        cases = cases._replace(**{case: form for case, form in given if form})
    chosen: Gender | None = next((one for one in ("m", "f", "n") if kept and kept.gender == one), None)
    return SchoolName(cases, chosen or gender(said.nom))


def changed(about: Mapping[str, str], what: str, cases: Cases, since: date | None, gender: str = "") -> dict[str, str]:
    """What is to be noted so that the name is in force from the day; without a day the present name is corrected.
    Raises ShnorError where the day is not after the one the present name began."""
    kept = history(about, what)
    found = {what: cases.nom, **{f"{what}_{case}": getattr(cases, case) for case in _OTHERS},
             f"{what}_gender": gender or about.get(f"{what}_gender", "")}
    if not kept or since is None or kept[-1].since == since:
        return found
    present = kept[-1]
    if present.cases.nom == cases.nom:  # the same name began earlier or later than was said
        return found | {f"{what}_since": since.isoformat()}
    if present.since and since < present.since:
        raise ShnorError(f"Нынешнее название действует с {in_digits(present.since)}: новое не может начаться раньше. "
                         "Проверьте день.")
    before = [*kept[:-1], replace(present, until=since - timedelta(days=1))]
    return found | {f"{what}_since": since.isoformat(), f"{what}_before": json.dumps([
        {"cases": list(one.cases), "since": _text(one.since), "until": _text(one.until), "gender": one.gender}
        for one in before], ensure_ascii=False)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
