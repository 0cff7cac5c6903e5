"""The centre's own summary tables of past years: figures whose source files are gone."""

import narwhals as nw

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Rule, Unpivot

# the columns of values are found by loaders/summary_header.py: no list of header words names the centre's indicators
_OWN = Unpivot(pattern=r"(?P<period>(?!))", into="value")

FINER = (r"(?:учебный )?предмет(?: или должность|, должность)?|(?:предмет/)?должность|класс|параллель|"
         r"(?:оценочная )?процедура|вид (?:мероприятия|работы)|программа(?: курсов)?")
"""A column with such a header beside the schools: a row is less than a school, and the table is no свод."""

INDICATOR_VALUES = Kind(
    id="indicator_values",
    title="Свод центра за прошлые годы",
    sheet="Свод",
    row="одна строка — один показатель одной школы за один период",
    key=("indicator", "period", "school_id"),
    slice=("indicator", "period"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Школа. Пусто — весь муниципалитет."),
        Column(name="indicator", type="text", title="Показатель", required=True, example="Качество знаний, %",
               synonyms=("наименование показателя", "индикатор"), constraints=(Longest(characters=300),),
               description="Название показателя, как в своде."),
        Column(name="period", type="period", title="Период", required=True, example="2025",
               synonyms=("год", "учебный год"),
               description="Год, учебный год или месяц."),
        Column(name="value", type="number", title="Значение", required=True, example=48.5,
               constraints=(Between(low=-1_000_000_000, high=1_000_000_000),), description="Значение, как в своде."),
        Column(name="counted", type="whole", title="Из скольких", example=86, bad_examples=(-1,),
               synonyms=("n", "число участников", "всего"), constraints=(Between(low=0, high=10_000_000),),
               description="Сколько человек или случаев стоит за значением. Пусто — не указано."),
        Column(name="unit", type="text", title="Единица", example="%", synonyms=("ед. изм.", "единица измерения"),
               constraints=(Longest(characters=40),), description="Единица измерения: %, чел., балл."),
        Column(name="day", type="date", title="День", derived_from="period", description="Первый день периода."),
        Column(name="known_on", type="date", title="Известно с", derived_from="period", last_of="period",
               description="Последний день периода: с этого дня строка считается."),
    ),
    rules=(
        Rule(id="percent-range", column="value", severity="question", text="Доля больше 100 %: проверьте число.",
             bad=lambda: (nw.col("unit") == "%") & ~nw.col("value").is_between(0, 100)),
    ),
    layouts=(
        Layout(id="list", title="Свод строками", needs=("indicator", "period", "value"), number_row=True),
        Layout(id="by_school", title="Свод: школы строками, показатели и годы столбцами",
               needs=("school_id", "value"), unpivot=_OWN),
        Layout(id="by_indicator", title="Свод: показатели строками, годы столбцами", needs=("indicator", "value"),
               unpivot=_OWN, sections="school_id"),
    ),
)

NO_VALUE = {"", "-", "–", "—", "−", "н/д", "н.д", "нет данных", "х", "x", "…", "нд"}
"""What a cell without a value holds."""
MUNICIPALITY = (r"(?:(?:в целом |всего )?по )?(?:муниципалитет\w*|район\w*|округ\w*|город\w*|мо|"
                r"муниципальн\w+ (?:район|округ|образован)\w*)")
"""Names of the row of the whole municipality."""
ABOVE_MUNICIPALITY = (r"(?:(?:в среднем )?по )?(?:кра[йюя]\w*|област\w+|регион\w*|республик\w+|рф|росси[яи]|стран\w+)|"
                      r"средн\w+(?: .*)?|в среднем(?: .*)?")
"""Names of rows above it: a region, the country, means."""
SCHOOL_HEADS = {"школа", "школы", "оо", "наименование оо", "наименование школы", "название школы", "наименование",
                "образовательная организация", "образовательное учреждение", "учреждение", "название",
                "наименование оу"}
INDICATOR_HEADS = {"показатель", "показатели", "наименование показателя", "название показателя", "индикатор",
                   "критерий"}
UNIT_HEADS = {"ед. изм", "единица", "единица измерения", "ед", "единицы измерения"}
ORDER_HEADS = {"№", "№ п/п", "n п/п", "п/п", "№пп"}
COUNT_HEADS = {"n", "чел", "человек", "кол-во", "количество", "число участников", "участников", "кол-во участников",
               "количество участников", "из скольких", "всего", "писали", "сдавали", "всего писали", "кол-во чел",
               "количество человек", "число человек", "всего, чел"}
PERCENT_HEADS = {"%", "процент", "доля", "доля, %", "в %"}
YEAR_OF_VALUES = (r"(?:,\s*|\s+(?:за|в|на)\s+|\s*\(\s*|\s+|^)(20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?)\s*"
                  r"(?:уч(?:ебный|\.)?\s*(?:год|г\.?)|год[ау]?|гг?\.)?\s*\)?(?=$|[\s,])")
"""A year in a head, with the words around it."""
VALUE_WITH_UNIT = r"[-+−]?\d[\d\s\u00a0]*(?:[.,]\d+)?\s*(?:%|чел\.?|балл\w*)?"
UNIT_AT_END = r"(?:,\s*|\(\s*)(%|чел\.?|балл\w*|ед\.?|шт\.?|руб\.?|час\w*|ставок)\s*\)?\s*$"
STAGE_HEAD = (r"(?P<stage>входн|промежуточн|итогов)(?:ой|ый|ая|ое|ого)(?: (?:мониторинг|контроль|замер|срез|этап|"
              r"значение|диагностика|показатель))?(?:[\s,:(–—-]+(?P<when>.+?)\)?)?")
"""«входной», «промежуточный мониторинг», «итоговый (июнь 2026)» over a column of values."""
STAGE_MONTHS = {"входн": 9, "промежуточн": 1, "итогов": 6}
"""The month of a point of monitoring: September of a school year, January and June after it."""
