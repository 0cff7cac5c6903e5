"""Contests, grants, practices and materials of schools."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest

ACHIEVEMENT_TYPES = {"contest": "конкурс", "grant": "грант", "practice": "практика", "material": "материал",
                     "partner": "партнёр", "event": "событие", "other": "другое"}
TYPE_STEMS = {"contest": r"конкурс|олимпиад", "grant": r"грант", "practice": r"практик",
              "material": r"материал|методичк|"
              r"пособи|издани|рекомендаци|памятк", "partner": r"партн[её]р|договор",
              "event": r"событи|форум|фестивал|мероприяти"}

ACHIEVEMENTS = Kind(
    id="achievements",
    title="Конкурсы, гранты, практики, материалы",
    sheet="Достижения",
    row="одна строка — один конкурс, грант, одна практика, один материал",
    key=("school_id", "achievement_type", "title", "held_on", "state"),
    slice=("school_id", "achievement_type"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Чьё достижение. Пусто — муниципалитета."),
        Column(name="achievement_type", type="text", title="Что это", required=True, example="конкурс",
               synonyms=("вид достижения", "тип достижения", "вид материала"), constraints=(Longest(characters=120),),
               description="Конкурс, грант, практика, материал, партнёр, событие: список открыт."),
        Column(name="title", type="text", title="Название конкурса, гранта, материала", required=True,
               example="Лучшая модель ВСОКО",
               synonyms=("название конкурса", "наименование конкурса", "название практики", "наименование гранта",
                         "название материала", "наименование мероприятия"),
               constraints=(Longest(characters=500),), description="Как называется."),
        Column(name="held_on", type="date", title="День конкурса, гранта", example="18.11.2026",
               synonyms=("дата", "дата проведения", "дата конкурса", "дата получения"),
               description="День. Пусто — дня нет, например у материала."),
        Column(name="level", type="text", title="Уровень конкурса", example="краевой", empty="",
               synonyms=("уровень", "уровень мероприятия"), constraints=(Longest(characters=60),),
               description="Школьный, муниципальный, краевой, федеральный."),
        Column(name="took_part", type="whole", title="Участвовало педагогов", unit="чел.", example=4,
               bad_examples=(-1,),
               synonyms=("участников от школы", "сколько участвовало", "участники"),
               constraints=(Between(low=0, high=10_000),), description="Сколько человек участвовало."),
        Column(name="people", type="whole", title="Из скольких", unit="чел.", example=13, bad_examples=(-1,),
               synonyms=("всего педагогов", "из числа педагогов"), constraints=(Between(low=0, high=10_000),),
               description="Сколько человек могли участвовать. Пусто — не указано."),
        Column(name="result", type="text", title="Итог участия", example="призёр",
               synonyms=("результат", "итог", "результат участия"), constraints=(Longest(characters=300),),
               description="Победитель, призёр, участник, сумма гранта."),
        Column(name="state", type="choice", title="По плану или было", example="было", empty="held",
               choices={"held": "было", "planned": "по плану"}, synonyms=("план или факт",),
               spellings={"held": ("факт", "проведено"), "planned": ("план",)}, description="Пусто — было."),
        Column(name="link", type="text", title="Ссылка на материал", example="https://school5.example/practice",
               synonyms=("ссылка", "где опубликовано"), constraints=(Longest(characters=500),),
               description="Где лежит. Программа ссылку не открывает."),
        Column(name="type_id", type="text", title="Вид по списку", derived_from="achievement_type",
               description="Вид, узнанный по словам."),
        Column(name="year", type="whole", title="Год", derived_from="held_on", description="Год."),
    ),
    layouts=(
        Layout(id="list", title="Конкурсы, гранты, практики", needs=("achievement_type", "title"), number_row=True,
               head={"school_id": ("школа", "оо")}),
        Layout(id="contests", title="Участие в конкурсах", needs=("title", "result"), number_row=True,
               head={"school_id": ("школа", "оо")}),
    ),
)
