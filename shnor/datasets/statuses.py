"""Which school is on which list, from which day to which."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Rule
from shnor.datasets.states import LIST_STEMS

STATUSES = Kind(
    id="statuses",
    title="Перечни и статусы школ",
    sheet="Статусы",
    row="одна строка — одна школа в одном перечне с одного дня",
    key=("school_id", "status", "valid_from"),
    slice=("status", "valid_from"),
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо", "код школы"), description="Школа, как она названа в реестре."),
        Column(name="status", type="choice", title="Статус", required=True, example="ШНОР", bad_examples=("сильная",),
               synonyms=("перечень", "категория"),
               choices={"shnor": "ШНОР", "risk_zone": "зона риска", "shnsu": "ШНСУ", "shssu": "ШССУ",
                        "project_500": "500+"},
               spellings={"shnor": ("ШНРО", "школа с низкими образовательными результатами", "ОО НОР"),
                          "risk_zone": ("в зоне риска", "зона риска низких результатов"),
                          "shnsu": ("ЩНСУ",), "project_500": ("проект 500+",)},
               stems=LIST_STEMS, words_into="note", description="Перечень, в который входит школа."),
        Column(name="valid_from", type="date", title="С даты", required=True, example="01.01.2026",
               synonyms=("с", "дата включения", "действует с"), description="Первый день в перечне."),
        Column(name="valid_to", type="date", title="По дату", example="31.12.2026",
               synonyms=("по", "дата исключения", "действует по"),
               description="Последний день в перечне. Пусто — действует сейчас."),
        Column(name="document", type="text", title="Основание", synonyms=("документ", "приказ"),
               example="приказ от 20.11.2025 № 118", description="Документ, которым утверждён перечень."),
        Column(name="note", type="text", title="Примечание", description="Для себя."),
    ),
    rules=(
        Rule(id="dates-order", column="valid_to", text="«По дату» раньше, чем «С даты».",
             bad=lambda: nw.col("valid_to") < nw.col("valid_from")),
    ),
)

LEAVING = r"исключ|выход|выбы|вывест|снять|снят[ыь]? с"
ENTERING = r"включ|вход|вошл|дополн|внест"
STAYING = r"оста|сохран"
"""What an order does with the schools it names: beginnings of words."""
ORDER_CITED = (r"(?:приказ|распоряжени|постановлени|письм|протокол)\w*[^.;\n]*?"
               r"(?:от\s+)?\d{1,2}\.\d{1,2}\.\d{4}\s*(?:г\.?)?\s*№\s*[\w/.-]+\w")
"""A document with its day and number."""
