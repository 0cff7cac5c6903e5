"""Professional deficits: what was lacking, how it was told, what was done and whether it is closed."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule

COURSE, TUTOR = r"курс", r"тьютор"
"""How a measure says that it was a course, or the help of a tutor."""
GROUPS = {"subject": "предметный", "method": "методический", "psychology": "психолого-педагогический",
          "communication": "коммуникативный", "other": "другой"}
"""Groups of professional deficits; the list is open: what is written otherwise is «другой» with its own words."""
GROUP_STEMS = {"psychology": r"психолог", "subject": r"предметн", "method": r"методическ",
               "communication": r"коммуникат"}
_HEAD = {"school_id": ("школа", "оо"), "found_on": ("дата", "на дату", "дата диагностики")}

DEFICITS = Kind(
    id="deficits",
    title="Профессиональные дефициты",
    sheet="Дефициты",
    row="одна строка — один профессиональный дефицит в одной школе, найденный одной диагностикой",
    key=("school_id", "found_on", "subject", "deficit"),
    slice=("school_id", "found_on"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "образовательная организация"), description="В какой школе."),
        Column(name="found_on", type="date", title="Выявлен", required=True, example="28.08.2026",
               synonyms=("дата выявления", "дата диагностики", "когда выявлен", "дата"),
               description="День диагностики."),
        Column(name="subject", type="text", title="Предмет", example="математика", empty="",
               synonyms=("учебный предмет", "предмет, должность"), constraints=(Longest(characters=120),),
               description="Предмет. Пусто — не по предмету."),
        Column(name="group", type="text", title="Группа дефицита", example="предметный",
               synonyms=("вид дефицита", "тип дефицита", "группа", "характер дефицита"),
               constraints=(Longest(characters=120),),
               description="Предметный, методический, психолого-педагогический, коммуникативный: список открыт."),
        Column(name="deficit", type="text", title="Дефицит", required=True, example="решение задач с параметром",
               synonyms=("профессиональный дефицит", "выявленный дефицит", "наименование дефицита",
                         "содержание дефицита", "описание дефицита", "дефициты"),
               constraints=(Longest(characters=500),), description="Чего не хватает."),
        Column(name="people", type="whole", title="Педагогов с дефицитом", unit="чел.", example=3, bad_examples=(-1,),
               synonyms=("человек с дефицитом", "сколько педагогов", "число педагогов", "количество педагогов",
                         "чел. с дефицитом"),
               constraints=(Between(low=0, high=1000),), description="У скольких педагогов. Без фамилий."),
        Column(name="instrument", type="text", title="Чем выявлен", example="самодиагностика «SAM»",
               synonyms=("инструмент", "способ выявления", "метод диагностики", "диагностика"),
               constraints=(Longest(characters=200),),
               description="Самодиагностика, тест, наблюдение, центр оценки."),
        Column(name="measure", type="text", title="Мера", example="курсы ИРО, 36 часов",
               synonyms=("меры", "что сделано", "помощь", "мера по устранению", "адресная помощь"),
               constraints=(Longest(characters=500),), description="Чем помогли. Пусто — помощь не организована."),
        Column(name="rechecked_on", type="date", title="Повторная диагностика", example="20.11.2026",
               synonyms=("дата повторной диагностики", "перепроверен", "проверен повторно"),
               description="День повторной диагностики. Пусто — её не было."),
        Column(name="closed_on", type="date", title="Устранён", example="20.11.2026",
               synonyms=("дата устранения", "закрыт", "когда устранён"),
               description="День, когда повторная диагностика подтвердила устранение."),
        Column(name="people_closed", type="whole", title="Педагогов без дефицита", unit="чел.", example=2,
               bad_examples=(-1,), synonyms=("у скольких устранён", "устранён у", "чел. устранивших"),
               constraints=(Between(low=0, high=1000),), description="У скольких из них устранён."),
        Column(name="source", type="text", title="Источник", example="справка от 30.08.2026 № 12",
               synonyms=("основание", "документ"), constraints=(Longest(characters=300),),
               description="Из какой бумаги это известно."),
        Column(name="group_id", type="text", title="Группа по списку", derived_from="group",
               description="Группа, узнанная по словам."),
        Column(name="year", type="whole", title="Год", derived_from="found_on", description="Год выявления."),
    ),
    rules=(
        Rule(id="deficit-closed-later", column="closed_on", text="«Устранён» раньше, чем «Выявлен».",
             bad=lambda: nw.col("closed_on") < nw.col("found_on")),
        Rule(id="deficit-people", column="people_closed", text="«Педагогов без дефицита» больше, чем с дефицитом.",
             bad=lambda: nw.col("people_closed") > nw.col("people")),
    ),
    layouts=(
        Layout(id="list", title="Реестр дефицитов", needs=("deficit",), number_row=True, sections="school_id",
               head=_HEAD),
        Layout(id="groups", title="Дефициты по группам", needs=("group", "deficit"), number_row=True,
               sections="school_id", headers={"deficit": ("содержание", "описание", "затруднение", "в чём дефицит")},
               head=_HEAD),
    ),
)
