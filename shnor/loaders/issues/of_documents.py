"""What there is to say about documents and texts: tables that are none, letters that cannot be read."""

from shnor.loaders.issues.entry import IssueType

ENCODING = IssueType("text-encoding", "question", "Кодировка файла",
    "«{name}»: кодировка файла: выберите. Буквы в нём читаются по-разному, взято «{taken}» ({page}). "
    "Выберите тот вид, в котором слова написаны правильно.")
DAMAGED = IssueType("text-damaged", "question", "Испорченная буква",
    "Лист «{sheet}», {cell}: «{value}»: на месте «\ufffd» буква испорчена в самом файле. "
    "Впишите, как должно быть, или оставьте как есть.")
DAMAGED_MANY = IssueType("text-damaged-many", "question", "Испорченные буквы",
    "Лист «{sheet}»: на месте «\ufffd» буквы испорчены в самом файле, ячеек {count}: {cells}. "
    "Попросите прислать файл ещё раз или оставьте как есть.")
TYPED = IssueType("file-typed-table", "error", "Таблица набрана отступами",
    "«{name}»: таблицы в документе нет, но есть строки, разделённые отступами (клавишей Tab), и в каждой их разное "
    "число. Выделите эти строки, скопируйте и нажмите «Вставить из письма»; либо в Word: «Вставка → Таблица → "
    "Преобразовать в таблицу», сохраните и перетащите снова.")

DOCUMENT_ISSUES = (ENCODING, DAMAGED, DAMAGED_MANY, TYPED)
