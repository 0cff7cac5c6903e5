"""The passport for whoever answers for security: `python -m docs.write_passport` writes docs/passport.md.

Files, ports, kinds of tables and the number of packages are asked of the code; the sentences stand here.
"""

from pathlib import Path

from docs.list_licences import LOCK, pins
from shnor import served
from shnor.config import Settings
from shnor.copies.names import PLACES
from shnor.copies.parts import ACCESS, CHOICE, NAMES
from shnor.datasets import KINDS
from shnor.desk import database as desk
from shnor.papers import database as papers
from shnor.shows import database as shows
from shnor.store.beside import backup_folder, last_file, log_file
from shnor.ui.server import launch, serve

FILE = Path(__file__).parent / "passport.md"
PAGE = """\
# Паспорт программы «Мониторинг ШНОР» для службы безопасности

*Две страницы. Собраны командой `python -m docs.write_passport` из самой программы; проверка следит, что они с ней
совпадают.*

## Что это

Программа методического центра: принимает таблицы школ, считает показатели, готовит справки и показы. Работает на
одном компьютере, страницы открываются в браузере. Может работать на сервере администрации для школ: [страница для
ИТ](server.md).

## Что хранится

Числа и тексты о школах, таблицы {kinds} видов: {titles}.

Об учениках хранятся только количества. Учителя по умолчанию считаются числами: фамилии в присланных файлах узнаются
и не сохраняются, как и СНИЛС, телефоны и адреса почты. Обещать это о свободном тексте целиком нельзя: в него
вписывают что угодно, и редкую одиночную фамилию программа может не узнать. Режим «С ФИО» включает координатор;
имена тогда лежат в отдельном файле и удаляются одной кнопкой.

## Где лежит

Папка данных: в Windows `%LOCALAPPDATA%\\ShnorMonitor`, в Linux `~/.local/share/shnor-monitor`, на сервере та, что
задана при установке. Папка программы данных не содержит.

| Файл | Что в нём |
|---|---|
{files}

Временные файлы чтения лежат в той же папке данных или во временной папке пользователя и удаляются после чтения.

## Порты и сеть

- На своём компьютере: один порт, {port} или другой, если так запустили, только 127.0.0.1. Другие компьютеры его не
  видят.
- На сервере: {address} и служебный {admin}, видны только самому серверу; наружу отвечают nginx или Caddy по 443.
- В интернет программа выходит один раз, при установке: скачивает составные части, каждую сверяет с контрольной
  суммой. Потом не обращается ни к одному другому адресу: ни статистики, ни шрифтов, ни карт. Исключение — сервер
  учётных записей, если его задали на сервере.

## Кто может войти

- На своём компьютере — тот, кто запустил: адрес с ключом открывается один раз, дальше действует метка браузера
  этого запуска. Папка данных закрыта от других пользователей (в Linux права 0700, файлы 0600; в Windows папка
  профиля).
- На сервере — по имени и паролю или через сервер учётных записей; роли: координатор, руководитель, директор,
  куратор, гость. Директору и куратору видны только их школы. Пароли хранятся как argon2id, сеансы и ссылки — как
  хеши.

## Присланные файлы

Каждый файл читает отдельный процесс с пределом памяти и времени; ключей программы он не знает. Макросы не
исполняются, внешние ссылки файлов не открываются.

## Составные части

Python и пакеты ({packages}) с закреплёнными версиями и контрольными суммами; [лицензии](licences.md) свободные,
семейства GPL нет.

## Копии и удаление

Копия — один файл с контрольными суммами, программа проверяет его при записи и перед возвращением: [как
вернуть](restore.md). Копия с именами помечена «с ФИО». Чтобы удалить всё, удалите папку программы, папку данных и
файлы копий на дисках и флешках; на сервере — [последний раздел страницы для ИТ](server.md).
"""
HELD = {
    "base": "принятые таблицы, показатели, журнал; листы присланных файлов",
    "log": "то, что принято и ещё не перенесено в базу", "last": "отметка о последнем состоянии базы",
    "names": "имена педагогов; есть только в режиме «С ФИО»",
    "desk": "черновики и отчёты, присланные школами через сервер",
    "papers": "абзацы справок, подписанные справки, формы края, шаблоны", "shows": "показы и их рисунки",
    "access": "кто входит на сервер: имя входа, должность, школы, хеши паролей, время и адрес входа",
    "choice": "какую базу открыть", "launch": "порт и ключ, пока программа работает",
    "copies": "в какую папку идут копии", "served": "на сервере: адрес программы и служебного порта последнего запуска",
    "key": "на сервере: ключ служебного порта",
    "backup": "копии", "logs": "ошибки программы без содержимого ячеек"}


def files() -> dict[str, str]:
    """What is held → the name of its file in the folder of data."""
    settings = Settings(folder=Path())
    base = settings.own_base
    paths = {"base": base, "log": log_file(base), "last": last_file(base), "names": Path(NAMES),
             "desk": desk.beside(base), "papers": papers.beside(base), "shows": shows.beside(base),
             "access": Path(ACCESS), "choice": Path(CHOICE),
             "copies": Path(PLACES), "launch": launch.record_file(settings.folder, launch.PORT),
             "served": Path(served.FILE), "key": Path(served.KEY)}
    folders = {"backup": backup_folder(base), "logs": Path("logs")}
    return {held: f"`{path.name}`" for held, path in paths.items()} | {
        held: f"папка `{path.name}`" for held, path in folders.items()}


def page() -> str:
    rows = "\n".join(f"| {name} | {HELD[held]} |" for held, name in files().items())
    titles = [kind.title[0].lower() + kind.title[1:] for kind in KINDS.values()]
    return PAGE.format(kinds=len(titles), titles=", ".join(titles), files=rows, port=launch.PORT, address=serve.ADDRESS,
                       admin=serve.ADMIN, packages=len(pins(LOCK.read_text("utf-8"))))


if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
