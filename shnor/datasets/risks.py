"""The risk profile of a school: factors with their level, chosen ones, measures."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest

FACTORS = {
    "low_equipment": "Низкий уровень оснащения школы",
    "staff_shortage": "Дефицит педагогических кадров",
    "low_teacher_competence": "Недостаточная предметная и методическая компетентность педагогических работников",
    "low_adaptivity": "Риски низкой адаптивности учебного процесса",
    "weak_inschool_pd": "Несформированность внутришкольной системы повышения квалификации",
    "learning_failure_risk": "Высокая доля обучающихся с рисками учебной неуспешности",
    "low_motivation": "Низкая учебная мотивация обучающихся",
    "low_wellbeing": "Пониженный уровень школьного благополучия",
    "low_discipline": "Низкий уровень дисциплины в классе",
    "high_sen_share": "Высокая доля обучающихся с ОВЗ",
    "language_barriers": "Низкое качество преодоления языковых и культурных барьеров",
    "low_parent_involvement": "Низкий уровень вовлечённости родителей",
}
"""Factors of the project 500+ (methodics of 2020–2022). A factor of another wording is kept in its own words."""
FACTOR_STEMS = {
    "low_equipment": r"оснащени", "staff_shortage": r"(?:дефицит|нехватк|недостат)\w* (?:педагогическ\w+ )?кадр",
    "low_teacher_competence": r"компетентност", "low_adaptivity": r"адаптивност",
    "weak_inschool_pd": r"внутришкольн\w+ систем\w+ повышени", "learning_failure_risk": r"неуспешност|базово неуспева",
    "low_motivation": r"мотиваци", "low_wellbeing": r"благополуч", "low_discipline": r"дисциплин",
    "high_sen_share": r"\bовз\b|ограниченн\w+ возможност", "language_barriers": r"языков|культурн\w+ барьер",
    "low_parent_involvement": r"родител",
}
LEVELS = {"high": "высокий", "middle": "средний", "low": "низкий"}

RISKS = Kind(
    id="risks",
    title="Рисковый профиль школы",
    sheet="Риски",
    row="одна строка — один фактор риска одной школы в одном году",
    key=("school_id", "year", "factor"),
    slice=("school_id", "year"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "образовательная организация"), description="Чей профиль."),
        Column(name="year", type="whole", title="Год профиля", required=True, example=2026, bad_examples=(26,),
               synonyms=("год", "на год"), constraints=(Between(low=2000, high=2100),), description="За какой год."),
        Column(name="factor", type="text", title="Фактор риска", required=True,
               example="Дефицит педагогических кадров",
               synonyms=("рисковый фактор", "риск", "направление риска", "фактор"),
               constraints=(Longest(characters=300),),
               description="Фактор рискового профиля, словами методики."),
        Column(name="level", type="choice", title="Уровень риска", example="высокий", choices=LEVELS,
               synonyms=("значимость фактора", "уровень фактора", "уровень", "значимость"),
               spellings={"high": ("высокая",), "middle": ("средняя",), "low": ("низкая",)},
               description="Высокий, средний или низкий. Пусто — не определён."),
        Column(name="chosen", type="choice", title="Выбран для работы", example="да", choices={"yes": "да",
                                                                                               "no": "нет"},
               empty="no", synonyms=("актуальный", "в работе", "взят в работу"),
               spellings={"yes": ("выбран", "+", "актуален"), "no": ("-", "не выбран")},
               description="Да, если школа выбрала фактор и пишет по нему программу."),
        Column(name="measure", type="text", title="Мера по фактору", example="дорожная карта, 2.3",
               synonyms=("меры", "мероприятие по фактору", "антирисковая мера"), constraints=(Longest(characters=500),),
               description="Мероприятие дорожной карты (номер) или мера словами. Пусто — меры нет."),
        Column(name="indicator", type="text", title="Показатель меры", example="доля отметок «2»",
               synonyms=("показатель реализации", "показатель"), constraints=(Longest(characters=300),),
               description="По какому показателю видно, что мера помогла."),
        Column(name="source", type="text", title="Источник", example="рисковый профиль школы, март 2026",
               synonyms=("основание", "документ"), constraints=(Longest(characters=300),),
               description="Откуда уровень известен."),
        Column(name="factor_id", type="text", title="Фактор по списку", derived_from="factor",
               description="Фактор методики, узнанный по словам."),
    ),
    layouts=(
        Layout(id="list", title="Рисковый профиль", needs=("factor",), number_row=True, sections="school_id",
               head={"school_id": ("школа", "оо"), "year": ("год", "на год")}),
    ),
)
