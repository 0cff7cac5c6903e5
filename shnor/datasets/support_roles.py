"""Who helps a school: mentors, tutors, curators and coordinators, by whose order and from which day."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Layout, Longest, Rule

ROLES = {"mentor": "наставник", "tutor": "тьютор", "curator": "куратор",
         "municipal_coordinator": "муниципальный координатор", "school_coordinator": "школьный координатор",
         "other": "другой помощник"}
"""Roles the field knows; what is written otherwise is «другой помощник» and keeps its own words."""
ROLE_STEMS = {"municipal_coordinator": r"муниципальн\w+ координатор", "school_coordinator": r"школьн\w+ координатор",
              "mentor": r"наставни|ментор", "tutor": r"тьютор", "curator": r"куратор"}
"""Beginnings of words by which a role is known, the narrower first."""
FUNCTIONS = ("моделирующая", "поддерживающая", "диагностическая", "логистическая", "консультационная",
             "праксиологическая")
"""Functions of a tutor as the practice of the край names them: offered, the list is open."""

SUPPORT_ROLES = Kind(
    id="support_roles",
    title="Наставники и тьюторы",
    sheet="Кто помогает",
    row="одна строка — один помощник одной школы: наставник, тьютор, куратор или координатор",
    key=("school_id", "role", "who", "subject", "valid_from"),
    slice=("school_id",),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("сопровождаемая школа", "наставляемая школа", "школа шнор", "за кем закреплён", "оо",
                         "наименование оо", "школа, за которой закреплён", "закреплённая школа", "за какой школой"),
               description="Кому помогают."),
        Column(name="role", type="text", title="Вид помощника", required=True, example="наставник",
               synonyms=("роль", "роль помощника", "в каком качестве", "статус помощника"),
               constraints=(Longest(characters=120),),
               description="Наставник, тьютор, куратор, муниципальный или школьный координатор: список открыт."),
        Column(name="who", type="text", title="Кто помогает", required=True, example="директор МАОУ гимназии № 1",
               synonyms=("наставник", "тьютор", "куратор", "школа-наставник", "должность и школа",
                         "должность, место работы", "должность наставника", "помощник",
                         "наставник (должность, школа)"),
               constraints=(Longest(characters=200),),
               description="Должность и школа помощника, без фамилии."),
        Column(name="subject", type="text", title="Предмет", example="математика", empty="",
               synonyms=("учебный предмет", "предметная область"), constraints=(Longest(characters=120),),
               description="Предмет, если помощник закреплён по предмету. Пусто — вся школа."),
        Column(name="function", type="text", title="Функция", example="консультационная",
               synonyms=("функция тьютора", "функции", "направление работы"), constraints=(Longest(characters=200),),
               description="В чём помогает: моделирующая, диагностическая, консультационная и так далее."),
        Column(name="document", type="text", title="Приказ о закреплении", example="приказ от 24.11.2025 № 212",
               synonyms=("приказ", "основание", "реквизиты приказа", "документ", "№ и дата приказа"),
               constraints=(Longest(characters=300),), description="Каким приказом закреплён."),
        Column(name="valid_from", type="date", title="С даты", required=True, example="24.11.2025",
               synonyms=("с", "дата закрепления", "закреплён с", "действует с", "дата назначения"),
               description="С какого дня помогает."),
        Column(name="valid_to", type="date", title="По дату", example="31.12.2026",
               synonyms=("по", "закреплён по", "действует по", "дата освобождения"),
               description="По какой день. Пусто — помогает сейчас."),
        Column(name="role_id", type="choice", title="Вид помощника, по списку", derived_from="role", choices=ROLES,
               description="Наставник, тьютор, куратор, координатор: узнано по словам «Вид помощника»."),
    ),
    rules=(
        Rule(id="support-dates-order", column="valid_to", text="«По дату» раньше, чем «С даты».",
             bad=lambda: nw.col("valid_to") < nw.col("valid_from")),
    ),
    layouts=(
        Layout(id="list", title="Список наставников и тьюторов", needs=("school_id", "role", "who"), number_row=True,
               head={"valid_from": ("с", "действует с"), "document": ("приказ", "основание")}),
        Layout(id="mentors", title="Закрепление наставников", needs=("school_id", "who"), number_row=True,
               headers={"who": ("педагог-наставник", "школа-куратор", "куратор школы", "ментор"),
                        "school_id": ("подопечная школа", "шнор")},
               head={"valid_from": ("с", "действует с"), "document": ("приказ", "основание")}),
    ),
)

ORDER = r"приказ\w*\b.*?от (?P<day>\d{2}\.\d{2}\.\d{4}) № ?(?P<number>[\w/.-]+)"
"""An order with its day and number, as people write it beside a helper."""
