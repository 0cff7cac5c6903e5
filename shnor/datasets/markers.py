"""Signs that need more analysis, from a list of the край or of ФИОКО: facts of others, no verdict of ours."""

from shnor.datasets._base import Column, Kind, Layout, Longest, Shape, Unpivot

WORKS = {"ру": "русский язык", "ма": "математика", "ом": "окружающий мир", "ис": "история", "об": "обществознание",
         "ге": "география", "би": "биология", "фи": "физика", "хи": "химия", "ан": "английский язык"}
"""Works of a list of the region as its columns name them: «4 РУ» is Russian of the fourth form."""
MARKED, NOT_THERE = "отмечено", "не отмечено"
NOT_MARKED = ("-", "0", "нет", "не отмечено", "не отмечена", "не выявлено", "не выявлена", "отсутствует",
              "без признаков")
"""Words of a list for a school that has no sign."""
ONLY_MARKED = r"\+|да|[1-9]\d*|х|x|v|есть"
"""Signs of a list that say nothing but that there is one."""
WORK = r"(?P<grade>\d{1,2}) ?(?:класс\w*,? )?(?P<work>[а-я]{2})"
"""A work as the columns of a region name it."""
_WORKS = Unpivot(pattern=rf"(?P<period>\d{{1,2}} ?(?:класс\w*,? )?(?:{'|'.join(WORKS)}))", into="sign",
                 period="subject")
_COUNTED = ("количество маркеров", "кол-во маркеров", "всего маркеров")
_HEAD = {"school_year": ("год", "учебный год"), "source": ("источник",)}

MARKERS = Kind(
    id="markers",
    title="Признаки, требующие дополнительного анализа",
    sheet="Признаки",
    row="одна строка — один признак одной школы по одной работе; «не отмечено» — школа в списке есть, признака нет",
    key=("school_id", "school_year", "procedure", "subject", "grade", "sign"),
    slice=("school_year", "source"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="О какой школе."),
        Column(name="school_year", type="text", title="Учебный год признака", required=True, example="2025/26",
               synonyms=("учебный год", "год"), constraints=(Shape(pattern=r"\d{4}/\d{2}|\d{4}",
                                                                   words="2025/26 или 2025"),),
               description="Год работы, как он назван в списке."),
        Column(name="procedure", type="text", title="Процедура признака", example="ОГЭ", empty="ВПР",
               synonyms=("процедура", "оценочная процедура"), constraints=(Longest(characters=60),),
               description="ВПР, ОГЭ. Пусто — ВПР."),
        Column(name="subject", type="text", title="Предмет признака", example="математика", empty="",
               synonyms=("предмет", "учебный предмет"), constraints=(Longest(characters=120),), description="Предмет."),
        Column(name="grade", type="text", title="Класс признака", example="9", empty="",
               synonyms=("класс", "параллель"), constraints=(Longest(characters=10),), description="Класс."),
        Column(name="sign", type="text", title="Признак", required=True, example="завышенный средний балл",
               synonyms=("маркер", "вид признака", "признак необъективности", "маркер необъективности"),
               constraints=(Longest(characters=300),),
               description="Как признак назван в списке; «не отмечено» — школа в списке без признака."),
        Column(name="source", type="text", title="Откуда список", example="письмо министерства от 01.09.2026 № 1207",
               empty="", synonyms=("источник", "источник списка", "документ"), constraints=(Longest(characters=300),),
               description="Чей это список."),
        Column(name="is_marked", type="whole", title="Отмечено", derived_from="sign",
               description="1 — признак есть, 0 — школа в списке названа без признака."),
        Column(name="year", type="whole", title="Год", derived_from="school_year",
               description="Год конца учебного года."),
    ),
    layouts=(
        Layout(id="list", title="Список признаков", needs=("school_id", "sign"), number_row=True,
               headers={"sign": ("признаки необъективности", "признаки", "маркеры")},
               head={**_HEAD, "procedure": ("процедура",)}),
        Layout(id="works", title="Список региона по работам", needs=("school_id", "sign"), unpivot=_WORKS,
               aside=("логин", "логин оо", *_COUNTED), head=_HEAD),
        Layout(id="logins", title="Список региона по работам, школы логинами", needs=("school_id", "sign"),
               headers={"school_id": ("логин оо", "логин")}, unpivot=_WORKS, aside=_COUNTED, head=_HEAD),
    ),
)
