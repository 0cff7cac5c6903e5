"""Teachers of a school by subject, and the places nobody fills."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest

STAFF = Kind(
    id="staff",
    title="Педагогические кадры и вакансии",
    sheet="Педагоги",
    row="одна строка — один предмет или должность в одной школе на один день",
    key=("school_id", "on_date", "subject"),
    slice=("school_id", "on_date"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Школа, как она названа в реестре."),
        Column(name="on_date", type="date", title="На дату", required=True, example="20.09.2026",
               synonyms=("дата", "по состоянию на"), description="На какой день посчитано."),
        Column(name="subject", type="text", title="Предмет или должность", required=True, example="математика",
               synonyms=("предмет", "должность", "предмет, должность", "предмет/должность"),
               constraints=(Longest(characters=200),),
               description="Предмет или должность. «Все педагоги» — вся школа."),
        Column(name="people", type="whole", title="Всего, чел.", unit="чел.", required=True, example=2,
               bad_examples=(-1,),
               synonyms=("всего сейчас", "всего", "педагогов", "количество педагогов", "чел."),
               constraints=(Between(low=0, high=1000),), description="Сколько педагогов работает."),
        Column(name="part_time", type="whole", title="Из них совместителей", unit="чел.", example=0,
               synonyms=("совместители", "совместителей"), bad_examples=(-1,),
               constraints=(Between(low=0, high=1000),), description="Сколько из них совместители."),
        Column(name="vacancies", type="number", title="Вакансии", unit="ставок", example=0.5, bad_examples=(-1,),
               synonyms=("вакансий", "вакансии, ставок", "свободных ставок"),
               constraints=(Between(low=0, high=100),), description="Незанятые ставки; половина ставки — 0,5."),
    ),
    layouts=(
        Layout(id="list", title="Кадры по предметам", needs=("subject", "people"), number_row=True,
               head={"school_id": ("школа", "оо"), "on_date": ("на дату", "по состоянию на", "дата")}),
        Layout(id="month", title="Отчёт школы за месяц: педагоги", form="М-2", needs=("subject", "people"),
               aside=("всего в прошлом месяце, чел",), head={"school_id": ("школа",)}),
    ),
)
