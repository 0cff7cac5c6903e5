"""Thresholds, scales and rules with the document they stand in: the municipality's own, beside the shipped ones."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Layout, Longest, Rule

NORMS = Kind(
    id="norms",
    title="Пороги и шкалы",
    sheet="Нормы",
    row="одна строка — один порог, одна ступень шкалы или один вес с одного дня",
    key=("norm", "detail", "valid_from"),
    slice=("norm",),
    columns=(
        Column(name="norm", type="text", title="Порог или шкала", required=True, example="Минимум ЕГЭ",
               synonyms=("норма", "порог", "шкала", "наименование порога", "название шкалы"),
               constraints=(Longest(characters=200),),
               description="Что за порог или шкала, как в «Что как считается»."),
        Column(name="detail", type="text", title="Ступень или предмет", example="математика профильная", empty="",
               synonyms=("ступень", "уточнение", "предмет или ступень", "показатель шкалы"),
               constraints=(Longest(characters=200),), description="Предмет, ступень шкалы, показатель."),
        Column(name="value", type="number", title="Значение порога", required=True, example=27,
               synonyms=("значение", "порог, балл", "балл"),
               description="Число порога, нижней границы ступени или веса."),
        Column(name="unit", type="text", title="Единица порога", example="балл", synonyms=("единица", "ед. изм."),
               constraints=(Longest(characters=60),), description="В чём измеряется."),
        Column(name="valid_from", type="date", title="Порог действует с", required=True, example="01.01.2026",
               synonyms=("действует с", "с", "с даты"), description="Первый день действия."),
        Column(name="valid_to", type="date", title="Порог действует по", example="31.12.2026",
               synonyms=("действует по", "по", "по дату"), description="Последний день. Пусто — действует."),
        Column(name="document", type="text", title="Документ порога", required=True,
               example="приказ Рособрнадзора от 01.11.2025 № 1500",
               synonyms=("документ", "основание", "приказ"), constraints=(Longest(characters=300),),
               description="Где порог установлен. Порога без документа не бывает."),
    ),
    rules=(
        Rule(id="norm-dates", column="valid_to", text="«Порог действует по» раньше, чем «Порог действует с».",
             bad=lambda: nw.col("valid_to") < nw.col("valid_from")),
    ),
    layouts=(
        Layout(id="list", title="Пороги и шкалы", needs=("norm", "value", "document"), number_row=True),
    ),
)
