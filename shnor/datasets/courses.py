"""Courses of teachers: how many people finished what, and what was planned. Without names by default."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule

STATES = {"done": "завершили", "in_progress": "обучаются", "planned": "по плану"}
_HEAD = {"school_id": ("школа", "оо", "образовательная организация", "наименование оо"),
         "period": ("период", "месяц", "год", "за месяц", "за год", "за период", "учебный год")}

COURSES = Kind(
    id="courses",
    title="Курсы повышения квалификации",
    sheet="Курсы",
    row="одна строка — педагоги одной школы на одной программе курсов за один период",
    key=("school_id", "period", "state", "subject", "programme", "person"),
    slice=("school_id", "period"),
    period="month",
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация", "место работы"),
               description="Школа педагогов. Пусто — школы не указаны."),
        Column(name="period", within="period", type="period", title="Когда", required=True, spans=True,
               example="ноябрь 2026",
               synonyms=("период", "год", "месяц", "дата", "дата окончания", "дата выдачи документа", "дата выдачи",
                         "срок обучения", "сроки", "сроки обучения", "дата завершения"),
               description="День окончания, месяц или год: 18.11.2026, ноябрь 2026 или 2026. Из сроков «с … по …» "
                           "берётся последний день."),
        Column(name="state", type="choice", title="Состояние", example="завершили", empty="done",
               choices=STATES, synonyms=("статус",),
               spellings={"done": ("завершил", "завершила", "пройдены", "прошли", "прошёл", "прошла", "факт"),
                          "in_progress": ("проходит", "проходят", "продолжают", "обучается", "в процессе"),
                          "planned": ("план", "запланировано", "заказ")},
               description="Завершили, ещё обучаются или записаны в план. Пусто — завершили."),
        Column(name="subject", type="text", title="Предмет или должность", example="математика", empty="",
               synonyms=("предмет", "должность", "преподаваемый предмет", "предмет, должность", "предмет/должность"),
               description="Предмет или должность, без фамилий.", constraints=(Longest(characters=200),)),
        Column(name="programme", type="text", title="Программа", empty="",
               synonyms=("тема", "тема курсов", "название программы", "наименование программы", "тема (программа)",
                         "наименование дополнительной профессиональной программы", "курсы"),
               example="Подготовка к ОГЭ по математике", constraints=(Longest(characters=500),),
               description="Название программы, как в удостоверении."),
        Column(name="provider", type="text", title="Организация",
               synonyms=("место обучения", "место прохождения", "где обучались", "организатор", "место"),
               example="институт развития образования", description="Где обучались."),
        Column(name="hours", type="whole", title="Часов", unit="ч", example=36, bad_examples=(-1,),
               synonyms=("количество часов", "кол-во часов", "объём, часов", "объём часов", "часы",
                         "срок обучения, часов"),
               constraints=(Between(low=1, high=2000),), description="Объём программы в часах."),
        Column(name="people", type="whole", title="Человек", unit="чел.", example=3, bad_examples=(-1,),
               synonyms=("педагогов", "завершили курсы, чел.", "завершили курсы за месяц, чел.", "количество человек",
                         "кол-во человек", "количество педагогов", "кол-во педагогов", "прошли курсы", "чел"),
               constraints=(Between(low=0, high=100_000),), description="Сколько разных людей в этой строке."),
        Column(name="certificates", type="whole", title="Удостоверений", example=3, bad_examples=(-1,),
               synonyms=("количество удостоверений", "кол-во удостоверений"),
               constraints=(Between(low=0, high=100_000),),
               description="Сколько удостоверений выдано: у одного человека их может быть несколько."),
        Column(name="repeated", type="whole", title="Из них уже учтены", unit="чел.", example=1, bad_examples=(-1,),
               synonyms=("из них уже учтены, чел.", "из них повторно"),
               constraints=(Between(low=0, high=100_000),),
               description="Сколько из этих людей уже посчитаны в другой строке той же школы за тот же год: у них "
                           "это вторая программа. Пусто — никто."),
        Column(name="by_deficit", type="choice", title="По выявленному дефициту", example="да",
               choices={"yes": "да", "no": "нет"}, spellings={"yes": ("+",), "no": ("-",)},
               synonyms=("по выявленному дефициту, да/нет", "по дефициту"),
               description="Выбрана ли программа по итогам диагностики."),
        Column(name="person", type="text", title="Условный номер педагога", derived_from="subject", personal="key",
               empty="", description="Заполняется только в режиме «С ФИО»: ключ вместо имени, само имя не хранится."),
        Column(name="month", type="month", title="Месяц", derived_from="period",
               description="Месяц, если он известен."),
        Column(name="day", type="date", title="День", derived_from="period", description="Первый день периода."),
        Column(name="known_on", type="date", title="Известно с", derived_from="period", last_of="period",
               description="Последний день периода: с этого дня строка считается."),
    ),
    rules=(
        Rule(id="nobody-counted", column="people", severity="question",
             text="Не указано, сколько человек: впишите число педагогов.",
             bad=lambda: nw.col("people").is_null() & (nw.col("person").fill_null("") == "")),
        Rule(id="more-repeated", column="repeated",
             text="Уже учтённых больше, чем людей в строке: исправьте одно из чисел.",
             bad=lambda: nw.col("repeated") > nw.col("people")),
        Rule(id="fewer-certificates", column="certificates", severity="warning",
             text="Удостоверений меньше, чем завершивших: если часть ещё не выдана, всё верно.",
             bad=lambda: (nw.col("state") == "done") & (nw.col("certificates") < nw.col("people"))),
    ),
    layouts=(
        Layout(id="list", title="Курсы по школам, без фамилий", needs=("period", "people"), number_row=True,
               head=_HEAD),
        Layout(id="month", title="Отчёт школы за месяц: педагоги", form="М-2", needs=("subject", "people"),
               headers={"people": ("завершили курсы за месяц, чел.", "завершили курсы с начала года, чел.")},
               aside=("всего в прошлом месяце, чел",),
               head={"school_id": ("школа",)}),
        Layout(id="programmes", title="Курсы по программам, год над таблицей", needs=("programme", "people"),
               number_row=True, head=_HEAD),
        Layout(id="certificates", title="Курсы по предметам, год над таблицей", needs=("people", "certificates"),
               number_row=True, head=_HEAD),
        Layout(id="people", title="Список педагогов с предметом: берутся только числа", needs=("hours", "programme"),
               headers={"": ("должность",)}, number_row=True, head=_HEAD),
        Layout(id="posts", title="Список педагогов с должностью: берутся только числа", needs=("hours", "programme"),
               number_row=True, head=_HEAD),
    ),
)

PLANNED_TITLE = r"\b(?:план|план-график|заказ|заявка)\b(?! выполнен)"
"""Words above a table of those who will study."""
DONE_TITLE = r"выполнени|прош[её]л|прошедш|завершивш|обученн"
"""Words that tell it is not a plan but what came of it."""
