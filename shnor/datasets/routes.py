"""Steps of individual routes of development (ИОМ), by quarters, with their corrections. Nobody is named."""

from shnor.datasets._base import Column, Kind, Layout, Longest

STEP_STATES = {"done": "пройден", "going": "идёт", "planned": "впереди", "dropped": "снят"}

ROUTES = Kind(
    id="routes",
    title="Индивидуальные маршруты",
    sheet="ИОМ",
    row="одна строка — один этап одного индивидуального маршрута",
    key=("school_id", "owner", "quarter", "step"),
    slice=("school_id", "quarter"),
    period="quarter",
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "образовательная организация"), description="Чей маршрут."),
        Column(name="owner", type="text", title="Чей маршрут", required=True, example="М-07",
               synonyms=("код маршрута", "№ маршрута", "номер маршрута", "маршрут", "обозначение"),
               constraints=(Longest(characters=60),),
               description="Номер маршрута, который знает только школа, или «команда» — административная команда. "
                           "Без фамилий."),
        Column(name="subject", type="text", title="Предмет", example="математика", empty="",
               synonyms=("учебный предмет",), constraints=(Longest(characters=120),), description="Предмет маршрута."),
        Column(name="deficit", type="text", title="По какому дефициту", example="решение задач с параметром",
               synonyms=("дефицит маршрута", "дефицит"), constraints=(Longest(characters=500),),
               description="Какой дефицит устраняет этап."),
        Column(name="step", type="text", title="Этап маршрута", required=True, example="стажировка в гимназии № 1",
               synonyms=("этап", "шаг маршрута", "содержание этапа", "мероприятие маршрута", "этап иом"),
               constraints=(Longest(characters=500),), description="Что делается на этом этапе."),
        Column(name="quarter", within="quarter", type="period", title="Квартал", required=True,
               example="IV квартал 2026", synonyms=("срок этапа", "период", "срок"),
               description="Когда этап идёт: квартал, месяц или год."),
        Column(name="state", type="choice", title="Состояние этапа", example="пройден", choices=STEP_STATES,
               empty="planned",
               synonyms=("статус этапа", "состояние", "отметка о прохождении", "статус"),
               spellings={"done": ("выполнен", "выполнено", "пройдено", "завершён", "да"),
                          "going": ("в работе", "выполняется", "проходит"),
                          "planned": ("запланирован", "предстоит", "нет"), "dropped": ("отменён", "исключён")},
               description="Пройден, идёт, впереди или снят. Пусто — впереди."),
        Column(name="correction", type="text", title="Корректировка", example="добавлена стажировка",
               synonyms=("что изменено", "коррективы", "внесённые изменения"), constraints=(Longest(characters=500),),
               description="Что изменили в маршруте."),
        Column(name="correction_reason", type="text", title="Почему изменили", example="итоги диагностики",
               synonyms=("причина корректировки", "основание корректировки"), constraints=(Longest(characters=500),),
               description="Причина корректировки."),
        Column(name="corrected_on", type="date", title="Дата корректировки", example="12.10.2026",
               synonyms=("когда изменили",), description="День корректировки."),
        Column(name="known_on", type="date", title="Известно с", derived_from="quarter", last_of="quarter",
               description="Последний день периода: с этого дня этап считается наступившим."),
        Column(name="year", type="whole", title="Год", derived_from="quarter", description="Год этапа."),
    ),
    layouts=(
        Layout(id="list", title="Индивидуальные маршруты по этапам", needs=("owner", "step"), number_row=True,
               sections="school_id",
               head={"school_id": ("школа", "оо"), "quarter": ("квартал", "период")}),
    ),
)
