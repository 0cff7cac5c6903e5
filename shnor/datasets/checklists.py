"""Items of a list at a school: papers of МЭДК, ВСОКО, the site, directions, mechanisms, functions; by year."""

from shnor.datasets._base import Between, Column, Kind, Layout, Longest, Unpivot

ITEM_STATES = {"there": "есть", "confirmed": "подтверждено", "returned": "возвращено", "absent": "нет"}
OF_MEDK = ("Приказ о назначении школьного координатора", "Самодиагностика", "Концепция развития",
           "Среднесрочная программа развития", "Антирисковая программа по первому фактору",
           "Антирисковая программа по второму фактору", "Отчёт о результатах самообследования",
           "Приказ об организации семинаров", "Письмо главе муниципалитета", "Письмо председателю Думы")
OF_SITE = ("Раздел на сайте школы", "Дорожная карта на сайте", "Неперсонифицированные результаты: июнь",
           "Неперсонифицированные результаты: декабрь")
OF_VSOKO = ("Положение о ВСОКО", "План ВСОКО на год", "План ВШК на год", "Корректировка плана ВШК",
            "Справка по итогам ВСОКО")
OWN_LISTS = {"Документы проекта (МЭДК)": OF_MEDK, "ВСОКО и ВШК": OF_VSOKO, "Сайт школы": OF_SITE}
"""Lists the program offers; the centre writes its own beside them."""
ITEM_WORDS = {
    OF_MEDK[0]: r"приказ о (?:назначении )?(?:школьн\w+ )?координатор\w*", OF_MEDK[1]: r"самодиагностик\w*",
    OF_MEDK[2]: r"концепци\w+(?: развити\w+)?", OF_MEDK[3]: r"среднесрочн\w+ программ\w+(?: развити\w+)?|српр",
    OF_MEDK[4]: r"антирисков\w+ программ\w+(?: по первому фактору| ?№? ?1)?|арп ?№? ?1",
    OF_MEDK[5]: r"антирисков\w+ программ\w+(?: по второму фактору| ?№? ?2)|арп ?№? ?2",
    OF_MEDK[6]: r"отчет о (?:результатах )?самообследовани\w+|самообследование", OF_MEDK[7]: r"приказ об? .*семинар\w*",
    OF_MEDK[8]: r"письм\w+ глав\w+.*", OF_MEDK[9]: r"письм\w+ председател\w+.*",
    OF_VSOKO[0]: r"положение о всоко", OF_VSOKO[1]: r"план всоко.*", OF_VSOKO[2]: r"план вшк.*",
    OF_VSOKO[3]: r"коррект\w+ (?:плана )?вшк", OF_VSOKO[4]: r"справк\w+ (?:по (?:итогам )?)?всоко",
    OF_SITE[0]: r"раздел на сайте.*", OF_SITE[1]: r"(?:дорожная карта|план) на сайте",
    OF_SITE[2]: r".*результаты: июнь", OF_SITE[3]: r".*результаты: декабрь"}
"""Items by the words of a header, where they stand as columns; in small letters, «ё» as «е»."""

CHECKLISTS = Kind(
    id="checklists",
    title="Контрольные листы документов и направлений",
    sheet="Контрольный лист",
    row="одна строка — один пункт одного контрольного листа у одной школы на один год",
    key=("school_id", "checklist", "year", "item"),
    slice=("school_id", "checklist", "year"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", example="МБОУ ООШ № 5", empty="",
               synonyms=("оо", "наименование оо", "образовательная организация"),
               description="Чей пункт. Пусто — пункт муниципалитета."),
        Column(name="checklist", type="text", title="Контрольный лист", required=True, example="ВСОКО и ВШК школы",
               synonyms=("какой перечень", "название контрольного листа", "название перечня", "наименование перечня",
                         "чек-лист", "лист проверки"),
               constraints=(Longest(characters=200),), description="Название контрольного листа."),
        Column(name="year", type="whole", title="Год контрольного листа", required=True, example=2026,
               bad_examples=(26,),
               synonyms=("год", "на год", "год перечня", "год листа"), constraints=(Between(low=2000, high=2100),),
               description="На какой год контрольный лист."),
        Column(name="number", type="whole", title="№ пункта", example=1, bad_examples=(0,),
               synonyms=("номер пункта", "п/п", "№ п/п"), constraints=(Between(low=1, high=999),),
               description="Который пункт по порядку."),
        Column(name="item", type="text", title="Пункт контрольного листа", required=True, example="План ВШК на год",
               synonyms=("пункт", "пункт перечня", "пункт листа", "направление", "позиция", "наименование пункта",
                         "позиция мониторинга", "что проверяем"),
               constraints=(Longest(characters=500),), description="Что должно быть."),
        Column(name="state", type="choice", title="Отметка о наличии", example="есть", choices=ITEM_STATES,
               synonyms=("наличие", "есть / нет", "есть/нет", "состояние пункта", "отметка"),
               spellings={"there": ("да", "имеется", "в наличии", "+", "загружено"),
                          "confirmed": ("подтверждён куратором", "проверено"), "returned": ("на доработке", "возврат"),
                          "absent": ("отсутствует", "-", "не имеется")},
               description="Есть, подтверждено, возвращено или нет. Пусто — сведений нет."),
        Column(name="checked_on", type="date", title="Дата отметки", example="15.11.2026",
               synonyms=("дата проверки", "проверено", "когда проверено"), description="День отметки."),
        Column(name="checked_by", type="text", title="Кто отметил", example="куратор",
               synonyms=("кем проверено", "проверил"), constraints=(Longest(characters=120),),
               description="Должность, без фамилии."),
        Column(name="document", type="text", title="Подтверждающий документ", example="приказ от 30.08.2026 № 96",
               synonyms=("документ", "реквизиты", "подтверждение"), constraints=(Longest(characters=300),),
               description="Какой бумагой подтверждено."),
    ),
    layouts=(
        Layout(id="list", title="Пункты контрольного листа", needs=("item", "state"), number_row=True,
               sections="school_id",
               head={"school_id": ("школа", "оо"),
                     "checklist": ("контрольный лист", "перечень", "лист проверки", "чек-лист"),
                     "year": ("год", "на год")}),
        Layout(id="columns", title="Пункты контрольного листа столбцами", needs=("school_id", "state"), number_row=True,
               unpivot=Unpivot(pattern=rf"(?P<period>{'|'.join(ITEM_WORDS.values())})", into="state", period="item"),
               head={"checklist": ("контрольный лист", "перечень", "лист проверки", "чек-лист"),
                     "year": ("год", "на год")}),
    ),
)
