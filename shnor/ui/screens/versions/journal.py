"""Who did what, when and why: folded, with a search."""

from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.service.copies import restore
from shnor.store import Entry, Upload
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, joined, tag
from shnor.ui.run.session import Session
from shnor.ui.screens.versions.files import moment

MOST = 300
"""So many records stand on the page."""
ACTIONS = {"accept": "принят файл", "withdraw": "возвращено, как было до файла", "restore": "файл снова действует",
           "approve": "месяц утверждён", "reopen": "месяц открыт для исправления",
           "decide": "изменена настройка"}
RETURNED = "возвращена копия"
HEAD = ("№", "Когда", "Кто", "Что", "О чём", "Примечание")


def draw(session: Session, listed: Sequence[Upload]) -> None:
    with session.view(newest=True) as view:
        entries = sorted(view.journal(), key=lambda entry: -entry.state)
    if not entries:
        return
    names = {upload.id: upload.file for upload in listed}
    lines = joined(_line(session, entry, names) for entry in entries[:MOST])
    heads = joined(tag("<th scope='col'>{}</th>", head) for head in HEAD)
    cut = html.text_html(f"Показаны {MOST} последних записей из {len(entries)}.", mark="shnor-small") \
        if len(entries) > MOST else html.NOTHING
    search = tag("<div class='shnor-search'><input type='search' data-shnor-search='journal' placeholder='Кто, что, "
                 "когда' aria-label='Найти в журнале'></div>")
    table = tag("<div class='shnor-scroll'><table class='shnor-table' data-shnor-list='journal'><thead><tr>{}</tr>"
                "</thead><tbody>{}</tbody></table></div>", heads, lines)
    html.show(html.fold(f"Журнал действий, записей: {len(entries)}", joined((search, table, cut))))


def _line(session: Session, entry: Entry, names: dict[int, str]) -> Markup:
    about = f"«{names[entry.upload]}»" if entry.upload in names else wording.month(entry.month) if entry.month else ""
    action = RETURNED if entry.note.startswith(restore.NOTED) else ACTIONS[entry.action]
    cells: list[Cell] = [str(entry.state), moment(session, entry.moment), entry.who, action, about, entry.note]
    return tag("<tr data-shnor-row>{}</tr>", joined(
        tag("<td data-head='{}'>{}</td>", head, html.cell(value)) for head, value in zip(HEAD, cells, strict=True)))
