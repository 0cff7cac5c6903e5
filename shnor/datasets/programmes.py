"""Sessions of the programmes of help («Методический абонемент», «Умные каникулы»): who was invited, who came."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule

OWN_PROGRAMMES = ("Методический абонемент", "Умные каникулы", "Школа управленческого мастерства",
                  "Школа кадрового резерва", "Муниципальный консалтинг")
"""Programmes the field knows: offered where a session is written by hand; the list is open."""

PROGRAMMES = Kind(
    id="programmes",
    title="Занятия программ помощи",
    sheet="Программы",
    row="одна строка — одно занятие одной программы",
    key=("programme", "module", "session", "period", "subject", "school_id"),
    slice=("programme", "period"),
    period="period",
    school="school_id",
    shared="school_codes",
    columns=(
        Column(name="programme", type="text", title="Программа помощи", required=True, example="Методический абонемент",
               synonyms=("проект", "программа", "название программы", "наименование проекта"),
               constraints=(Longest(characters=200),), description="Название программы или проекта."),
        Column(name="module", type="text", title="Модуль", example="Оценочная деятельность педагога", empty="",
               synonyms=("модуль программы", "раздел программы"), constraints=(Longest(characters=200),),
               description="Модуль программы."),
        Column(name="session", type="text", title="Занятие", example="1", empty="",
               synonyms=("№ занятия", "номер занятия", "сессия"), constraints=(Longest(characters=60),),
               description="Номер или название занятия."),
        Column(name="topic", type="text", title="Тема занятия", example="Критерии оценивания", empty="",
               synonyms=("тема", "тема практикума"), constraints=(Longest(characters=500),), description="О чём."),
        Column(name="track", type="text", title="Трек", example="педагоги", synonyms=("направление трека", "поток"),
               constraints=(Longest(characters=120),), description="Трек площадки или поток."),
        Column(name="period", within="period", type="period", title="Дата занятия", required=True, spans=True,
               example="26.10.2026–01.11.2026", synonyms=("дата", "когда", "период", "дата проведения"),
               description="День или несколько дней; занятие через границу месяца считается один раз."),
        Column(name="subject", type="text", title="Предмет", example="математика", empty="",
               synonyms=("учебный предмет",), constraints=(Longest(characters=120),), description="Предмет занятия."),
        Column(name="invited", type="whole", title="Приглашено", unit="чел.", example=20, bad_examples=(-1,),
               synonyms=("приглашено, чел", "записалось"), constraints=(Between(low=0, high=100_000),),
               description="Сколько человек приглашено."),
        Column(name="came", type="whole", title="Пришли на занятие", unit="чел.", example=18, bad_examples=(-1,),
               synonyms=("присутствовало", "посетили", "участвовало", "пришло", "охват"),
               constraints=(Between(low=0, high=100_000),), description="Сколько человек пришли."),
        Column(name="schools", type="text", title="Школы", example="ООШ № 5, СОШ № 7",
               synonyms=("школы-участники", "участвовали школы"), constraints=(Longest(characters=500),),
               description="Какие школы участвовали, через запятую."),
        Column(name="format", type="text", title="Формат занятия", example="очно", synonyms=("формат", "форма участия"),
               constraints=(Longest(characters=60),), description="Очно, дистанционно, смешанно."),
        Column(name="level", type="text", title="Уровень занятия", example="муниципальный", synonyms=("уровень",),
               constraints=(Longest(characters=60),), description="Муниципальный, региональный, федеральный."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо"), description="Школа, которая сообщила. Пусто — занятие центра."),
        Column(name="school_codes", type="text", title="Коды школ", derived_from="schools", empty="",
               description="Школы столбца «Школы», найденные в реестре, и школа, которая сообщила."),
        Column(name="year", type="whole", title="Год", derived_from="period", description="Год начала."),
        Column(name="month", type="month", title="Месяц", derived_from="period",
               description="Месяц, если он известен."),
        Column(name="known_on", type="date", title="Известно с", derived_from="period", last_of="period",
               description="Последний день занятия: с этого дня строка считается."),
    ),
    rules=(
        Rule(id="programme-came", column="came", text="Пришли больше, чем приглашено.", severity="question",
             bad=lambda: nw.col("came") > nw.col("invited")),
    ),
    layouts=(
        Layout(id="list", title="Занятия программ", needs=("programme", "period"), number_row=True,
               head={"programme": ("проект", "программа")}),
        Layout(id="sessions", title="Журнал занятий", needs=("module", "topic", "period"), number_row=True,
               head={"programme": ("проект", "программа", "название программы")}),
    ),
)
