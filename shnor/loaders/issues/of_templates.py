"""What there is to say about a presentation whose look a show is to have. Every sentence has its name."""

from shnor.loaders.issues.entry import IssueType


def _error(code: str, title: str, template: str) -> IssueType:
    return IssueType(code, "error", title, template)


def _left_out(code: str, title: str, template: str) -> IssueType:
    return IssueType(code, "warning", title, template)


OTHER = _error("template-other", "Не шаблон презентации",
    "«{name}» — не шаблон PowerPoint. Нужен файл .potx или .pptx: откройте шаблон у себя, «Файл → Сохранить как → "
    "Шаблон PowerPoint (.potx)», и выберите новый файл.")
OLD = _error("template-old", "Старый формат презентации",
    "«{name}» — старый формат PowerPoint (.ppt или .pot). Откройте файл, «Файл → Сохранить как → Шаблон PowerPoint "
    "(.potx)», и выберите новый файл.")
PASSWORD = _error("template-password", "Шаблон с паролем",
    "«{name}» защищён паролем. Снимите пароль (Файл → Сведения → Защита презентации), сохраните и выберите файл снова.")
MACROS = _error("template-macros", "В шаблоне макросы",
    "«{name}»: в шаблоне есть макросы, поэтому он не взят. Откройте его, «Файл → Сохранить как → Шаблон PowerPoint "
    "(.potx)», без макросов, и выберите новый файл.")
NO_TITLE = _error("template-no-title", "Нет макета с заголовком",
    "«{name}»: ни на одном макете нет места для заголовка, показ по нему не собрать. В PowerPoint «Вид → Образец "
    "слайдов → Вставить макет» добавляет макет с заголовком; сохраните и выберите файл снова.")
LARGE = _error("template-large", "Слишком большой шаблон",
    "«{name}» больше {limit} МБ. Удалите из него слайды, видео и большие рисунки, сохраните и выберите файл снова.")
PICTURE = _error("template-picture", "Большой рисунок в шаблоне",
    "«{name}»: рисунок на макете «{where}» больше {limit} МБ, такой показ не отправить почтой. Щёлкните по рисунку, "
    "«Формат → Сжать рисунки», сохраните и выберите файл снова.")
PICTURES = _error("template-pictures", "Много рисунков в шаблоне",
    "«{name}»: рисунки на макетах вместе больше {limit} МБ. Удалите лишние макеты или сожмите рисунки («Формат → "
    "Сжать рисунки»), сохраните и выберите файл снова.")
LAYOUTS = _error("template-layouts", "Слишком много макетов",
    "«{name}»: макетов больше {limit}. Удалите лишние («Вид → Образец слайдов»), сохраните и выберите файл снова.")
SIZE = _error("template-size", "Необычный размер слайда",
    "«{name}»: размер слайда {size} не подходит для показа. В PowerPoint «Конструктор → Размер слайда» выберите 16:9 "
    "или 4:3, сохраните и выберите файл снова.")
UNREADABLE = _error("template-unreadable", "Шаблон не читается",
    "«{name}» прочитать не удалось. Откройте его в PowerPoint, «Файл → Сохранить как → Шаблон PowerPoint (.potx)» под "
    "новым именем, и выберите новый файл.")
NOT_READ = _error("template-not-read", "Шаблон не прочитан",
    "«{name}» не прочитан: чтение не закончилось за {limit} секунд или было остановлено. Уберите из шаблона лишние "
    "макеты и рисунки и выберите файл снова.")
SLIDES = _left_out("template-slides", "Слайды не взяты",
    "«{name}»: из файла взято только оформление. Слайды, что были внутри ({count}), в показ не попадут.")
LINKS = _left_out("template-links", "Ссылки убраны",
    "«{name}»: на макетах были ссылки на другие файлы или страницы ({count}), в показ они не попадут. Если на их месте "
    "был рисунок, вставьте его в шаблон как рисунок, без связи с файлом.")
EXTRAS = _left_out("template-extras", "Взято не всё",
    "«{name}»: на макетах были объекты, которых в показе не будет (видео, звук, документ, рисунок в редком формате): "
    "{count}. Нужный рисунок сохраните как PNG и вставьте снова.")

TEMPLATE_ISSUES = (OTHER, OLD, PASSWORD, MACROS, NO_TITLE, LARGE, PICTURE, PICTURES, LAYOUTS, SIZE, UNREADABLE,
                   NOT_READ, SLIDES, LINKS, EXTRAS)
