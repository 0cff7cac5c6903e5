"""Rows of tables that are no rows of theirs, and marks that stand for what is above: as people type them."""

_SUBTOTAL = r"под[ыи]тог|промежуточный\s+итог|в\s+целом\s+по\s+(?:школе|оо|м[абк]?оу)"
TOTAL_BEGINS = rf"(?:итого|всего|{_SUBTOTAL})\b.*"
TOTAL_ALONE = (rf"\s*(?:(?:общий\s+)?итого?|всего|сумма|{_SUBTOTAL}(?=\b.*))"
               r"(?:\s+(?:по|за|№)\s.+|\s+[сон]?о[ош]ш\s.+|\s+мероприятий|\s+чел\w*|\s*:?\s*\d+(?:\s+чел\w*)?)?[\s.:]*")
"""A row of sums; the second names nothing besides."""
INCLUDING = r"(?:в том числе|в т\. ?ч\.|из них|в том числе по предметам)(?![а-яё])[\s:.,—–-]*"
"""The row above is the whole of this one and of those below."""
WHOLE = r"(?:все|всего|итого)(?: (?:предметы|педагоги|учителя|должности|по .+))?"
"""What the row above «в том числе» may be called; its name alone does not make it a sum."""
PAGES = (r"(?:стр(?:аница|\.)?|лист|с\.)\s*№?\s*\d+(?:\s*(?:из|/)\s*\d+)?\.?|[-–—]\s*\d+\s*[-–—]|"
         r"(?:продолжение|окончание|начало)\s+(?:табл\w*\.?|приложения|формы|на\s+след\w*\.?\s+\w*).*|"
         r"см\.?\s+(?:на\s+)?(?:след\w*\.?|обороте?).*")
"""What stands between two pages of a printed table."""
SIGNATURES = (r"^(?:директор|руководитель|заместитель|зам\.|исполнитель|исп\.|подпись|м\. ?п\.|начальник|"
              r"ответственн\w+ за|составил|дата|тел|примечани|\*|методист|согласовано|утвержда|_{3,})")
"""What stands under a table and belongs to nobody's row."""
SECTION_NUMBER = (r"^(?:(?:раздел|направление|блок|задача)\s+(?:№\s*)?)?"
                  r"(?:\d+|[IVX]+(?![а-яёa-z]))\s*[.):]*\s*(?=[А-ЯЁA-Z«\"])")
SCHOOL_NAMED = r"\bм[абк]?оу\b|\b[сон]ош\b|\b(?:гимназия|лицей|школа)\b.*№|№ ?\d+"
"""A row that is the name of a school and nothing else, over the rows of it."""
DITTO = frozenset({"то же", "тоже", "то же самое", "-\"-", "-//-", "-/-", "//", "-»-", "-«-", "\"", "“", "”", "„", "″",
                   "»", "«", "''", "-''-", "-“-", "-”-", "-″-", "-׀׀-", "-||-", "||", "там же", "та же", "тот же",
                   "те же", "так же", "аналогично", "как выше", "см. выше", "тогда же", "--//--", "--\"--", "---//---",
                   "↑", "…", "...", ",,", "-,,-"})
"""Stands for the value above."""
