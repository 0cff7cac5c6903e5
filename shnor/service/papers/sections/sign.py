"""The foot of the paper: whose signature stands there is a line to write on, the post is kept."""

from shnor.reports.papers.blocks import Missing, Section
from shnor.service.papers.writing import Writing

ID, TITLE = "sign", "Подпись"
FORM = "Реквизиты бумаг"


def section(writing: Writing) -> Section:
    told = writing.kept.particulars
    missing = [Missing(words, FORM, "papers") for words, there in (
        ("Не указана должность того, кто подписывает", told.post), ("Не указан исполнитель", told.executor),
        ("Не указана должность того, кто подписывает приказ", told.order_post))
        if not there]
    return Section(ID, "", (), tuple(missing), numbered=False)
