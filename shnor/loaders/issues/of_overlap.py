"""What is said and asked of rows that other files, accepted or lying beside, have told already."""

from shnor.loaders.issues.entry import IssueType

_HOW = ("«Заменить» — прежние строки больше не считаются, «добавить» — считаются и те, и эти, «уже учтено» — "
        "эти не берутся.")

OVERLAP_ISSUES = (
    IssueType("rows-alike", "error", "Строки похожи на принятые",
              "Лист «{sheet}»: {rows} файла «{file}»: {listed}. {wrong} Выберите: " + _HOW),
    IssueType("row-alike", "error", "Строка похожа на принятую",
              "Лист «{sheet}», {cell}: похожа на строку файла «{file}»: {listed}. Выберите: " + _HOW),
    IssueType("rows-counted", "warning", "Строки уже учтены",
              "Лист «{sheet}»: по вашему ответу не взято строк: {count}, они уже учтены в файле "
              "«{file}»: {listed}."),
    IssueType("rows-gone", "question", "Больше нет в файле",
              "Лист «{sheet}»: это прежний файл «{file}», присланный снова, а этих строк в нём больше нет: {listed}. "
              "Убрать их или оставить? Пока не выбрано, они считаются, как были."),
    IssueType("more-than-there-are", "question", "Больше, чем может быть",
              "Лист «{sheet}»: больше, чем может быть: {listed}.{hint} Исправьте числа и принесите файл снова или "
              "оставьте, если всё верно."),
    IssueType("sent-twice", "warning", "Прислано дважды",
              "В файле то же самое, что в файле «{file}» рядом: второй раз ничего не записывается."),
    IssueType("export-older", "warning", "Эти ответы есть в другом файле",
              "Лист «{sheet}»: это прежняя выгрузка той же формы, в файле «{file}» рядом ответов больше. Берётся он, "
              "отсюда эти числа не взяты."),
    IssueType("files-differ", "question", "Два файла об одном",
              "Лист «{sheet}»: о том же говорит файл «{file}» рядом, но иначе: {listed}. Какой верный? Пока не "
              "выбрано, верным считается этот, он ниже в списке."),
)
