"""A careful coordinator at the tray: reads each question once, and answers from what the schools really did."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from shnor.loaders.types import Issue
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.questions import Answer, folded, shared
from shnor.service.intake.reading import Reader
from shnor.store import Store
from tests.box.town import DAY, SCHOOLS

WHOSE = ((r"СОШ.?1(?!\d)", "Ш01"), (r"ООШ.?4|^курсы\.csv|^итоги\.xlsx", "Ш04"), (r"СОШ.?6|^четверть\.csv", "Ш06"),
         ("лице", "Ш08"), (r"ООШ.?10|Письмо 16", "Ш10"), (r"СОШ.?15", "Ш15"),
         (r"льховск|^мероприятия|^кадры\.xls", "ОЛХ"))
"""Who sent a file, by its name: a person sees the letter it came in."""
OF_SCHOOLS = frozenset(("unknown-school", "school-unclear", "whose-report", "whose-courses", "whose-people",
                        "event-school", "form-school"))
POSITIVE = "да; скорее да"


def whose(file: str) -> str:
    return next(code for pattern, code in WHOSE if re.search(pattern, file, re.I))


def truth(issue: Issue, file: str) -> str | Callable[[str], bool]:
    """The text of the answer, or which of the choices it is, by its label. A question with no answer in the truth of
    the script is a KeyError: somebody has to think."""
    if issue.code in OF_SCHOOLS:
        return SCHOOLS[whose(file)]
    return {"report-month": "ноябрь 2026", "rows-alike": lambda label: label.startswith("Заменить"),
            "not-a-date": "29.10.2026",
            "form-audience": "родители" if "родител" in file else "педагоги",
            "form-positive": POSITIVE, "form-positive-all": POSITIVE}[issue.code]


def answerable(issue: Issue) -> bool:
    """As the page has it: a sentence about a picture has no place for an answer."""
    return issue.severity != "warning" and bool(issue.cell or issue.choices or issue.severity == "question")


@dataclass
class Desk:
    """questions: what was asked, in order, each once however many files it was about."""

    store: Store
    files: dict[str, Incoming]
    questions: list[str] = field(default_factory=list)
    reader: Reader = field(default_factory=Reader)

    def review(self) -> dict[str, Reviewed]:
        return dict(zip(self.files, drop.review(self.store, list(self.files.values()), DAY, self.reader), strict=True))

    def settle(self) -> dict[str, Reviewed]:
        """Answer until nothing is asked."""
        while answers := self._next(reviewed := self.review()):
            for key, sheet, place, text in answers:
                file = self.files[key]
                assert (sheet, place) not in file.answers, f"Asked twice: {file.name}, {place}"
                self.files[key] = replace(file, answers={**file.answers, (sheet, place): text})
        return reviewed

    def _next(self, reviewed: dict[str, Reviewed]) -> list[Answer]:
        """The answer of the first question on the page: common ones first, then file by file."""
        groups = [group for group in shared(reviewed) if answerable(group.issue)]
        for group in groups:
            return self._answered(group.places[0][0], group.issue, list(group.places), reviewed)
        for key, item in reviewed.items():
            for issue in folded(item.checked.issues)[0]:
                if answerable(issue):
                    return self._answered(key, issue, [(key, issue)], reviewed)
        return []

    def _answered(self, key: str, issue: Issue, places: list[tuple[str, Issue]],
                  reviewed: dict[str, Reviewed]) -> list[Answer]:
        file = reviewed[key].checked.file
        self.questions.append(f"{file}: {issue.code}: {issue.message}")
        answer = truth(issue, file)
        if isinstance(answer, str) and answer not in [choice.value for choice in issue.choices]:
            return [(at, *one.key, answer) for at, one in places]
        number = next(place for place, choice in enumerate(issue.choices)
                      if choice.value == answer or (callable(answer) and answer(choice.label)))
        return [(at, *one.key, one.choices[number].value) for at, one in places]
