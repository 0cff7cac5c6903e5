"""What is said and asked of the marks of a month: states, days and numbers written into one cell, the head of our
form."""

from shnor.loaders.issues.entry import IssueType

_AT = "Лист «{sheet}», {cell}, «{column}»: "

MONTH_ISSUES = (
    IssueType("status-missing", "question", "Нет состояния",
              _AT + "строка заполнена, а состояние не выбрано. "
              "Выберите состояние или оставьте: тогда строка не запишется."),
    IssueType("nothing-new-doubt", "question", "Есть ли изменения",
              "Лист «{sheet}», {cell}: рядом с «Изменений за месяц нет» стоит «{value}». Изменений нет или они есть? "
              "Выберите."),
    IssueType("which-number", "question", "Какое из чисел записать",
              "Лист «{sheet}», {cell}: «{value}» — названо несколько чисел. Какое из них «Сделано за месяц»? Выберите "
              "или впишите число в свой столбец. Пока не выбрано, число не записано."),
    IssueType("which-day", "question", "Какой это день",
              "Лист «{sheet}», {cell}: «{value}» — день назван не полностью. Взято {taken}. Подтвердите или выберите "
              "другой."),
    IssueType("nothing-marked", "warning", "Отметок нет",
              "Лист «{sheet}»: ни в одной строке нет состояния, записывать нечего. Впишите, что сделано. "
              "Если изменений за месяц нет, поставьте «да» рядом со словами «Изменений за месяц нет»."),
    IssueType("code-against-head", "question", "Код формы и шапка расходятся",
              "Лист «{sheet}», {cell}: в шапке «{value}», а форма выдана для другого: {form}. Выберите верное."),
    IssueType("file-names-another", "question", "Имя файла говорит о другом",
              "Лист «{sheet}», {cell}: в шапке «{value}», а имя файла называет {named}. Проверьте, тот ли это файл, "
              "и выберите верное."),
    IssueType("marked-yet-nothing-new", "warning", "И «изменений нет», и отметки",
              "Лист «{sheet}», {cell}: стоит «{value}» — изменений за месяц нет, а в строках есть отметки. "
              "Отметки взяты, остальные строки записаны «без изменений». Если это не так, уберите «{value}»."),
    IssueType("running-total", "question", "Похоже, числа с начала года",
              "Лист «{sheet}», {cell}, «{value}»: похоже, числа с начала года: {series}. Записать за {month} {new}? "
              "Ответ относится ко всему столбцу; прежние месяцы останутся как приняты."),
    IssueType("sheets-apart", "question", "Листы отчёта о разном",
              "Лист «{sheet}», {cell}: здесь «{value}», а на листе «{other}» — «{there}». Выберите верное."),
    IssueType("sheet-missing", "warning", "Отчёт сдан частично",
              "Нет листа «{value}»: отчёт сдан частично. Если школе нечего в нём сообщить, лист можно оставить пустым, "
              "но не удалять."),
    IssueType("row-code-lost", "warning", "Код строки потерян",
              "Лист «{sheet}», {cell}: код строки не читается, мероприятие найдено по номеру {number}. Проверьте."),
)
