"""Streamlit's own English texts and ours: {bundle: ((what stands there, what we serve), …)}.

The bundle is the file name before its hash. The left side carries enough code around the words to mean one place only.
A test finds every left side in the pinned version.
"""

Pairs = tuple[tuple[str, str], ...]

TITLE = "Мониторинг ШНОР"

INDEX: Pairs = (
    ('<html lang="en">', '<html lang="ru">'),
    ("<title>Streamlit</title>", f"<title>{TITLE}</title>"),
    ("<p>You need to enable JavaScript to run this app.</p>",
     "<p>Чтобы программа открылась, разрешите в браузере JavaScript.</p>"),
)

TEXTS: dict[str, Pairs] = {
    "FileUploader": (
        ("`Upload`", "`Выбрать файл`"),
    ),
}
