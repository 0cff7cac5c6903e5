"""Answers to surveys, counted: never a person's own answers."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule

AUDIENCES = {"teachers": "педагоги", "managers": "руководители", "parents": "родители", "pupils": "обучающиеся",
             "all": "все опрошенные"}
MILD = ("скорее", "частично", "отчасти", "в основном", "не совсем", "иногда")
"""Answers of a scale that begin so stand nearer to its middle."""

SURVEYS = Kind(
    id="surveys",
    title="Ответы на опросы",
    sheet="Опрос",
    row="одна строка — один вариант ответа на один вопрос в одной школе за одну волну опроса",
    key=("survey", "wave", "school_id", "audience", "question", "option"),
    slice=("survey", "wave", "school_id"),
    school="school_id",
    columns=(
        Column(name="survey", type="text", title="Опрос", required=True, synonyms=("название опроса", "анкета"),
               example="Удовлетворённость методической помощью", constraints=(Longest(characters=300),),
               description="Название опроса. Одно и то же название — один и тот же опрос."),
        Column(name="wave", type="period", title="Когда", required=True, example="ноябрь 2026",
               synonyms=("волна", "период", "дата", "месяц", "год"),
               description="Когда спрашивали: месяц, полугодие или год."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "ваша школа", "образовательная организация", "укажите вашу школу"),
               description="Школа опрошенных. Пусто — школы не указаны."),
        Column(name="audience", type="choice", title="Кто отвечал", example="педагоги", empty="all",
               choices=AUDIENCES, synonyms=("группа", "группа опрошенных", "категория"),
               spellings={"teachers": ("педагог", "учителя", "учитель", "педагогические работники"),
                          "managers": ("директор", "заместитель директора", "управленческая команда", "администрация"),
                          "parents": ("родитель", "законные представители", "родители (законные представители)"),
                          "pupils": ("ученики", "учащиеся", "обучающийся"), "all": ("все",)},
               description="Группа опрошенных. Пусто — все вместе."),
        Column(name="question", type="text", title="Вопрос", required=True, example="Помощь была адресной?",
               constraints=(Longest(characters=500),), description="Вопрос, как он задан."),
        Column(name="option", type="text", title="Вариант ответа", required=True, example="да",
               synonyms=("ответ", "вариант"), constraints=(Longest(characters=500),),
               description="Вариант ответа. Если известна только доля согласных, пишите «да»."),
        Column(name="answers", type="whole", title="Выбрали", unit="чел.", example=9, bad_examples=(-1,),
               synonyms=("количество ответов", "ответили так", "число ответов", "кол-во ответов", "выбрали, чел."),
               constraints=(Between(low=0, high=100_000),), description="Сколько человек выбрали этот вариант."),
        Column(name="base", type="whole", title="Ответили на вопрос", unit="чел.", example=11, bad_examples=(-1,),
               synonyms=("опрошено", "число опрошенных", "всего ответили", "количество опрошенных", "всего опрошено"),
               constraints=(Between(low=0, high=100_000),),
               description="Сколько человек ответили на вопрос. Пусто — неизвестно, и доля остаётся без вывода."),
        Column(name="percent", type="number", title="Доля, %", unit="%", example=82, bad_examples=(120,),
               synonyms=("%", "доля", "процент"), constraints=(Between(low=0, high=100),),
               description="Доля в процентах, как она названа в файле. Нужна, только если чисел нет."),
        Column(name="invited", type="whole", title="Сколько опрашивали", unit="чел.", example=13, bad_examples=(-1,),
               synonyms=("всего педагогов", "приглашено", "численность группы"),
               constraints=(Between(low=0, high=100_000),),
               description="Сколько человек должны были ответить: по этому числу считается охват."),
        Column(name="positive", type="choice", title="Положительный ответ", example="да",
               choices={"yes": "да", "no": "нет"}, description="Считать ли этот вариант положительным."),
        Column(name="several", type="choice", title="Можно выбрать несколько", example="нет",
               choices={"yes": "да", "no": "нет"}, description="Если да, доли вариантов не складываются в 100 %."),
        Column(name="day", type="date", title="День", derived_from="wave", description="Первый день волны."),
        Column(name="known_on", type="date", title="Последний день ответов", last_of="wave", example="23.11.2026",
               synonyms=("дата опроса", "последний день опроса", "дата последнего ответа"),
               description="С этого дня ответы считаются. Пусто — последний день месяца, полугодия или года опроса."),
        # a whole number, because engines turn fractions into whole numbers differently
        Column(name="hundredths", type="whole", title="Доля в сотых процента", derived_from="percent",
               description="Названная доля целым числом сотых процента: 94 % — это 9400."),
    ),
    rules=(
        Rule(id="more-answers-than-people", column="answers", text="Выбрали вариант больше людей, чем ответили.",
             bad=lambda: nw.col("answers") > nw.col("base")),
        Rule(id="more-answered-than-invited", column="base", severity="question",
             text="Ответили больше людей, чем опрашивали: проверьте числа.",
             bad=lambda: nw.col("base") > nw.col("invited")),
        Rule(id="no-answers-no-percent", column="answers", text="Нет ни числа ответов, ни доли: впишите хотя бы одно.",
             bad=lambda: nw.col("answers").is_null() & nw.col("percent").is_null()),
    ),
    layouts=(
        Layout(id="list", title="Сводка ответов", needs=("question", "option"), number_row=True,
               head={"survey": ("опрос", "название опроса", "анкета"), "school_id": ("школа", "оо"),
                     "wave": ("когда", "период", "дата", "месяц")}),
    ),
)

ASKED = {"teachers": "опрошенный педагог", "managers": "опрошенный руководитель", "pupils": "опрошенный обучающийся",
         "parents": "опрошенный родитель", "all": "опрошенный"}
"""Who answered → what one of them is called in a sentence."""
