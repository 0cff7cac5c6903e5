"""What schools ask of the centre, and what the centre answered."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest

REQUESTS = Kind(
    id="requests",
    title="Вопросы школ центру",
    sheet="Вопрос центру",
    row="одна строка — один вопрос одной школы",
    key=("school_id", "month", "number"),
    slice=("school_id", "month"),
    period="month",
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо"), description="Кто спрашивает."),
        Column(name="month", type="month", title="Месяц", required=True, example="ноябрь 2026",
               synonyms=("месяц отчёта",), description="В отчёте за какой месяц спросили."),
        Column(name="number", type="whole", title="№", example=1, bad_examples=(0,), synonyms=("№ п/п", "номер"),
               constraints=(Between(low=1, high=999),),
               description="Который вопрос в этом отчёте. Пусто — по порядку."),
        Column(name="known_on", within="month", type="date", title="Дата вопроса", example="24.11.2026",
               synonyms=("дата обращения", "когда спросили", "дата запроса"),
               description="С этого дня вопрос считается. Пусто — последний день месяца отчёта; если ответ или сам "
                           "отчёт пришли раньше, то их день."),
        Column(name="need", type="text", title="Что нужно", required=True, example="тьютор по физике",
               synonyms=("вопрос", "запрос", "какая помощь нужна"), constraints=(Longest(characters=1000),),
               description="Чем помочь."),
        Column(name="wanted_by", type="text", title="К какому сроку", example="до 15.12.2026",
               synonyms=("срок", "когда нужно"), constraints=(Longest(characters=200),),
               description="К какому сроку нужна помощь, словами школы."),
        Column(name="addressee", type="text", title="Кому", example="тьюторам", synonyms=("адресат",),
               constraints=(Longest(characters=200),), description="К кому вопрос: центр, наставник, тьютор."),
        Column(name="answer_by", type="date", title="Ответить до", example="04.12.2026", synonyms=("срок ответа",),
               description="К какому дню центр ответит."),
        Column(name="answer", type="text", title="Ответ центра", synonyms=("ответ",),
               example="Тьютор приедет 08.12.2026", constraints=(Longest(characters=1000),),
               description="Что центр ответил."),
        Column(name="answered_on", type="date", title="Дата ответа", example="01.12.2026",
               description="Когда ответили."),
    ),
    layouts=(
        Layout(id="list", title="Список вопросов", needs=("need",),
               head={"school_id": ("школа",), "month": ("месяц",)}),
        Layout(id="month", title="Отчёт школы за месяц: вопрос центру", form="М-4", needs=("need",),
               head={"school_id": ("школа",)}),
    ),
)

NO_REQUEST = {"нет", "нет вопросов", "вопросов нет", "вопросов не имеем", "не нужно", "не требуется", "ничего",
              "помощь не требуется", "помощь не нужна", "запросов нет", "нет запросов", "не имеется", "отсутствуют"}
"""What a school writes where it asks for nothing."""
