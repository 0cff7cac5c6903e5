"""A form downloaded again: the answers of the accepted wave stand in the new export too, known by their times. Of
respondents nothing is kept, so the proof is that as many of them had answered each question by the last day of then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shnor.loaders.answers.export import Export
from shnor.loaders.types import KEEP, Wave
from shnor.loaders.words.values import period


def continued(export: Export, waves: Sequence[Wave], title: str, wave: str) -> Wave | None:
    """The accepted wave whose answers the export contains. title, wave: what the person has answered; another name or
    another time is the word of the person."""
    if wave not in ("", KEEP) or any(day is None for day in export.days):
        return None
    days = [day for day in export.days if day is not None]
    answers = {question.text: [bool(chosen) for chosen in export.answers(question)] for question in export.questions}
    return next((one for one in waves if title in ("", KEEP, one.survey) and _contains(days, answers, one)), None)


def apart(export: Export, waves: Sequence[Wave], title: str, wave: str) -> Export:
    """Where the person has said that the export is a wave of its own: without the answers that stand in the accepted
    one."""
    before = continued(export, waves, title, "") if wave not in ("", KEEP) else None
    if before is None or period(wave).value == before.code:
        return export
    early = [place for place, day in enumerate(export.days) if day and day <= before.last]
    left = set(early[:max(before.answered.values())])
    kept = [place for place in range(len(export.rows)) if place not in left]
    return replace(export, rows=tuple(export.rows[place] for place in kept),
                   days=tuple(export.days[place] for place in kept))


def _contains(days: Sequence[date], answers: dict[str, list[bool]], wave: Wave) -> bool:
    """The last day of the wave need not have been over when the form was downloaded first."""
    if not wave.answered.keys() <= answers.keys():
        return False
    for question, people in wave.answered.items():
        before, then = ((sum(told for day, told in zip(days, answers[question], strict=True) if fits(day)))
                        for fits in (lambda day: day < wave.last, lambda day: day <= wave.last))
        if not before <= people <= then:
            return False
    return bool(wave.answered)
