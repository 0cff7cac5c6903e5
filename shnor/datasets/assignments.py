"""What differs from the rules for one school and month: a form not required of it, or awaited later by its letter."""

import narwhals as nw

from shnor.datasets._base import Column, Kind, Longest, Rule

ASSIGNMENTS = Kind(
    id="assignments",
    title="Сроки форм по школам",
    sheet="Сроки форм",
    row="одна строка — одна форма одной школы за один месяц, для которой срок другой",
    key=("school_id", "form", "month"),
    slice=("school_id", "form", "month"),
    period="month",
    school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5",
               synonyms=("оо", "наименование оо"), description="Для какой школы."),
        Column(name="form", type="choice", title="Форма", required=True, example="отчёт за месяц",
               bad_examples=("справка",), synonyms=("название формы",),
               choices={"month": "отчёт за месяц", "quarter": "итоги четверти"},
               spellings={"month": ("отчёт школы за месяц", "м-1"), "quarter": ("итоги", "м-5")},
               description="Какая форма."),
        Column(name="month", type="month", title="Месяц", required=True, example="ноябрь 2026",
               synonyms=("за месяц",), description="За какой месяц форма."),
        Column(name="state", type="choice", title="Что решено", required=True, example="перенесено",
               bad_examples=("потом",), synonyms=("решение",),
               choices={"not_required": "не требуется", "moved": "перенесено"},
               spellings={"not_required": ("не нужно", "не ждём"), "moved": ("перенесён срок", "перенесено до")},
               description="Форма не требуется или её ждём позже."),
        Column(name="until", type="date", title="Перенесено до", example="05.12.2026", synonyms=("новый срок",),
               description="До какого дня ждём, если перенесено."),
        Column(name="reason", type="text", title="Причина", example="письмо школы от 24.11.2026 № 31",
               synonyms=("основание",), constraints=(Longest(characters=500),),
               description="Письмо школы или другая причина."),
    ),
    rules=(
        Rule(id="moved-needs-until", column="until", text="«Перенесено» без нового срока: впишите, до какого дня.",
             bad=lambda: (nw.col("state") == "moved") & nw.col("until").is_null()),
    ),
)
