"""Results of assessment procedures and of marks at school: how many pupils got which mark. No pupils."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule

STAGES = {"main": "основной день", "reserve": "после резервных дней", "additional": "после дополнительного периода"}
LEVELS = {"school": "школа", "municipality": "муниципалитет", "region": "край", "country": "вся выборка"}
MARKS = ("n5", "n4", "n3", "n2")


GROUP_CODE = r"\((?P<code>(?:edu|sch)\d+|reg\w*)\)|^(?P<first>(?:edu|sch)\d+|reg\w*)\s*\|\s*"
"""The code of a group of participants: «МБОУ ООШ № 5(edu990005)», «edu990005 | МБОУ ООШ № 5»."""
DISTRICT_CODE = r"reg\d+_m\w*"
SCHOOL_WORDS = (r"\b(?:м[абк]?оу|г?б?оу|[сон]ош|школ[аеуыо]\w*|гимнази\w+|лице\w+|интернат\w*|корпус\w*|центр\w*|"
                r"филиал\w*|училищ\w+|ншдс)\b|№")
ALL_GROUPS = r"вся выборка|россия|российская федерация|рф|по (?:россии|рф|стране)"
REGIONS = (r"\b(?:кра[йюя]|област[ьи]|республик[аеи]|автономн\w+ округ\w*|регион\w*|субъект\w*)\b|"
           r"(?:г\. ?|город )?(?:москва|санкт-петербург|севастополь)")
DISTRICTS = (r"\b(?:округ\w*|район\w*|муниципалитет\w*|муниципальн\w+ образовани\w*|муо|го|мр)\b|^мо\b|"
             r"^(?:г\.|город\w*)\s|^по (?:городу|округу|району)")
OTHER_GROUPS = (r"(?:сельск|городск|малокомплектн|небольш|крупн|остальн|проч|друг|част|казачь|шнор|с низк|опорн|базов)"
                r"\w*.*(?:школ|оо|учреждени|организаци|территори)\w*|школы (?!не указан)[^№\d]*|"
                r"(?:все|всего) (?:школ|оо)\w*|оо [^№\d]*|"
                r"(?:город|село|шнор|шнсу|девочки|мальчики|в среднем.*|среднее.*|сош|оош|лицеи|гимназии|(?:лицеи|"
                r"гимназии) и (?:лицеи|гимназии)|средние школы|основные школы)")
"""Rows that sum up schools without being a district, a region or a country; in small letters, «ё» as «е»."""
EXAMS = ("ОГЭ", "ЕГЭ", "ГВЭ")
"""Procedures with stages: a figure of them means nothing without the stage it was counted after."""
LOWERED, CONFIRMED, RAISED = ("понизили (отметка < отметка по журналу)", "подтвердили (отметка = отметке по журналу)",
                              "повысили (отметка > отметка по журналу)")
_CONFIRMED_ONCE = CONFIRMED.replace("отметке", "отметка")


def _people(group: str) -> tuple[str, ...]:
    """Headers of the count of people under a group of two columns, per cent and people."""
    return f"{group} кол-во участников", f"{group} / кол-во участников"


def _marks(name: str, title: str, *synonyms: str, says: str) -> Column:
    return Column(name=name, type="whole", title=title, unit="чел.", example=3, bad_examples=(-1,),
                  synonyms=synonyms, constraints=(Between(low=0, high=10_000_000),), description=says)


def _of_mark(mark: int) -> tuple[str, ...]:
    """How people head the column of one mark, with and without quotation marks."""
    return (str(mark), f'"{mark}"', *(f"{words} {shown}" for words in (
        "отметка", "отметок", "получили", "на", "кол-во", "количество", "количество отметок", "число отметок")
        for shown in (mark, f"«{mark}»")))


DAYS = ("дата", "дата проведения", "даты проведения", "дата работы", "дата экзамена")
HEAD = {"known_on": DAYS, "procedure": ("процедура", "работа", "экзамен"), "stage": ("этап",),
        "school_year": ("учебный год", "год"), "subject": ("предмет",),
        "grade": ("класс", "параллель"), "school_id": ("школа", "оо"),
        "term": ("период", "четверть", "часть года")}
FIS_HEAD = {"subject": ("предмет",), "school_year": ("дата",), "known_on": ("дата",)}

WORKED_OUT = ("%", "качество", "качество, %", "качество знаний", "качество знаний, %", "% качества", "кач. знаний, %",
              "успеваемость", "успеваемость, %", "% успеваемости", "общая успеваемость, %", "обученность, %")
"""Shares other programs print beside the counts: the counts tell them."""

RESULTS = Kind(
    id="results",
    title="Результаты обучающихся",
    sheet="Результаты",
    row="одна строка — одна работа: процедура, класс и предмет одной школы",
    key=("procedure", "stage", "school_year", "term", "level", "school_id", "grade", "class_label", "subject",
         "part"),
    slice=("procedure", "stage", "school_year", "term", "level", "school_id", "part"),
    period="",
    school="school_id",
    columns=(
        Column(name="procedure", type="text", title="Процедура", required=True, example="ВПР",
               synonyms=("оценочная процедура", "работа", "вид работы"), constraints=(Longest(characters=120),),
               description="ВПР, ОГЭ, ЕГЭ, пробный ОГЭ, стартовая работа, отметки за четверть и так далее: "
                           "список открыт, процедуры не смешиваются."),
        Column(name="stage", type="choice", title="Этап", example="основной день", empty="",
               choices=STAGES, spellings={"main": ("основной период", "первая попытка"),
                                          "reserve": ("резервные дни", "резерв", "пересдача"),
                                          "additional": ("дополнительный период", "дополнительные сроки", "сентябрь",
                                                         "осенняя пересдача", "после пересдач")},
               description="После какого дня экзамена посчитано. У остальных работ — пусто."),
        Column(name="school_year", type="period", title="Учебный год", required=True, example="2025/26",
               synonyms=("год", "уч. год"), description="Учебный год, в котором писали: 2025/26 или 2025–2026."),
        Column(name="term", type="text", title="Часть года", example="I четверть", empty="",
               synonyms=("четверть", "период", "триместр", "полугодие"), constraints=(Longest(characters=40),),
               description="Четверть, триместр или полугодие для отметок школы. У ВПР и экзаменов — пусто."),
        Column(name="level", type="choice", title="Уровень", example="школа", empty="school", choices=LEVELS,
               spellings={"region": ("регион", "область", "республика", "субъект"),
                          "country": ("рф", "россия", "российская федерация"),
                          "municipality": ("мо", "район", "округ", "город")},
               description="Чьи числа в строке. Пусто — школа."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация", "название оо", "код оо", "логин"),
               description="Школа; у строки муниципалитета или края пусто."),
        Column(name="grade", type="whole", title="Класс", required=True, example=6, bad_examples=(13,),
               synonyms=("параллель", "классы"), constraints=(Between(low=1, high=11),),
               description="Номер класса: 6."),
        Column(name="class_label", type="text", title="Буква класса", example="А", empty="", synonyms=("литера",),
               constraints=(Longest(characters=10),),
               description="Буква, если число по одному классу, а не по параллели."),
        Column(name="subject", type="text", title="Предмет", required=True, example="математика",
               synonyms=("учебный предмет", "дисциплина", "экзамен"), constraints=(Longest(characters=120),),
               description="Учебный предмет."),
        Column(name="participants", type="whole", title="Писали", unit="чел.", example=12, bad_examples=(-1,),
               synonyms=("обучающихся", "кол-во участников", "количество участников", "участников", "сдавали",
                         "число учащихся", "писали работу", "всего участников", "кол-во обучающихся"),
               constraints=(Between(low=0, high=10_000_000),),
               description="Сколько обучающихся писали или аттестуются, без освобождённых."),
        _marks("n5", "«5»", *_of_mark(5), says="Сколько получили отметку «5»."),
        _marks("n4", "«4»", *_of_mark(4), says="Сколько получили отметку «4»."),
        _marks("n3", "«3»", *_of_mark(3), says="Сколько получили отметку «3»."),
        _marks("n2", "«2»", *_of_mark(2), says="Сколько получили отметку «2»."),
        _marks("na", "Не аттестовано", "н/а", "не аттестованы", says="Сколько не аттестовано: они входят в число "
                                                                     "обучающихся."),
        _marks("exempt", "Освобождено", "освобождены", says="Сколько освобождено: в число обучающихся не входят."),
        _marks("below", "Ниже минимального порога", "не преодолели порог", "не преодолели минимальный порог",
               "ниже порога", says="Сколько не преодолели минимальный порог, если отметок нет (ЕГЭ)."),
        Column(name="school_count", type="whole", title="Школ", unit="школ", example=12, bad_examples=(-1,),
               synonyms=("кол-во оо", "количество оо", "число школ"), constraints=(Between(low=0, high=1_000_000),),
               description="Сколько школ стоит за строкой муниципалитета, края или всей выборки."),
        Column(name="mean_score", type="number", title="Средний балл", example=14.2, bad_examples=(-1,),
               synonyms=("ср. балл", "средний тестовый балл", "средний первичный балл"),
               constraints=(Between(low=0, high=100),), description="Средний балл, как он назван в файле."),
        _marks("lowered", "Понизили", "понизили (отметка < отметка по журналу)",
               says="Сколько получили отметку ниже журнальной."),
        _marks("confirmed", "Подтвердили", "подтвердили (отметка = отметке по журналу)",
               "подтвердили (отметка = отметка по журналу)", says="Сколько подтвердили отметку по журналу."),
        _marks("raised", "Повысили", "повысили (отметка > отметка по журналу)",
               says="Сколько получили отметку выше журнальной."),
        Column(name="source_kind", type="choice", title="Как посчитано", example="числа",
               choices={"counts": "числа", "rebuilt": "восстановлено из процентов"},
               description="Числа из файла или восстановленные из процентов и числа участников. Пусто — числа."),
        Column(name="part", type="choice", title="О чём строка", derived_from="lowered", empty="marks",
               choices={"marks": "отметки", "journal": "сравнение с журналом"},
               description="Отметки и их сравнение с журналом приходят разными файлами: каждая строка помнит свой."),
        Column(name="day", type="date", title="День", derived_from="school_year",
               description="Первый день учебного года."),
        Column(name="known_on", type="date", title="Последний день работ", last_of="school_year", example="17.04.2026",
               synonyms=DAYS,
               description="С этого дня результаты считаются. Пусто — последний день по расписанию процедуры или конец "
                           "четверти, а если и он неизвестен — конец учебного года."),
    ),
    rules=(
        Rule(id="marks-sum", column="participants",
             text="Отметки в сумме не равны числу писавших: проверьте строку.",
             bad=lambda: (nw.col("n5") + nw.col("n4") + nw.col("n3") + nw.col("n2") + nw.col("na").fill_null(0)
                          != nw.col("participants"))),
        Rule(id="below-more", column="below", text="Не преодолели порог больше, чем писали.",
             bad=lambda: nw.col("below") > nw.col("participants")),
    ),
    layouts=(
        Layout(id="list", title="Результаты по школам", needs=("grade", "subject", "participants"), number_row=True,
               head=HEAD, aside=WORKED_OUT),
        Layout(id="month", title="Отчёт школы: итоги четверти", form="М-5", needs=("grade", "subject", "participants"),
               head={"procedure": ("процедура",), "school_id": ("школа",), "term": ("период",),
                     "school_year": ("учебный год",)}, aside=WORKED_OUT),
        Layout(id="marks", title="Отметки по классам", needs=("grade", "participants", "n5", "n4", "n3", "n2"),
               number_row=True, head=HEAD, aside=WORKED_OUT),
        Layout(id="by_school", title="Свод по школам", needs=("school_id", "participants", "n5", "n4", "n3", "n2"),
               number_row=True, head=HEAD, aside=WORKED_OUT),
        Layout(id="school", title="Отметки одной школы", needs=("participants", "n5", "n4", "n3", "n2"),
               number_row=True, head=HEAD, aside=WORKED_OUT),
        Layout(id="fis_marks", title="ФИС ОКО: статистика по отметкам",
               headers={"school_id": ("группы участников",)},
               needs=("school_id", "participants", "n2", "n3", "n4", "n5"), head=FIS_HEAD, aside=WORKED_OUT),
        Layout(id="fis_journal", title="ФИС ОКО: сравнение отметок с отметками по журналу",
               headers={"school_id": ("группы участников",),
                        "lowered": _people(LOWERED), "raised": _people(RAISED),
                        "confirmed": (*_people(CONFIRMED), *_people(_CONFIRMED_ONCE))},
               needs=("school_id", "participants", "lowered", "confirmed", "raised"), head=FIS_HEAD,
               aside=tuple(f"{group}{per_cent}" for group in (LOWERED, CONFIRMED, RAISED, _CONFIRMED_ONCE)
                           for per_cent in (" %", " / %"))),
    ),
)

USUAL_ANSWERS = {"procedure": ("ВПР", "ОГЭ", "ЕГЭ", "Отметки за четверть"), "grade": ("5", "6", "7", "8", "9"),
                 "subject": ("русский язык", "математика"), "stage": tuple(STAGES.values())}
"""Offered where a sheet does not tell."""
WRITTEN_ON = r"\b(?:проводил(?:[аи]|[ао]сь|ись)|провед[её]н[аоы]?|писали)(?P<after> .{0,60})"
GROUP_OF_SCALE = r"(?P<school>[^|]+?)\s*\|\s*кол-во участников.*"
