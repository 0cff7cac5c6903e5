"""The invented district: its schools and the lists they were on. No person is named anywhere."""

from dataclasses import dataclass
from datetime import date

MUNICIPALITY = "Приозёрный муниципальный округ"
DAY = date(2026, 11, 27)
"""The day the demo shows."""
MARK = "Пример, данные выдуманы"


@dataclass(frozen=True)
class DemoSchool:
    """A line of the register. staff, pupils: on 20 September 2026."""

    number: int
    form: str
    kind: str
    pupils: int
    staff: int
    honorific: str = ""
    logins: str = ""
    parts: str = ""

    @property
    def school_id(self) -> str:
        return f"Ш{self.number:02}"

    @property
    def name(self) -> str:
        return f"{self.form} {self.kind} № {self.number}" + (f" «{self.honorific}»" if self.honorific else "")

    @property
    def slug(self) -> str:
        """«ООШ-5», as it stands in file names."""
        return f"{self.kind}-{self.number}"


SCHOOLS = tuple(DemoSchool(*fields) for fields in (
    (1, "МАОУ", "гимназия", 812, 54),
    (2, "МБОУ", "СОШ", 436, 29),
    (3, "МБОУ", "СОШ", 412, 31),
    (4, "МБОУ", "СОШ", 390, 28, "Северная"),
    (5, "МБОУ", "ООШ", 86, 13),
    (6, "МБОУ", "СОШ", 324, 25),
    (7, "МБОУ", "СОШ", 204, 22),
    (8, "МБОУ", "СОШ", 233, 21, "", "edu990008; edu990014",
     "МБОУ ООШ № 14, филиал с 01.09.2026"),
    (9, "МБОУ", "ООШ", 64, 11),
    (10, "МБОУ", "СОШ", 351, 26),
    (11, "МАОУ", "СОШ", 268, 27),
    (12, "МБОУ", "ООШ", 97, 14),
))
BY_NUMBER = {school.number: school for school in SCHOOLS}
REPORTING = {2025: (2, 3, 7, 11, 12), 2026: (2, 3, 5, 7, 9, 11, 12)}
"""Schools with a roadmap of the year. № 2 left the list for 2026 and still reports."""

LISTS = {2023: (6, 10, 12), 2024: (2, 6, 7, 10, 12), 2025: (2, 3, 7, 11, 12), 2026: (3, 5, 7, 9, 11, 12),
         2027: (5, 7, 8, 9, 11, 12)}
ORDERS = {2023: "приказ министерства образования края от 22.11.2022 № 1170",
          2024: "приказ министерства образования края от 21.11.2023 № 1205",
          2025: "приказ министерства образования края от 20.11.2024 № 1163",
          2026: "приказ министерства образования края от 21.11.2025 № 1191",
          2027: "приказ министерства образования края от 20.11.2026 № 1184"}
RISK_ZONE = (2, date(2026, 1, 1), "приказ управления образования от 24.11.2025 № 212")

_FORMS = {"МБОУ": "муниципальное бюджетное", "МАОУ": "муниципальное автономное"}
_KINDS = {"СОШ": "средняя общеобразовательная школа", "ООШ": "основная общеобразовательная школа",
          "гимназия": "гимназия", "лицей": "лицей"}
_CASES = {"гимназия": ("гимназии", "гимназии", "гимназией"), "лицей": ("лицея", "лицею", "лицеем")}


def register_row(school: DemoSchool) -> dict[str, object]:
    """By column names of the kind `schools`."""
    honorific = f" «{school.honorific}»" if school.honorific else ""
    cases = dict(zip(("name_gen", "name_dat", "name_ins"), _CASES.get(school.kind, (school.kind,) * 3), strict=True))
    full_name = (f"{_FORMS[school.form]} общеобразовательное учреждение "
                 f"{_KINDS[school.kind]} № {school.number}{honorific}")
    return {
        "school_id": school.school_id, "number": school.number, "name": school.name,
        "full_name": full_name,
        "aliases": f"{school.kind} {school.number}" + (f"; школа {honorific.strip()}" if honorific else ""),
        "fis_oko": school.logins or f"edu9900{school.number:02}", "gia_code": f"99{school.number:02}",
        "pupils": school.pupils, "staff": school.staff, "parts": school.parts or None,
        **{case: school.name.replace(school.kind, word) for case, word in cases.items()},
    }


def status_rows(year: int) -> list[dict[str, object]]:
    """By column names of the kind `statuses`: the list of a year, and the risk zone from 2026 on."""
    rows: list[dict[str, object]] = [
        {"school_id": BY_NUMBER[number].name, "status": "ШНОР", "valid_from": date(year, 1, 1),
         "valid_to": date(year, 12, 31), "document": ORDERS[year]} for number in LISTS[year]]
    if year == RISK_ZONE[1].year:
        rows.append({"school_id": BY_NUMBER[RISK_ZONE[0]].name, "status": "зона риска", "valid_from": RISK_ZONE[1],
                     "valid_to": None, "document": RISK_ZONE[2]})
    return rows
