"""Papers: orders, programmes, plans, letters, with what they refer to and what they replace. Only their particulars."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Layout, Longest, Rule

LEVELS = {"federal": "федеральный", "regional": "региональный", "municipal": "муниципальный", "school": "школьный"}
DOCUMENT_TYPES = ("приказ", "распоряжение", "положение", "программа", "план", "протокол", "справка", "письмо",
                  "договор",
                  "отчёт")
"""Offered where a paper is written by hand; the list is open."""
OF_REGISTER = {"приказ": r"\bприказ", "распоряжение": r"\bраспоряжени", "положение": r"\bположени",
               "протокол": r"\bпротокол", "справка": r"\bсправ[ок]", "письмо": r"\bпис[ье]м", "договор": r"\bдоговор"}
"""Words of headers and titles by which a register tells what its papers are."""
SCHOOL_PROGRAMME = r"школьн\w+ программ\w+|шппко"
"""Titles of the programme of quality of a school: ШППКО."""
PROJECT_PROGRAMME = r"антирисков\w+ программ|среднесрочн\w+ программ"
"""Titles of the programmes of the project 500+: other papers, written by the risks of the school."""
QUALITY_PLANS = {"vsoko": r"всоко|внутренн\w+ систем\w+ оценки качества", "vshk": r"\bвшк\b|внутришкольн\w+ контрол"}
"""Papers whose last correction is looked after."""
ROADMAP_ORDER = r"утвержд\w+ .*дорожн\w+ карт"
"""Titles of the order by which a roadmap is in force."""
PLANS = r"план|график|корректир|коррекц|уточнен|изменен"
"""What such a paper is, by its type or title: a regulation of ВСОКО is no plan of it."""
CORRECTIONS = r"корректир|коррекц|уточнен|изменен|дополнен"
ABOUT = {"programme": "школьная программа (ШППКО)", "project": "программа проекта «500+»", "vsoko": "план ВСОКО",
         "vshk": "план ВШК", "vsoko;vshk": "план ВСОКО и ВШК"}
ACTIVITY = r"(?<![\d.№])\d{1,2}(?:\.\d{1,2}){1,3}(?![\d.])"
ACTIVITY_ALONE = r"(?:мероприяти\w*|пункт\w*|п\.|карт\w*,)\s*№?\s*(\d{1,2})(?![\d.])"
"""Numbers of activities in a text: «дорожная карта, 1.4», «мероприятие 7»; days and years are none."""
CITED_NUMBER = r"№\s*([\w/]+(?:\s*[-–—.]\s*[\w/]+)*)"
"""«№ 478-пр», «№ 932 – осн.»: the number a text names a paper by."""

DOCUMENTS = Kind(
    id="documents",
    title="Документы",
    sheet="Документы",
    row="одна строка — один документ: только реквизиты, сам документ не хранится",
    key=("school_id", "document_type", "number", "signed_on", "title"),
    slice=("school_id",),
    school="school_id",
    columns=(
        Column(name="document_type", type="text", title="Вид документа", required=True, example="приказ",
               synonyms=("вид", "тип документа", "наименование вида документа"), constraints=(Longest(characters=120),),
               description="Приказ, положение, программа, план, протокол: список открыт."),
        Column(name="number", type="text", title="Номер документа", example="118-пр", empty="",
               synonyms=("№ приказа", "номер приказа", "№ документа", "регистрационный номер", "рег. №",
                         "номер распоряжения", "№ распоряжения", "рег. номер", "регистрационный №"),
               constraints=(Longest(characters=60),), description="Номер так, как он написан."),
        Column(name="signed_on", type="date", title="Дата документа", required=True, example="20.11.2025",
               synonyms=("дата приказа", "дата подписания", "дата регистрации", "дата издания", "от"),
               description="День документа."),
        Column(name="title", type="text", title="О чём документ", required=True,
               example="Об утверждении дорожной карты на 2026 год",
               synonyms=("о чём", "название документа", "наименование документа", "содержание документа", "заголовок",
                         "краткое содержание", "название приказа", "наименование приказа", "содержание приказа"),
               constraints=(Longest(characters=500),), description="Заголовок документа."),
        Column(name="level", type="choice", title="Уровень документа", example="муниципальный", choices=LEVELS,
               synonyms=("уровень", "кем издан"),
               spellings={"federal": ("рф", "россия"), "regional": ("краевой", "областной", "край"),
                          "municipal": ("район", "округ", "город"), "school": ("школа", "оо", "локальный")},
               description="Федеральный, региональный, муниципальный или школьный. Пусто — не указан."),
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Чей документ. Пусто — документ муниципалитета, региона или федеральный."),
        Column(name="link", type="text", title="Ссылка", example="сайт школы, раздел «Документы»",
               synonyms=("адрес в интернете", "ссылка на документ", "адрес страницы"),
               constraints=(Longest(characters=500),),
               description="Где документ лежит. Программа ссылку не открывает."),
        Column(name="refers_to", type="text", title="К чему относится", example="дорожная карта, 1.4", empty="",
               synonyms=("относится к", "мероприятие, к которому относится", "раздел", "к какому мероприятию"),
               constraints=(Longest(characters=300),),
               description="Мероприятие дорожной карты (номер), перечень, мероприятие помощи."),
        Column(name="cited_as", type="text", title="Как назван в других бумагах", example="от 23.12.2025 № 11",
               synonyms=("реквизиты в приложении", "номер в приложении", "указан как"),
               constraints=(Longest(characters=300),),
               description="Реквизиты, под которыми на документ ссылаются. Расхождение будет показано."),
        Column(name="replaces", type="text", title="Вместо какого", example="приказ от 11.01.2025 № 4",
               synonyms=("взамен", "отменяет", "изменяет"), constraints=(Longest(characters=300),),
               description="Какой документ заменяет или изменяет."),
        Column(name="valid_to", type="date", title="Действует до", example="31.12.2026",
               synonyms=("срок действия", "действует по"), description="Последний день действия. Пусто — действует."),
        Column(name="about", type="choice", title="Что за документ", choices=ABOUT, derived_from="title",
               example="план ВШК",
               description="Школьная программа, программа проекта «500+» или план ВСОКО, ВШК, узнанные по словам."),
        Column(name="corrects", type="choice", title="Уточняет ли", choices={"yes": "да"}, derived_from="replaces",
               example="да", description="Да, если документ изменяет прежний: по словам или по графе «Вместо какого»."),
        Column(name="activities", type="text", title="Номера мероприятий", derived_from="refers_to", example="1.4;2.3",
               description="Номера мероприятий дорожной карты, названные в графе «К чему относится»."),
        Column(name="of_year", type="whole", title="Год дорожной карты", derived_from="refers_to", example=2026,
               description="Год, названный там же, а если не назван — год документа."),
        Column(name="cited_number", type="text", title="Номер в других бумагах", derived_from="cited_as", example="11",
               description="Номер, под которым на документ ссылаются."),
        Column(name="cited_on", type="date", title="Дата в других бумагах", derived_from="cited_as",
               example="23.12.2025", description="День, которым на документ ссылаются."),
    ),
    rules=(
        Rule(id="document-valid-to", column="valid_to", text="«Действует до» раньше, чем «Дата документа».",
             bad=lambda: nw.col("valid_to") < nw.col("signed_on")),
    ),
    layouts=(
        Layout(id="list", title="Реестр документов", needs=("document_type", "signed_on", "title"), number_row=True,
               head={"school_id": ("школа", "оо"), "level": ("уровень",)}),
        Layout(id="orders", title="Реестр приказов", needs=("number", "signed_on", "title"), number_row=True,
               headers={"title": ("о чем", "название", "наименование", "содержание", "тема"),
                        "signed_on": ("дата",)}),
    ),
)
