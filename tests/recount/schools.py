"""Codes of schools by what files call them, and the lists in force."""

import re
from dataclasses import dataclass
from datetime import date

from tests.recount.raw import Files


@dataclass(frozen=True)
class Schools:
    """codes: by short name, with and without the form of the institution. terms: code, first and last day of each stay
    on the list."""

    codes: dict[str, str]
    terms: tuple[tuple[str, date, date], ...]

    def code(self, name: str) -> str:
        """Of a short name; behind it may stand a login in brackets."""
        return self.codes[re.sub(r"\(.*\)$", "", name).strip()]

    def named_in(self, text: str) -> str:
        """The code of the school a heading names, "" where it names none; «№ 12» is not «№ 1»."""
        return next((code for name, code in self.codes.items() if re.search(re.escape(name) + r"(?!\d)", text)), "")

    def listed(self, day: date) -> frozenset[str]:
        return frozenset(code for code, first, last in self.terms if first <= day <= last)


def schools(files: Files) -> Schools:
    rows = [row for sheet in files.named("Реестр школ") for row in sheet.rows("Код школы")]
    codes = {name: row["Код школы"] for row in rows
             for name in (row["Краткое название"], row["Краткое название"].split(maxsplit=1)[1])}
    terms = [(codes[row["Школа"]], row["С даты"].date(), row["По дату"].date())
             for sheet in files.named("Перечни школ", "Перечень школ") for row in sheet.rows("Школа")
             if row["Статус"] == "ШНОР"]
    return Schools(codes, tuple(terms))


def list_day(last: date, day: date) -> date:
    """The day whose list a period is counted over: its last one, of a running period the day itself."""
    return min(last, day)
