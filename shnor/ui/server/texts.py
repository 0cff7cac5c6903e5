"""Streamlit's own English texts and ours: {bundle: ((what stands there, what we serve), …)}.

The bundle is the file name before its hash. The left side carries enough code around the words to mean one place only;
its names of one or two letters are open (see minified.py). A test finds every left side in the pinned version;
`python -m shnor.ui.server.wheel` says what another version does not contain. Nothing here but PICTURES changes what
Streamlit does.
"""

Pairs = tuple[tuple[str, str], ...]

TITLE = "Мониторинг ШНОР"


def label(english: str, russian: str) -> tuple[str, str]:
    """Read aloud by a screen reader, and often the hint of a button with a picture."""
    return f'"aria-label":`{english}`', f'"aria-label":`{russian}`'


def caption(english: str, russian: str) -> tuple[str, str]:
    return f"label:`{english}`", f"label:`{russian}`"


def child(english: str, russian: str) -> tuple[str, str]:
    return f"children:`{english}`", f"children:`{russian}`"


INDEX: Pairs = (
    ('<html lang="en">', '<html lang="ru">'),
    ("<title>Streamlit</title>", f"<title>{TITLE}</title>"),
    ("You need to enable JavaScript to run this app.", "Чтобы программа открылась, разрешите в браузере JavaScript."),
)
# Streamlit's own way to say where its server is, else it tries the folder of the address first: we are at the root, or
# below the path of the public address, which the page carries.
ORIGIN = ("window.__streamlit={BACKEND_BASE_URL:window.location.origin"
          "+(document.documentElement.dataset.shnorBelow||'')}")
# What index.html carries for robots and for a font we do not use: (from, up to and with).
CUT = (
    ("<!--\n Copyright", "-->\n\n"),
    ("<link\n      rel=\"preload\"", "/>"),
    ("<!--\n      Machine-readable", "-->"),
    ('<link rel="service-desc"', "/>"),
    ("<!-- initialize window.prerenderReady", "</script>"),
    ("<p>\n        Reading this without a browser?", "</p>"),
    ("<p>\n        The protocol is described", "</p>"),
)

# These pieces bring Russian words and month names of their own, and Streamlit asks them for English.
LOCALE = ("locale:`en-US`", "locale:`ru-RU`")

MONTH_CALENDAR: Pairs = (
    label("Previous month", "Предыдущий месяц"), label("Next month", "Следующий месяц"),
    caption("Past Week", "Неделя"), caption("Past Month", "Месяц"), caption("Past 3 Months", "3 месяца"),
    caption("Past 6 Months", "6 месяцев"), caption("Past Year", "Год"), caption("Past 2 Years", "2 года"),
)
CALENDAR_KEYS = child("Use arrow keys to navigate dates. Enter to select. Escape to close.",
                      "Стрелки меняют дату, ввод выбирает.")

FILES: Pairs = (
    ("label:l?`Upload directories`:`Upload`", "label:l?`Выбрать папку`:t?`Выбрать файлы`:`Выбрать файл`"),
    ("`${T(t,D.Byte,0)} per file`,e.length?` • ${S(e)}`:null",
     "`файл до ${T(t,D.Byte,0)}`,null"),
    ("l?`Drag and drop directories here`:t?`Drag and drop files here`:`Drag and drop a file here`",
     "l?`Перетащите папку сюда`:t?`Перетащите файлы сюда`:`Перетащите файл сюда`"),
    ("message:`${e.type} files are not allowed.`", "message:`Файлы этого вида не принимаются.`"),
    label("Add files", "Добавить файлы"),
)

UTILS: Pairs = (
    ("`Choose or add options`:`Choose or add an option`", "`Выберите или впишите`:`Выберите или впишите`"),
    ("`Add options`:`Add an option`", "`Впишите`:`Впишите`"),
    ("`Choose options`:`Choose an option`", "`Выберите`:`Выберите`"),
    ("`No options to select`", "`Нет вариантов`"),
    ('"aria-label":`file upload`', '"aria-label":`выбор файлов`'),
    ("`Only one file is allowed.`", "`Можно выбрать только один файл.`"),
    ("`File must be ${$(n,`b`)} or smaller.`", "`Файл больше ${$(n,`b`,0)}: разделите его.`"),
    ("`${t.type} files are not allowed.`", "`Файлы этого вида не принимаются.`"),
    ("[`Error: `,h]", "[`Ошибка: `,h]"),
    ("`File size is too small.`", "`Файл слишком мал.`"),
    ("title:l?`Click to retry upload`", "title:l?`Щёлкните, чтобы передать ещё раз`"),
    ("`Cancel upload of ${e.name}`:`Remove ${e.name}`", "`Прервать передачу: «${e.name}»`:`Убрать «${e.name}»`"),
    ("${e.toFixed(n)}${t.toUpperCase()}`",
     "${e.toFixed(n).replace(`.`,`,`)}\u00a0${{b:`Б`,kb:`КБ`,mb:`МБ`,gb:`ГБ`,tb:`ТБ`}[t]??t.toUpperCase()}`"),
)

LISTS: Pairs = (
    LOCALE,
    label("Open", "Открыть список"),
    ("`No results`", "`Ничего не найдено`"),
)

NUMBER: Pairs = (
    label("Increment", "Больше"), label("Decrement", "Меньше"), label("Clear value", "Очистить"),
    ("`Number is below the allowed range.`", "`Число меньше допустимого.`"),
    ("`Number is above the allowed range.`", "`Число больше допустимого.`"),
    ("`Number is outside the allowed range. Please enter a value between ${n} and ${r}.`",
     "`Допустимо число от ${n} до ${r}.`"),
    ("Please enter a value greater than or equal to ${n}.", "Допустимо число не меньше ${n}."),
    ("Please enter a value less than or equal to ${r}.", "Допустимо число не больше ${r}."),
    ("Number is below the allowed range. ", ""), ("Number is above the allowed range. ", ""),
)

TABLE: Pairs = (
    caption("Download as CSV", "Скачать таблицу"), caption("Show/hide columns", "Столбцы"),
    caption("Add row", "Добавить строку"), caption("Delete row(s)", "Удалить строки"), caption("Search", "Поиск"),
    caption("Clear selection", "Снять выделение"), caption("Select all", "Выбрать все"),
    label("Previous Result", "Предыдущее"), label("Next Result", "Следующее"), label("Close Search", "Закрыть поиск"),
    ("`Type to search`", "`Что найти`"),
    ("`Sort ascending`", "`По возрастанию`"), ("`Sort descending`", "`По убыванию`"),
    ("`Statistics`]", "`Сводка`]"), ("`Format`]", "`Вид чисел`]"), ("`Autosize`]", "`Подобрать ширину`]"),
    ("`Pin column`", "`Закрепить столбец`"), ("`Unpin column`", "`Открепить столбец`"),
    ("`Hide column`", "`Скрыть столбец`"), ("`Copy column name`", "`Скопировать название столбца`"),
    label("Dataframe column menu", "Действия со столбцом"), label("Button action menu", "Действия"),
    caption("Automatic", "Как есть"), caption("Localized", "По-русски"), caption("Plain", "Без разделителей"),
    caption("Compact", "Кратко"), caption("Dollar", "Доллар"), caption("Euro", "Евро"), caption("Yen", "Иена"),
    caption("Percent", "Процент"), caption("Scientific", "Степень"), caption("Accounting", "Бухгалтерский"),
    caption("Duration", "Длительность"), caption("Distance", "Давность"), caption("Calendar", "Календарь"),
    caption("Values", "Значений"), caption("Empty", "Пусто"), caption("Distinct", "Разных"),
    caption("Average", "Среднее"), caption("Standard deviation", "Отклонение"), caption("Minimum", "Наименьшее"),
    caption("Median", "Медиана"), caption("Maximum", "Наибольшее"), caption("Sum", "Сумма"),
    caption("Minimum length", "Наименьшая длина"), caption("Maximum length", "Наибольшая длина"),
    caption("Average length", "Средняя длина"), caption("Range", "Размах"),
    ("{let t=[Iy(`True`", "{let t=[Iy(`Да`"), (",Iy(`False`", ",Iy(`Нет`"),
    child("No data", "Нет данных"), child("No content", "Пусто"), child("Based on sample", "По части строк"),
    ("`Distribution histogram`", "`Распределение`"), ("`Top values frequency chart`", "`Частые значения`"),
    ("`True/false distribution chart`", "`Да и нет`"),
    ("title:`Range`", "title:`Значение`"), ("title:`Count`", "title:`Строк`"),
    ("placeholder:`Select...`", "placeholder:`Выберите`"), ("`No options`", "`Нет вариантов`"),
    ("`Loading...`", "`Минуту…`"), ("`Create \"${e}\"`", "`Добавить «${e}»`"),
    ("`Create \"${e.inputValue}\"`", "`Добавить «${e.inputValue}»`"), ("`Add...`", "`Добавить`"),
    ("label:`Save (${f}+Enter)`", "label:`Сохранить`"), caption("Cancel (Escape)", "Не сохранять"),
    ("`Invalid input.`", "`Так записать нельзя.`"),
    ("`The value cannot be interpreted as a number.`", "`Нужно число.`"),
    ("`The value is not part of the allowed options.`", "`Такого варианта нет.`"),
    ("`Failed to load data`", "`Строки не показаны`"),
)

FRAME: Pairs = (
    ("let o=`${i.flat().length} more`", "let o=`Другие разделы`"),
    # our own page says that an address has none (ui/kit/missing.py): a window over it would say it twice
    ("this.showError(`Page not found`,{message:`${t}. Running the app's main page.`})", "void t"),
    ("showError(`Connection error`", "showError(`Нет связи с программой`"),
    ("showError(`Bad message format`", "showError(`Ответ программы не прочитан`"),
    ("message:`Streamlit server is not responding. Are you connected to the internet?`",
     "message:`Программа не отвечает. Проверьте, что она запущена.`"),
    ("message:`Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:`",
     "message:`Программа остановлена. Запустите её ещё раз, как обычно:`"),
    ("message:`Cannot connect to Streamlit (HTTP status: 403).\n\nIf you are trying to access a Streamlit app running "
     "on another server, this could be due to the app's [CORS](${rD}) settings.`",
     "message:`Вход закрыт. Запустите программу ещё раз и откройте страницу из неё.`"),
    ("codeBlock:`streamlit run yourscript.py`", "codeBlock:`python run.py`"),
    ("message:`Connection timed out.`", "message:`Программа не ответила вовремя.`"),
    ("`Connection failed with status ${r}${s?`, and response:`:`.`}`", "`Программа ответила отказом (${r}).`"),
    ("`Connection lost. Please wait for the app to reconnect, then try again.`",
     "`Связь прервалась. Подождите, пока она восстановится, и повторите.`"),
    ("`Please wait...`", "`Подождите…`"),
    label("Running...", "Идёт расчёт"), ("title:e?`Stopping...`:`Stop`", "title:e?`Останавливаем…`:`Остановить`"),
    ("_O=`Connecting`", "_O=`Соединяемся`"), ("vO=`Connecting to Streamlit server`", "vO=`Соединяемся с программой`"),
    ("bO=`Error`", "bO=`Нет связи`"), ("xO=`Unable to connect to Streamlit server`", "xO=`Нет связи с программой`"),
    child("Skip to main content", "Перейти к содержанию"),
    label("App pages", "Разделы"), label("Sidebar", "Разделы"), label("Collapse sidebar", "Скрыть разделы"),
    label("Expand sidebar", "Показать разделы"), label("Main menu", "Меню"), label("Notifications", "Сообщения"),
    label("Navigate to home page", "На главную"), label("Close", "Закрыть"), label("Theme", "Вид"),
    label("Scroll tabs left", "Вкладки влево"), label("Scroll tabs right", "Вкладки вправо"),
    label("Shortcut ${l}", "Сочетание клавиш ${l}"),
    ("`View less`", "`Свернуть`"), ("`View ${x-m} more`", "`Ещё ${x-m}`"),
    ("r?`view less`:`view more`", "r?`свернуть`:`подробнее`"),
    child("Script execution error", "Ошибка программы"), child("Traceback:", "Место ошибки:"),
    child("Close", "Закрыть"), child("Copy", "Скопировать"), child("Cancel", "Не надо"),
    caption("Rerun", "Обновить"), caption("Print", "Напечатать"), caption("Clear cache", "Пересчитать всё"),
    ("n?`Step`:`Expander`}", "n?`Шаг`:`Подробнее`}"),
    ("alt:`Logo`", "alt:`Знак`"),
)

PICTURES = ("USE_PROFILES:{html:!0}", "USE_PROFILES:{html:!0,svg:!0}")
"""Small pictures inside our HTML are SVG: the filter of what a page may contain keeps them. What could run is still
taken out of them."""

TEXTS: dict[str, Pairs] = {
    "Html": (PICTURES,),
    "index": FRAME,
    "FileUploader": FILES,
    "utils": UTILS,
    "Multiselect": (*LISTS, label("Clear all", "Очистить"), label("Selected values", "Выбрано"),
                    label("Remove ${e}", "Убрать «${e}»"), caption("Select all", "Выбрать все"),
                    caption("Select ${p.length} matches", "Выбрать найденные: ${p.length}"),
                    caption("Add: ${n}", "Добавить: ${n}"),
                    ("let e=t.maxSelections===1?`option`:`options`;", ""),
                    ("`You can only select up to ${t.maxSelections} ${e}. Remove an option first.`",
                     "`Можно выбрать не больше ${t.maxSelections}. Сначала уберите лишнее.`"),
                    ("`Multiselect`", "`Список`"), ("`Multiselect options`", "`Варианты`")),
    "Selectbox": (*LISTS, label("Clear value", "Очистить"), caption("Add: ${M}", "Добавить: ${M}"),
                  ("`Selectbox`", "`Список`"), ("`Selectbox options`", "`Варианты`")),
    "Radio": (("`No options to select.`", "`Нет вариантов`"),),
    "NumberInput": NUMBER,
    "TextInput": (label("Clear entry", "Очистить"), ("`Hide password`:`Show password`", "`Скрыть`:`Показать`"),
                  ("`Invalid input.`", "`Так записать нельзя.`")),
    "requiredField": (("`This field is required.`", "`Заполните это поле.`"),),
    "InputInstructions": (
        ("let e=a?`submit form`:`apply`;", "let e=a?`отправить`:`применить`;"),
        ("f(`Press ${r()?`⌘`:`Ctrl`}+Enter to ${e}`)",
         "f(a?`Нажмите кнопку под полями`:`Щёлкните вне поля, чтобы ${e}`)"),
        ("f(`Press Enter to ${e}`)", "f(`Нажмите клавишу ввода, чтобы ${e}`)")),
    "DateInput": (LOCALE, ("`Select...`", "`Выберите`"), CALENDAR_KEYS, child("Date range", "Период"),
                  label("Clear date", "Очистить"),
                  label("Clear dates", "Очистить"), label("Quick select a date range", "Готовые периоды"),
                  label("Choose date", "Выбрать день"), label("Choose date range", "Выбрать период"),
                  ("?`Choose date`:void 0", "?`Выбрать день`:void 0"),
                  ("?`Choose date range`:void 0", "?`Выбрать период`:void 0"),
                  label("${ce} start date", "${ce}: начало"), label("${ce} end date", "${ce}: конец")),
    "ReorderedSegments": MONTH_CALENDAR,
    "DynamicIcon": (("return`Loading`", "return`Подождите`"), ("`${n} icon`", "``")),
    "DateTimeInput": (LOCALE, label("Choose date and time", "Выбрать день и время"),
                      label("Clear date and time", "Очистить"), child("Time", "Время")),
    "TimeInput": (label("Clear time", "Очистить"),),
    "Pagination": (label("Next page", "Следующая страница"), label("Previous page", "Предыдущая страница"),
                   label("Page ${e.page}", "Страница ${e.page}"), label("Pagination", "Страницы")),
    "DataFrame": TABLE,
    "ProgressBar": (('"aria-label":c=`progress`', '"aria-label":c=`готово`'),),
    "useFloatingOverlay": (("f:`Dismiss`", "f:`Закрыть`"),),
    "Toolbar": (caption("Fullscreen", "Во весь экран"), caption("Close fullscreen", "Обычный размер")),
    "PlotlyChart": (("l?`Close fullscreen`:`Fullscreen`", "l?`Обычный размер`:`Во весь экран`"),),
    "Table": (("`Scrollable table`", "`Таблица с прокруткой`"),),
    "DownloadButton": (("`Download failed`", "`Скачать не удалось`"),),
    "useCopyToClipboard": (("`Copied`:`Copy to clipboard`", "`Скопировано`:`Скопировать`"),),
    "StreamlitMarkdown": (label("Link to heading", "Ссылка на заголовок"), ("u(`Help`)", "u(`Пояснение`)"),
                          ("ariaLabel:c=`Help`", "ariaLabel:c=`Пояснение`"),
                          ("`Help`:`Help for ", "`Пояснение`:`Пояснение: ")),
    "axios": (("`Network Error`", "`Нет связи с программой`"),),
}
