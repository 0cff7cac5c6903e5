"""How people write months, in cells and in heads of columns, and the marks they set under such heads."""

SHORT_MONTHS = ("янв", "фев(?:р)?", "мар", "апр", "май", "июн", "июл", "авг", "сент?", "окт", "нояб?", "дек")
MONTH_FORMS = (r"январ(?:ь|я|е|ю|ем)", r"феврал(?:ь|я|е|ю|ем)", r"март(?:а|е|у|ом)?", r"апрел(?:ь|я|е|ю|ем)",
               r"ма(?:й|я|е|ю|ем)", r"июн(?:ь|я|е|ю|ем)", r"июл(?:ь|я|е|ю|ем)", r"август(?:а|е|у|ом)?",
               r"сентябр(?:ь|я|е|ю|ем)", r"октябр(?:ь|я|е|ю|ем)", r"ноябр(?:ь|я|е|ю|ем)", r"декабр(?:ь|я|е|ю|ем)")
"""Regular expressions of one month each, in lower case, with е for ё: every case, and shortened."""
ROMAN_NUMBERS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ANY = "|".join((*MONTH_FORMS, *SHORT_MONTHS))
_YEAR = r"(?:[ ,.-]*(?:20)?\d\d(?: ?г(?:\.|ода?)?)?)?"
_WEEK = r"(?: / (?:[1-5]|i{1,3}|iv|v)(?:[ -]*[а-я]{1,2})?(?: ?(?:нед\w*|декада)\.?)?)?"
_GROUP = r"(?:[^/]*(?:месяц|срок|период|график|кварт|кв\.|полугод|четверт|20\d\d)[^/]* / )"
SPAN_HEADS = (
    rf"(?P<period>(?:[^/]+ / )*(?:(?:{_ANY})\.?{_YEAR}|20\d\d-\d\d-01(?: 00:00:00)?|(?:0?[1-9]|1[0-2])\.20\d\d){_WEEK}"
    rf"|{_GROUP}+(?:0?[1-9]|1[0-2]|{'|'.join(ROMAN_NUMBERS)})"
    rf"|(?:[^/]+ / )*(?:[1-4]|i{{1,3}}|iv)(?:-?й)? ?кв(?:артал\w*|\.)?(?: 20\d\d(?: ?г(?:\.|ода?)?)?)?)")
"""The head of a column that is a time: a month with or without its year, a number of a month under a group that says
so, a quarter. Written as the path of a head of several rows."""
NO_MARKS = frozenset({"", "-", "--", "0", "нет", "не", "не планируется", "не предусмотрено", "."})
"""What stands under a month in which nothing is planned."""
SEASONS = {"осень": (9, 11), "осенью": (9, 11), "осени": (9, 11), "весна": (3, 5), "весной": (3, 5), "весны": (3, 5),
           "лето": (6, 8), "летом": (6, 8), "лета": (6, 8), "зима": (12, 2), "зимой": (12, 2), "зимы": (12, 2)}
"""First and last month; offered, for who writes «осень» may mean the school autumn."""
WHOLE_YEAR = r"(?:весь |целый |текущий |отчетный |этот |этого |всего )?год[ау]?"
WHOLE_SCHOOL_YEAR = r"(?:весь |текущий |этот |всего )?(?:учебн\w+|уч\.?) ?(?:год[ау]?|г\.?)"
"""A year nobody has numbered."""
PERIOD_BEGINS = r"^(?:за|в течени[еи]|на протяжении|во?|период|с начала) "
DAY_FORMAT = r"(?:yy|dd|гг|дд)"
"""A format of cells that shows days."""
NOMINATIVE = ("ь", "март", "май", "август")
NUMBERS_BY_MONTH = (("сколько мероприятий проведено", "events", "number"),
                    ("сколько педагогов прошли курсы", "courses", "people"))
"""What a number under a month may count → the kind that holds it, a row a month, and its column. A table with months as
columns does not say which of them it is, nor whether it was planned or done."""
