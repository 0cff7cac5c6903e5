"""Tables people send that are none of ours: known by the set of their headers, each with what to bring instead.

Headers stand here as patterns of whole normalised texts (small letters, «ё» as «е», no marks at the end).
"""

from dataclasses import dataclass

HEAD_ROWS = 30
"""A header begins in one of so many first rows of a sheet."""

WIDEST = 300
"""No table of people has more columns."""
SAMPLE_ROWS, LONGEST_LIST, LONGEST_CELL = 200, 2_000, 200
"""A list of schools is told by its first filled rows; it is not longer, and no cell of it is."""


@dataclass(frozen=True)
class Need:
    """So many different headers of a row, or of two rows one under another, must fit the pattern."""

    pattern: str
    least: int = 1


@dataclass(frozen=True)
class Shape:
    """title: what it is called in «это …». bring: what to bring instead, without its last full stop. unless: a header
    with which the table is another one. sure: no record of ours has such texts in one row."""

    id: str
    title: str
    needs: tuple[Need, ...]
    bring: str
    unless: str = ""
    sure: bool = False


TASK = (r"(?:задани\w* ?|зад\.? ?)?(?:№ ?)?\d{1,2}(?:[.,кk]\d{1,2})*[а-яa-z]? ?\(?\d{1,2} ?б(?:\.|алл\w*)?\)?|"
        r"(?:балл\w*|баллы) за (?:задани\w+ )?(?:№ ?)?\d{1,2}(?:[.,кk()]+\d{0,2})*|a-\d{1,2}(?:[._-]\d{1,2})*-grade|"
        r"(?:задани\w*|зад\.?) ?(?:№ ?)?\d{1,2}(?:[.,кk]\d{1,2})*")
PUPIL = (r"код|(?:код|номер|№|id)(?: участник\w*| обучающ\w+| ученик\w*| учащ\w+| работы)|code|id|участник|"
         r"(?:порядковый )?номер обучающегося|№ бланка|номер бланка|фио|ф\.? ?и\.? ?о|фамилия.*|"
         r"фио (?:обучающ|учащ|ученик|участник)\w*|обучающийся|ученик|серия")
VARIANT = r"(?:№ |номер )?вариант\w*|var(?:-?\d)?"
POINTS = (r"(?:итого|всего|сумма|общая сумма|общее количество|набрано|получено|количество)?,? ?(?:первичн\w+ )?балл\w*|"
          r"итогов\w+ балл\w*|тестов\w+ балл\w*|сумма|sum|primarymark|итого баллов.*")
MARK = (r"(?:итоговая )?(?:отметка|оценка)(?: за (?:впр|работу|огэ|экзамен|выполнение работы))?|"
        r"(?:отметка|оценка) (?:впр|по (?:пятибалл|5-?балл)\w+ шкале|в баллах)|mark5?")
JOURNAL = (r"(?:отметка|оценка) по журналу|журнальная (?:отметка|оценка)|otc|"
           r"(?:отметка|оценка) за (?:предыдущ\w+|прошл\w+|[ivх1-4]+) .*|четвертная отметка.*")
_PLACE = r"код ппэ|аудитория|(?:ответы|задания) .*|№ бланка|код участника|код работы"
_COURSE = r".*\bчас(?:ов|ы)?\b.*|.*программ\w*|.*курс\w*|.*удостоверени\w*|тема.*"
_TIMES = r"отметка времени|timestamp|время создания|дата создания"
_COUNTED = (r"(?:количество|кол-во|число|всего|доля|%).*")
_PERSON = r"(?:ф\.? ?и\.? ?о|фио|фамилия)\b.*"
_PROTOCOL = ("Протокол по обучающимся не собираем: отдельные ученики не хранятся. Принесите из ФИС ОКО «Статистику по "
             "отметкам» и «Сравнение отметок с отметками по журналу» либо впишите в протокол столбец «Отметка» или "
             "шкалу перевода баллов в отметки: тогда он станет числами по школе, классу и предмету")

SHAPES = (
    *(Shape("protocol", "протокол по обучающимся", needs, _PROTOCOL, rf"{_COURSE}|{_TIMES}", sure=True) for needs in (
        (Need(TASK, 2), Need(rf"{PUPIL}|{VARIANT}|{POINTS}")),
        (Need(PUPIL), Need(VARIANT), Need(rf"{POINTS}|{JOURNAL}|{MARK}")),
        (Need(PUPIL), Need(POINTS), Need(rf"{MARK}|{VARIANT}|{_PLACE}")),
        (Need(PUPIL), Need(JOURNAL), Need(MARK)),
        (Need(PUPIL), Need("пол|gender"), Need(rf"{VARIANT}|класс|klass|наименование класса")),
        (Need("schoolcode|code|user"), Need("primarymark|sum"), Need("mark5|var.*|klass")))),
    Shape("context", "контекстные данные школы", (
        Need(r".*(?:высш\w+ (?:квалификационн\w+ )?категори\w+|тип населенн\w+ пункт\w*|скорост\w+ интернет\w*|"
             r"вовлеченност\w+ родител\w+|(?:кпк|повышен\w+ квалификации).*\d+ ?ч|учител\w+ (?:до|моложе|старше)|"
             r"неполн\w+ сем\w+|инвалид\w*|\bовз\b|не владе\w+ русск\w+|компьютер|код (?:огэ|егэ)).*", 3),
        Need(r"логин.*|регион|муниципалитет|тип населенн\w+ пункт\w*|.*директора.*|телефон.*|инн|e-?mail.*|user")),
          "Контекстные данные не собираем. Принесите список школ (форма «Школы муниципалитета») и числа педагогов по "
          "предметам (форма «Педагогические кадры и вакансии»)"),
    Shape("people", "список работников с датами рождения", (
        Need(r".*(?:дата|год|день) рождени\w+.*|родил\w+|д\.? ?р|год рожд.*|возраст"),
        Need(rf"{_PERSON}|.*(?:стаж|категория|должност|образовани)\w*.*|табельный номер|снилс")),
          "Работников поимённо не собираем. Принесите числа по предметам: форма «Педагогические кадры и вакансии»",
          rf"{_COURSE}|{_COUNTED}", sure=True),
)
NOT_TAKEN = "Не взято: {title}."
"""Stands in place of such a sheet where other sheets of its file are accepted."""

PROTOCOL_COLUMNS = {
    "mark": MARK, "journal": JOURNAL, "points": POINTS, "pupil": PUPIL, "variant": VARIANT, "task": TASK,
    "school": r"школа|(?:название|наименование|краткое наименование|код|логин)? ?(?:оо|оу|школы)|логин|"
              r"пользователь|user|groups?|образовательная организация|schoolcode|"
              r"наименование образовательной организации",
    "grade": r"класс|klass|наименование класса|название класса|параллель",
    "label": r"буква(?: класса)?|литера(?: класса)?",
    "subject": r"(?:учебный )?предмет|экзамен|наименование предмета",
}
"""What a column of a protocol is. The ordinal number of a class («Порядковый номер класса») is none."""
ABSENT = r"(?:отсутств\w+.*|не ?явк\w*|н|нет отметки|не ?писал\w*|болел\w*|б|-|x|х|n|)"
"""What stands for a mark or points of who did not write."""
SCALE = {"mark": r".*(?:отметк|оценк)\w*.*", "points": r".*балл\w*.*"}
"""First cells of the two rows of a scale: marks, and the points each is given for."""
BESIDE, BELOW = ", справа", ", ниже"
"""What the second of two tables on one sheet is called by, after the name of the sheet."""
BEGINS = (r"№|№ ?п/п|n п/п|п/п|школа|оо|оу|наименование оо|наименование школы|ф\.? ?и\.? ?о\.?|фио.*|контакт\w*.*|"
          r"ответственн\w+|директор\w*|телефон\w*")
"""A header with which another table begins behind an empty column."""
SINCE_JANUARY = r"с начала года|нарастающим итогом|с нарастанием|с января"
ROW_CODE = "код строки"
FORM_SIGNS = {"М-1": ROW_CODE, "М-2": "завершили курсы за месяц, чел"}
"""Forms that are known without their code, by a header."""
