"""What is said and asked where a sheet must be understood as a whole: the order of day and month in a column, months
that contradict each other."""

from shnor.loaders.issues.entry import IssueType

_AT = "Лист «{sheet}», {cell}, «{column}»: "

CONTEXT_ISSUES = (
    IssueType("month-first", "warning", "В датах сначала месяц",
              _AT + "в датах через косую черту первым стоит месяц: {read}. Так прочитаны все такие даты столбца. Если "
              "это не так, впишите даты через точку, день впереди: 18.11.2026."),
    IssueType("day-month-unclear", "question", "День или месяц стоит первым",
              "Лист «{sheet}», {where}: в датах {shown} неясно, что стоит первым, день или месяц: {why}. Ответ "
              "относится ко всему столбцу. Без ответа первым считается день."),
    IssueType("dates-turned", "question", "День и месяц переставлены",
              _AT + "в столбце есть даты, где первым стоит месяц, и такие, которые таблица уже поняла сама, например "
              "«{value}». Похоже, она приняла месяц за день, и это {other}. Переставить во всём столбце?"),
    IssueType("month-against", "question", "Месяц назван по-разному",
              "Лист «{sheet}»{place}: над таблицей «{value}», а {others}. Выберите месяц, за который эти строки."),
    IssueType("column-against-tab", "question", "Месяц в столбце и на вкладке разный",
              _AT + "во всех строках «{value}», а вкладка листа — «{other}». Выберите месяц, за который эти строки."),
    IssueType("tab-against-name", "question", "Месяц на вкладке и в имени файла разный",
              "Лист «{sheet}»: над таблицей месяца нет, вкладка листа — «{value}», а имя файла — «{other}». Выберите "
              "месяц, за который эти строки."),
    IssueType("outside-month", "question", "Даты вне месяца",
              "Лист «{sheet}», {cell}, «{column}»: лист за {month}, а даты другие: {listed}. Исправьте их или "
              "подтвердите: ответ относится ко всему столбцу."),
    IssueType("procedure-new", "question", "Новое название работы",
              _AT + "работы «{value}» среди принятых нет, похожие: {near}. Это она же другими словами? Разные названия "
              "считаются разными работами. Выберите прежнее название или подтвердите, что работа другая."),
    IssueType("work-year", "question", "Год в названии и учебный год",
              _AT + "в названии «{value}» — это {named} учебный год, а в столбце {year}. Выберите верный."),
)
