"""What there is to say about a finished paper that is to be checked, and about a form of the край that is to be filled.
Every sentence has its name."""

from shnor.loaders.issues.entry import IssueType


def _error(code: str, title: str, template: str) -> IssueType:
    return IssueType(code, "error", title, template)


OTHER = _error("paper-other", "Не документ с текстом",
    "«{name}» — не документ с текстом. Справку можно проверить в форматах .docx, .odt, .rtf, .txt: откройте её в Word, "
    "«Файл → Сохранить как → Документ Word (.docx)», и выберите новый файл.")
EMPTY = _error("paper-empty", "В документе нет текста",
    "«{name}» открылся, но текста в нём нет: возможно, это рисунки страниц. Откройте исходный документ в Word и "
    "выберите его.")
NOT_READ = _error("paper-not-read", "Документ не прочитан",
    "«{name}» не прочитан: чтение не закончилось за {limit} секунд или было остановлено. Разделите документ на части и "
    "выберите каждую отдельно.")

FORM_OTHER = _error("form-other", "Не таблица и не документ",
    "«{name}» — не форма .xlsx или .docx. Откройте форму у себя, «Файл → Сохранить как → Книга Excel (.xlsx)» или "
    "«Документ Word (.docx)», и выберите новый файл.")
FORM_LARGE = _error("form-large", "Форма слишком большая",
    "«{name}» в развёрнутом виде больше {limit} МБ. Уберите из формы рисунки и лишние листы, сохраните и выберите "
    "новый файл.")
FORM_UNSOUND = _error("form-unsound", "Форму не удалось разобрать",
    "«{name}» не удалось разобрать: файл повреждён или записан необычно. Откройте форму в Excel или Word, сохраните "
    "под новым именем и выберите новый файл.")

PAPER_ISSUES = (FORM_OTHER, FORM_LARGE, FORM_UNSOUND, OTHER, EMPTY, NOT_READ)
