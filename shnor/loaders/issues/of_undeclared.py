"""What there is to say about tables whose headers nobody declared."""

from shnor.loaders.issues.entry import IssueType

UNDECLARED_ISSUES = (
    IssueType("list-of-schools", "question", "Похоже на список школ",
              "Лист «{sheet}»: похоже на список школ, названо {count}. "
              "Проверьте коды и названия ниже и примите список."),
    IssueType("summary-whose", "error", "Не указано, чьи показатели",
              "Лист «{sheet}»: показатели по годам есть, а школа не названа ни над таблицей, ни в названии листа. "
              "Выберите школу; для всего муниципалитета назовите лист «Муниципалитет»."),
    IssueType("summary-no-year", "warning", "Столбец без года не взят",
              "Лист «{sheet}», {cell}: у столбца «{value}» не назван год, поэтому его числа не взяты. "
              "Впишите год в заголовок, например «{value}, 2025», и принесите файл снова."),
    IssueType("summary-row-left", "warning", "Строка сравнения не взята",
              "Лист «{sheet}», {cell}: строка «{value}» не взята: это не школа и не муниципалитет."),
    IssueType("summary-fractions", "question", "Проценты записаны долями",
              "Лист «{sheet}», {cell}: показатель «{indicator}» в процентах, а числа не больше 1, например {value}. "
              "Это доли, и 0,485 значит 48,5 %?"),
    IssueType("summary-year-of-fractions", "question", "Один год записан долями",
              "Лист «{sheet}», {cell}: «{value}» — показатель «{indicator}» в процентах, за {period} его числа не "
              "больше 1, а за другое время больше. Если это доли, впишите проценты: 48,5 вместо 0,485."),
    IssueType("summary-shares", "question", "Проценты записаны долями",
              "Лист «{sheet}», {cell}: в показателях с процентами есть числа не больше 1: {listed}. Это доли, и 0,485 "
              "значит 48,5 %? Ответ относится ко всем этим ячейкам."),
)
