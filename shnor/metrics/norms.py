"""Thresholds, scales and rules as dated rows, each with its document: those that are shipped, and which row is in force
on a day. A municipality writes its own rows beside them (kind `norms`); a row of its own goes before a
shipped one of the same name and detail. Figures get these rows handed in, as any other table.

Sources of the shipped rows are in the rows. What no official text was seen of says so in `confidence`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Confidence = Literal["official", "unofficial", "practice"]
"""official: the document was seen. unofficial: known by a retelling. practice: nobody has written it down."""


@dataclass(frozen=True)
class Norm:
    """One threshold, one step of a scale or one weight, from one day on. valid_to: the last day, None = in force. own:
    a row of the municipality. src: its row in the base, 0 = shipped."""

    norm: str
    detail: str
    value: float
    unit: str
    valid_from: date
    document: str
    valid_to: date | None = None
    confidence: Confidence = "official"
    own: bool = False
    src: int = 0

    @property
    def exact(self) -> Fraction:
        """The number as it is written: 33,3 is 333/10, not the nearest fraction of two."""
        return Fraction(str(self.value))

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


Norms = Sequence[Norm]


def in_force(rows: Norms, day: date, norm: str, detail: str = "") -> Norm | None:
    """The row of the day: one's own before a shipped one, of these the one that began last. None = there is none."""
    return of(rows, day, norm).get(detail)


def of(rows: Norms, day: date, norm: str) -> dict[str, Norm]:
    """Detail → the row in force on the day, of one norm."""
    there = [one for one in rows if one.norm == norm and one.holds_on(day)]
    return {one.detail: one for one in sorted(there, key=lambda one: (one.own, one.valid_from))}


SMALLEST, PERCENT_FROM, SPREAD = "Наименьшая группа", "процент показываем", "Возможный разброс"
SMALL = 10
RIGHT, RIGHT_YEARS = "Право на обучение педагога", 3
LEVEL = 0.95
RULE, ZONE = "Правило выявления ШНОР", "Зона риска"
SHARE, WORKS, REPEATED, TOGETHER, STAGE = (
    "доля участников", "процедур за год", "одна и та же процедура два года подряд", "условия выполняются вместе",
    "этап экзамена")
OF_PROCEDURE, OF_SUBJECT = "процедура: ", "предмет: "
"""Rows «процедура: ВПР», «предмет: математика» with 1: the rule looks at these alone; without them at every one."""
NEAR, NEAR_WORKS = "близко к порогу, доля", "близко к порогу, процедур"
ONE_WORK, AFTER = "на пороге, процедур", "после выхода из перечня"
MINIMUM_EGE, BANDS, TASKS = "Минимум ЕГЭ", "Полосы баллов ЕГЭ", "Выполнение задания"
MIDDLE, HIGH = "средняя", "высокая"
YES_NO = "1 — да, 0 — нет"
_FIOKO = "ФИОКО, рекомендации по проведению анализа результатов ВПР (2026)"
_RETOLD = "Методика ФИОКО выявления школ с низкими образовательными результатами 2020–2022 годов, в пересказе"
_ACT = ("правило 2025 года, по изложению в печати акта Минобразования Омской области (декабрь 2025 года, "
        "«omskinform.ru/news/215730»)")
_LOGIC = f"{_ACT}: «а также» можно понять и как «или», и как «и»"
_PRACTICE = "практика сопровождения, документа нет: впишите свой"
_BANDS = "статистико-аналитические отчёты о результатах ЕГЭ: группы 61–80 и 81–100 баллов"
_TABLE = "таблица минимальных баллов 2026 года, не официальный текст: сверьте с приказом Рособрнадзора"
_FIRST, _2022, _2025, _2026 = date(2020, 1, 1), date(2022, 12, 31), date(2025, 1, 1), date(2026, 1, 1)


def _rule(since: date, until: date | None, document: str, **values: float) -> Iterable[Norm]:
    """Of no rule an official text was seen."""
    units = {SHARE: "% участников, не менее", WORKS: "не менее", REPEATED: YES_NO, TOGETHER: YES_NO,
             STAGE: "0 — основной день, 1 — после резервных дней, 2 — после дополнительного периода"}
    named = {"share": SHARE, "works": WORKS, "repeated": REPEATED, "together": TOGETHER, "stage": STAGE}
    for name, value in values.items():
        yield Norm(RULE, named[name], value, units[named[name]], since,
                   _LOGIC if name == "together" and document == _ACT else document, until, "unofficial")


def _only(since: date, until: date | None, document: str, procedures: Iterable[str], subjects: Iterable[str] = ()
          ) -> Iterable[Norm]:
    for prefix, names in ((OF_PROCEDURE, procedures), (OF_SUBJECT, subjects)):
        yield from (Norm(RULE, prefix + name, 1, YES_NO, since, document, until, "unofficial") for name in names)


def _ege(**points: int) -> Iterable[Norm]:
    titles = {"rus": "русский язык", "math": "математика профильная", "basic": "математика базовая",
              "soc": "обществознание", "inf": "информатика", "phys": "физика", "chem": "химия", "bio": "биология",
              "hist": "история", "lit": "литература", "geo": "география", "lang": "иностранный язык"}
    for name, value in points.items():
        yield Norm(MINIMUM_EGE, titles[name], value, "отметка" if name == "basic" else "балл", _2026, _TABLE,
                   date(2026, 12, 31), "unofficial")


SHIPPED: tuple[Norm, ...] = (
    Norm(SMALLEST, PERCENT_FROM, SMALL, "участников, не менее", _2026, _FIOKO, confidence="unofficial"),
    Norm(SPREAD, "уровень", 100 * LEVEL, "%", date(1927, 1, 1), "Э. Уилсон, 1927: интервал доли"),
    Norm(RIGHT, "срок", RIGHT_YEARS, "года, не реже одного раза", date(2013, 9, 1), "273-ФЗ, ст. 47, ч. 5, п. 2"),
    *_rule(_FIRST, _2022, _RETOLD, share=30, works=2, repeated=0, together=0, stage=0),
    *_only(_FIRST, _2022, _RETOLD, ("ВПР", "ОГЭ", "ЕГЭ"), ("русский язык", "математика")),
    *_rule(_2025, None, _ACT, share=30, works=2, repeated=1, together=0, stage=0),
    *_only(_2025, None, _ACT, ("ВПР", "ОГЭ", "ЕГЭ", "ГВЭ")),
    Norm(ZONE, ONE_WORK, 1, "не менее", _FIRST, _PRACTICE, confidence="practice"),
    Norm(ZONE, NEAR, 20, "% участников, не менее", _FIRST, _PRACTICE, confidence="practice"),
    Norm(ZONE, NEAR_WORKS, 2, "не менее", _FIRST, _PRACTICE, confidence="practice"),
    Norm(ZONE, AFTER, 1, "год", _FIRST, _PRACTICE, confidence="practice"),
    *_ege(rus=24, math=27, basic=3, soc=42, inf=40, phys=36, chem=36, bio=36, hist=32, lit=32, geo=37, lang=22),
    Norm(BANDS, MIDDLE, 61, "балл, от", _FIRST, _BANDS), Norm(BANDS, HIGH, 81, "балл, от", _FIRST, _BANDS),
    *(Norm(TASKS, detail, value, "% выполнения", _2026, _FIOKO, confidence="unofficial") for detail, value in (
        ("базовый уровень, достаточный от", 60), ("базовый уровень, недостаточный ниже", 57),
        ("повышенный и высокий уровень, достаточный от", 30), ("повышенный и высокий уровень, недостаточный ниже",
                                                               28.5))),
)
