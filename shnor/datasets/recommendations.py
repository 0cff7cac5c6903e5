"""Advice and tasks: from which paper, to whom, until when, what came of it."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Layout, Longest, Rule

ADVICE_STATES = {"open": "открыта", "going": "выполняется", "done": "выполнена", "dropped": "снята"}
ADDRESSEES = {"authority": "управление образования", "centre": "методический центр", "director": "директора школ",
              "mentor": "наставники и тьюторы", "other": "другой адресат"}
ADDRESSEE_STEMS = {"authority": r"управлени\w+ образовани|отдел\w* образовани|\bуо\b|\bоо\b",
                   "centre": r"центр|\bцро|\bимо\b|методист",
                   "director": r"директор|руководител\w+ (?:школ|оо|шнор)|школ",
                   "mentor": r"наставник|тьютор|куратор"}
SOURCES = r"справк|приказ|протокол|выезд|распоряжени|решени"
"""Words of the line above a list that names the paper it is from."""

SEEN = "На что опирается, что увидели"
"""Head of the ground of a recommendation in the form of a visit: a row of it with one cell is no section."""

RECOMMENDATIONS = Kind(
    id="recommendations",
    title="Рекомендации и задачи",
    sheet="Рекомендации",
    row="одна строка — одна рекомендация или задача одного документа одному адресату",
    key=("source", "year", "addressee", "number", "school_id"),
    slice=("source", "year"),
    school="school_id",
    columns=(
        Column(name="source", type="text", title="Из какого документа", required=True, example="итоговая справка № 31",
               synonyms=("документ-источник", "источник рекомендации", "источник", "документ", "справка"),
               constraints=(Longest(characters=300),), description="Справка, приказ, протокол, выезд."),
        Column(name="year", type="whole", title="Год рекомендации", required=True, example=2025,
               synonyms=("год", "год документа"), description="Год документа."),
        Column(name="number", type="text", title="№ рекомендации", required=True, example="3",
               synonyms=("№", "№ п/п", "номер", "номер рекомендации", "номер задачи", "№ задачи"),
               constraints=(Longest(characters=20),), description="Номер в документе, как напечатан."),
        Column(name="addressee", type="text", title="Кому рекомендовано", example="директорам школ перечня", empty="",
               synonyms=("адресат", "кому", "адресат рекомендации", "исполнитель рекомендации"),
               constraints=(Longest(characters=200),), description="Адресат словами документа."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Если рекомендация одной школе. Пусто — не школе или всем школам перечня."),
        Column(name="text", type="text", title="Рекомендация", required=True,
               example="Скорректировать план ВШК на II полугодие",
               synonyms=("текст рекомендации", "рекомендации", "содержание рекомендации", "задача", "что рекомендовано",
                         "адресная рекомендация", "управленческое решение"),
               constraints=(Longest(characters=1000),), description="Что сделать."),
        Column(name="due", type="date", title="Срок рекомендации", example="15.12.2026",
               synonyms=("срок", "срок исполнения", "выполнить до", "срок выполнения"),
               description="До какого дня. Пусто — срок не назван."),
        Column(name="state", type="choice", title="Отметка о выполнении", example="выполнена", choices=ADVICE_STATES,
               empty="open", synonyms=("состояние", "статус рекомендации", "исполнение", "выполнение", "статус"),
               spellings={"open": ("не выполнена", "не выполнено", "нет", "открыто"), "going": ("в работе",
                                                                                                "выполняется частично"),
                          "done": ("выполнено", "исполнено", "да", "сделано"), "dropped": ("снято",
                                                                                           "снято с контроля")},
               description="Открыта, выполняется, выполнена или снята. Пусто — открыта."),
        Column(name="done_on", type="date", title="Дата выполнения", example="10.12.2026",
               synonyms=("выполнена", "когда выполнено", "дата исполнения"), description="День выполнения."),
        Column(name="proof", type="text", title="Чем подтверждено", example="приказ от 10.12.2026 № 131",
               synonyms=("подтверждение", "подтверждающий документ", "результат"),
               constraints=(Longest(characters=500),),
               description="Документ или итог."),
        Column(name="carried_from", type="whole", title="Перенесена из года", example=2024,
               synonyms=("перенесено из", "с какого года"), description="Год, из которого перешла. Пусто — новая."),
        Column(name="ground", type="text", title="По какому показателю", example="ОГЭ, математика: «2» у 6 из 34",
               synonyms=("основание рекомендации", "основание", "показатель"), constraints=(Longest(characters=500),),
               description="Из какой цифры следует."),
        Column(name="addressee_id", type="choice", title="Адресат по списку", choices=ADDRESSEES,
               derived_from="addressee", description="Адресат, узнанный по словам."),
        Column(name="given_on", type="date", title="День документа", derived_from="source", example="19.12.2025",
               description="День, названный в имени документа; пусто — с начала года рекомендации."),
    ),
    rules=(
        Rule(id="advice-year", column="year", text="Год рекомендации записывается четырьмя цифрами.",
             bad=lambda: ~nw.col("year").is_between(2000, 2100)),
    ),
    layouts=(
        Layout(id="list", title="Реестр рекомендаций", needs=("text",), number_row=True, sections="addressee",
               head={"source": ("документ", "источник", "выезд"), "year": ("год",), "addressee": ("кому", "адресат"),
                     "school_id": ("школа", "оо")}),
        Layout(id="visit", title="Лист «Выезд» (форма В-1)", needs=("text",),
               headers={"ground": (SEEN.lower(),)},
               head={"source": ("выезд",), "addressee": ("кому",), "school_id": ("школа",)}),
    ),
)

ADDRESSED = {"authority": "управлению образования", "centre": "методическому центру",
             "director": "директорам школ перечня", "mentor": "наставникам и тьюторам"}
"""Addressees in the dative, in the order of a paper."""
DIRECTOR = "директору"
"""Of one school, before its name."""
