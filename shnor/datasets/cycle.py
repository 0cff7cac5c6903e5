"""The official cycle of managing quality: its steps, and by which words a paper is known to prove one.

Source: критерии и методические рекомендации к письму Рособрнадзора от 20.04.2021 № 08-70 («Управленческий цикл и его
компоненты»). The patterns are looked for in type, title and subject of a paper, in small letters.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class CycleStep:
    """papers: a pattern of papers that prove it; types: of the types of papers that do by themselves, "" = none."""

    id: str
    title: str
    papers: str
    types: str = ""


CYCLE = (
    CycleStep("goals", "Цели", r"\bцел[ьиея]|концепци|программ\w+ (?:развити|повышени|поддержк|антириск)|антирисков\w+ "
              r"программ|муниципальн\w+ программ|школьн\w+ программ|мппко|шппко", "программа|концепция"),
    CycleStep("indicators", "Показатели", r"показател|критери|целев\w+ значени|индикатор"),
    CycleStep("methods", "Методы сбора", r"методик|порядок (?:проведени|сбора)|инструментар|регламент|"
              r"положени\w+ о (?:мониторинг|мсоко|всоко)"),
    CycleStep("monitoring", "Мониторинг", r"мониторинг|диагностик|самодиагностик|самообследован|анкетировани"),
    CycleStep("analysis", "Анализ", r"анализ|аналитическ|итог", "справка|отчёт|отчет"),
    CycleStep("advice", "Адресные рекомендации", r"рекомендац"),
    CycleStep("measures", "Меры", r"дорожн\w+ карт|комплекс\w* мер|план\w* (?:мероприяти|мер|работы|всоко|вшк)|"
              r"адресн\w+ план|наставник|тьютор", "план"),
    CycleStep("decisions", "Управленческие решения", r"управленческ\w+ решени|совещани|совет", "приказ|распоряжение|"
              "протокол|постановление"),
    CycleStep("effect", "Анализ эффективности мер", r"эффективност|результативност|динамик"),
)
