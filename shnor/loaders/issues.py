"""The catalogue of everything the loaders say: where, what, what is allowed, what to do."""

from shnor.datasets import KINDS
from shnor.loaders.file_issues import FILE_ISSUES
from shnor.loaders.issue_type import IssueType

_AT = "Лист «{sheet}», {cell}, «{column}»: "

TABLE_ISSUES = (
    IssueType("unknown-table", "error", "Таблица не узнана",
              "Лист «{sheet}»: такой формы мы не собираем. Увидели: {seen}. Ждём одну из форм: {expected}. "
              "Возьмите шаблон формы и перенесите в него строки."),
    IssueType("missing-column", "error", "Нет нужного столбца",
              "Лист «{sheet}», строка заголовков {row}: похоже на форму «{kind}», но нет столбца «{column}». "
              "Нашли столбцы: {found}. Назовите нужный столбец «{column}» или добавьте его."),
    IssueType("two-columns", "error", "Один столбец дважды",
              "Лист «{sheet}», {cell}: «{value}» — второй столбец для «{column}», первый стоит в {other}. "
              "Оставьте один из них или переименуйте лишний."),
    IssueType("no-rows", "error", "Нет строк",
              "Лист «{sheet}»: заголовки формы «{kind}» есть, а строк под ними нет. "
              "Впишите строки и принесите файл снова."),
    IssueType("plan-title", "question", "Нет названия дорожной карты",
              "Лист «{sheet}»: над таблицей нет названия документа. Как называется эта дорожная карта? "
              "Название нужно, чтобы узнать её в следующий раз."),
    IssueType("plan-unclear", "error", "Неясно, к какой дорожной карте отчёт",
              "Лист «{sheet}», {cell}: не указано, к какой дорожной карте относится отчёт. {known} "
              "Выберите её или впишите название в столбец «Дорожная карта»."),
    IssueType("unknown-plan", "error", "Такой дорожной карты нет",
              "Лист «{sheet}», {cell}: дорожной карты «{value}» среди принятых нет. {known} "
              "Выберите принятую или сначала примите эту дорожную карту."),
    IssueType("unknown-activity", "error", "Такого мероприятия нет в дорожной карте",
              "Лист «{sheet}», {cell}: мероприятия № {value} за {period} нет в дорожной карте «{plan}». "
              "Исправьте номер или примите дополненную дорожную карту."),
    IssueType("no-register", "error", "Списка школ ещё нет",
              "Лист «{sheet}», {cell}: школу «{value}» не с чем сверить — списка школ ещё нет. "
              "Сначала примите форму «Школы муниципалитета», затем этот файл."),
)

CELL_ISSUES = (
    IssueType("not-a-number", "error", "Не число",
              _AT + "«{value}» — нужно число цифрами, например {example}. Впишите число."),
    IssueType("not-whole", "error", "Не целое число",
              _AT + "«{value}» — нужно целое число, например {example}. Впишите целое число."),
    IssueType("not-a-date", "error", "Не дата",
              _AT + "«{value}» — нужна дата, например 18.11.2026. Впишите день, месяц и год."),
    IssueType("not-a-month", "error", "Не месяц",
              _AT + "«{value}» — нужен месяц с годом, например ноябрь 2026. Впишите месяц и год."),
    IssueType("unknown-choice", "error", "Значения нет в списке",
              _AT + "«{value}» — такого значения нет. Можно: {allowed}. Выберите подходящее."),
    IssueType("unknown-school", "error", "Школы нет в списке",
              _AT + "«{value}» — такой школы нет в списке школ. Исправьте название или сначала дополните список школ."),
    IssueType("school-unclear", "question", "Какая это школа",
              _AT + "«{value}» — в списке школ записано иначе: {near}. Та ли это школа? "
              "Выберите или исправьте название."),
    IssueType("required", "error", "Пустая обязательная ячейка",
              _AT + "пусто, а без этого строку не принять. Впишите, например: {example}."),
    IssueType("constraint", "error", "Значение вне допустимого",
              _AT + "«{value}» — допустимо: {allowed}. Исправьте значение."),
    IssueType("repeated-key", "error", "Строка повторяется",
              "Лист «{sheet}», {cell}: {what} уже есть в {other}. Оставьте одну из строк или исправьте лишнюю."),
    IssueType("cell-error", "error", "Ошибка формулы",
              _AT + "«{value}» — в ячейке ошибка формулы. Впишите значение или исправьте формулу."),
    IssueType("future-date", "question", "Дата в будущем",
              _AT + "«{value}» — дата в будущем, сегодня {today}. Подтвердите или впишите верную дату."),
    IssueType("odd-date", "question", "Странный год",
              _AT + "«{value}» — год далеко от нынешнего ({today}). Выберите верную дату или подтвердите эту."),
    IssueType("mangled-number", "question", "Номер превратился в дату",
              _AT + "таблица показывает дату {value}. Похоже, номер превратился в дату. Записать {taken}?"),
    IssueType("month-as-date", "question", "День или весь месяц",
              _AT + "в ячейке дата {value}. Срок — весь {month} или один день? Выберите."),
)

ROADMAP_ISSUES = (
    IssueType("plan-against-years", "question", "План и годы расходятся",
              _AT + "план «{value}», а по годам {years}: не сходится ни как сумма, ни как число на каждый год. "
              "Выберите верное или оставьте как в документе."),
    IssueType("empty-year", "question", "Пусто в одном из лет",
              _AT + "за {year} год пусто, а план — «{plan}». Пусто не значит ноль. Впишите число или оставьте пустым."),
    IssueType("deadline-unknown", "warning", "Срок не распознан",
              _AT + "«{value}» — срок не распознан: сохранён как написано, дат нет. Можно вписать месяц и год, "
              "например ноябрь 2026."),
    IssueType("deadline-doubt", "warning", "Проверьте срок",
              _AT + "«{value}». {doubt} При необходимости впишите месяц и год, например ноябрь 2026."),
    IssueType("planned-unknown", "warning", "План не распознан как число",
              _AT + "«{value}» — число не распознано: сохранено как написано. Можно вписать число, например 2."),
    IssueType("no-plan-year", "error", "Не назван год плана",
              _AT + "год не назван ни в сроке, ни в названии дорожной карты, ни в столбце «Период». "
              "Впишите год, например ноябрь 2026."),
)

MONTH_ISSUES = (
    IssueType("status-missing", "question", "Нет состояния",
              _AT + "строка заполнена, а состояние не выбрано. "
              "Выберите состояние или оставьте: тогда строка не запишется."),
    IssueType("nothing-marked", "warning", "Отметок нет",
              "Лист «{sheet}»: ни в одной строке нет состояния, записывать нечего. "
              "Если изменений за месяц нет, поставьте «да» рядом со словами «Изменений за месяц нет»."),
    IssueType("code-against-head", "question", "Код формы и шапка расходятся",
              "Лист «{sheet}», {cell}: в шапке «{value}», а форма выдана для другого: {form}. Выберите верное."),
    IssueType("row-code-lost", "warning", "Код строки потерян",
              "Лист «{sheet}», {cell}: код строки не читается, мероприятие найдено по номеру {number}. Проверьте."),
)

PEOPLE_ISSUES = (
    IssueType("personal-column", "warning", "Столбец с личными данными не взят",
              "Лист «{sheet}», {cell}: столбец «{column}» — личные данные ({what}). Он не взят и нигде не сохранится. "
              "Для отчёта достаточно числа людей по предметам."),
    IssueType("personal-only", "error", "В файле личные данные, формы отчёта нет",
              "«{sheet}»: это список людей с личными данными ({what}), а не форма отчёта. Ничего не взято. "
              "Принесите числа по предметам: сколько педагогов, курсов, удостоверений."),
    IssueType("personal-text", "warning", "Личные данные в тексте закрыты",
              "Лист «{sheet}», {cell}: похоже на {what}. В записях будет «{mask}». "
              "Пишите должность, без фамилий и номеров."),
)


def _rules() -> list[IssueType]:
    """A rule of a declaration is an issue of its own; its sentence stands in the declaration."""
    return [IssueType(rule.id, rule.severity, rule.text.partition(":")[0].rstrip("."),
                      _AT + rule.text.replace("{", "{{").replace("}", "}}"))
            for kind in KINDS.values() for rule in kind.rules]


ISSUES: dict[str, IssueType] = {
    issue.code: issue
    for issue in (*FILE_ISSUES, *TABLE_ISSUES, *CELL_ISSUES, *ROADMAP_ISSUES, *MONTH_ISSUES, *PEOPLE_ISSUES, *_rules())
}
