"""What was held to help schools, and what was planned."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest
from shnor.datasets.states import EVENT_STEMS

ORGANISERS = {"center": "центр", "mentor": "наставник", "tutor": "тьютор", "curator": "куратор", "school": "школа",
              "other": "другие"}

EVENTS = Kind(
    id="events",
    title="Мероприятия методической помощи",
    sheet="Что провели",
    row="одна строка — одно мероприятие (или несколько одинаковых, если их число указано)",
    key=("period", "event_kind", "topic", "school_id", "school_codes", "state"),
    slice=("school_id", "period"),
    period="month",
    school="school_id",
    shared="school_codes",
    columns=(
        Column(name="period", within="period", type="period", title="Дата", required=True, spans=True,
               example="18.11.2026",
               synonyms=("когда", "дата проведения", "период", "месяц", "год"),
               description="День, несколько дней (26.10.2026–01.11.2026), а если они неизвестны — месяц или год: "
                           "ноябрь 2026, 2026."),
        Column(name="event_kind", type="text", title="Вид", required=True, example="семинар",
               synonyms=("вид мероприятия", "форма", "форма проведения", "тип мероприятия"),
               constraints=(Longest(characters=120),),
               description="Семинар, вебинар, консультация, выезд и так далее: список открыт."),
        Column(name="topic", type="text", title="Тема", example="Подготовка к ВПР", empty="",
               synonyms=("тема мероприятия", "название", "название мероприятия", "что смотрели"),
               constraints=(Longest(characters=500),),
               description="Тема или название."),
        Column(name="organiser", type="choice", title="Кто проводил", example="центр", choices=ORGANISERS,
               synonyms=("организатор", "кто проводит"),
               spellings={"center": ("методический центр", "цро", "мнц"),
                          "tutor": ("тьюторы", "мткп", "муниципальный тьютор"),
                          "mentor": ("наставники",), "curator": ("кураторы",), "school": ("сама школа", "оо")},
               description="Центр, наставник, тьютор, куратор или школа; без фамилий."),
        Column(name="audience", type="text", title="Для кого", example="учителя математики",
               synonyms=("участники", "категория участников"), constraints=(Longest(characters=300),),
               description="Для кого проводили."),
        Column(name="participants", type="whole", title="Участников", unit="чел.", example=14, bad_examples=(-1,),
               synonyms=("число участников", "количество участников", "кол-во участников"),
               constraints=(Between(low=0, high=100_000),), description="Сколько человек участвовало."),
        Column(name="schools", type="text", title="Школы", example="ООШ № 5, СОШ № 7",
               synonyms=("школы-участники", "участвовали школы"), constraints=(Longest(characters=500),),
               description="Какие школы участвовали, через запятую. Пусто — не указаны."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо"), description="Школа, которая сообщила. Пусто — мероприятие центра."),
        Column(name="number", type="whole", title="Сколько", example=1, empty=1, bad_examples=(0,),
               synonyms=("количество", "кол-во", "количество мероприятий"), constraints=(Between(low=1, high=10_000),),
               description="Сколько таких мероприятий. Пусто — одно."),
        Column(name="state", type="choice", title="План или факт", example="проведено", empty="held",
               choices={"held": "проведено", "planned": "по плану", "cancelled": "отменено"},
               stems=EVENT_STEMS,
               spellings={"held": ("факт", "состоялось"), "planned": ("план", "запланировано")},
               synonyms=("состояние", "статус"), description="Проведено или стоит в плане. Пусто — проведено."),
        Column(name="subject", type="text", title="Предмет мероприятия", example="математика", empty="",
               synonyms=("предмет", "учебный предмет", "по предмету"), constraints=(Longest(characters=120),),
               description="По какому предмету. Пусто — не по предмету."),
        Column(name="format", type="text", title="Формат мероприятия", example="дистанционно",
               synonyms=("формат", "формат проведения", "формат участия"), constraints=(Longest(characters=60),),
               description="Очно, дистанционно, смешанно."),
        Column(name="level", type="text", title="Уровень мероприятия", example="муниципальный",
               synonyms=("уровень", "уровень проведения"), constraints=(Longest(characters=60),),
               description="Школьный, муниципальный, региональный, федеральный."),
        Column(name="function", type="text", title="Функция тьютора на мероприятии", example="консультационная",
               synonyms=("функция тьютора", "функция", "функция системы"), constraints=(Longest(characters=200),),
               description="Какой функции тьютора или системы служило: диагностическая, консультационная и так далее."),
        Column(name="invited", type="whole", title="Приглашено на мероприятие", unit="чел.", example=20,
               bad_examples=(-1,), synonyms=("приглашено", "приглашено, чел"),
               constraints=(Between(low=0, high=100_000),), description="Сколько человек приглашали."),
        Column(name="seen", type="text", title="Что увидели на выезде", example="в 9 классе нет заданий на вычисления",
               synonyms=("что увидели", "увидели"), constraints=(Longest(characters=1000),),
               description="Что увидели на выезде, без фамилий."),
        Column(name="promised", type="text", title="Что обещала школа", example="пробная работа до 10.12.2026",
               synonyms=("обещания школы", "школа обещала"), constraints=(Longest(characters=1000),),
               description="Что школа обещала на выезде сделать сама."),
        Column(name="school_codes", type="text", title="Коды школ", derived_from="schools", empty="",
               description="Школы столбца «Школы», найденные в реестре, и школа, которая сообщила."),
        Column(name="same", type="text", title="Одно и то же", derived_from="topic", empty="",
               description="День, вид и тема вместе: по ним узнаётся одно мероприятие в записях школы и центра."),
        Column(name="year", type="whole", title="Год", derived_from="period", description="Год начала."),
        Column(name="month", type="month", title="Месяц", derived_from="period",
               description="Месяц, если он известен."),
        Column(name="day", type="date", title="День", derived_from="period", description="Первый день периода."),
        Column(name="known_on", type="date", title="Известно с", derived_from="period", last_of="period",
               description="Последний день периода: с этого дня строка считается."),
    ),
    layouts=(
        Layout(id="list", title="Журнал мероприятий", needs=("period", "event_kind"), number_row=True,
               head={"period": ("период", "месяц", "год")}),
        Layout(id="month", title="Отчёт школы за месяц: что провели", form="М-3", needs=("period", "event_kind"),
               head={"school_id": ("школа",)}),
    ),
)

SAME_KINDS = {
    "видеоконференция": ("вкс", "видео-конференция", "видеоконференцсвязь", "видеосовещание"),
    "практико-ориентированный семинар": ("практикоориентированный семинар", "практикоориентированные семинары"),
    "мастер-класс": ("мастер класс", "мастер классы"),
    "консультация": ("консультирование",),
    "выезд": ("выезд в школу", "выезды в школы", "выезд в оо"),
}
"""Words that mean a kind beside its own forms."""
BETWEEN_SCHOOLS = r"[,;\n]\s*|\s+и\s+(?=м[абк]?оу|сош|оош|нош|гимназ|лице|школ|№|\d)"
HELD_ON = r"^(?P<lead>.*?)(?:проведен[оыа]?|состоял(?:ось|ись|ся|ась)|организован[оыа]?)\s*[:-]?\s*(?=\d)"
ABOUT = r"\s+(?:по\s+(?:вопрос|тем)|на\s+тем|для\s|с\s+участием)"
USUAL_KINDS = ("семинар", "вебинар", "консультация", "мастер-класс", "выезд", "видеоконференция", "совещание")
"""Offered where an event is written by hand."""
TUTORED = ("консультация", "мастер-класс")
"""What a tutor's point is for."""
