"""What the invented centre has written for its papers: its own paragraphs, what stands at the head and foot, what is
asked of a meeting and answered there."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sample_data import form_of_region
from sample_data.plans import lines
from shnor.papers import Papers, Particulars

WHO = "пример"
PARTICULARS = Particulars(
    authority="управление образования Приозёрного муниципального округа", place="п. Приозёрный",
    post="Директор методического центра", executor="начальник отдела методического сопровождения",
    phone="8 (00000) 2-00-11", control="заместителя начальника управления образования",
    order_post="начальник управления образования Приозёрного муниципального округа")
ASKED = ("жильё и подъёмные для двух учителей математики", "подвоз обучающихся на занятия в каникулы",
         "канал связи в МБОУ ООШ № 9 и МБОУ ООШ № 12")
ANSWERS = (("Чем это грозит школам?", "Перечень — основание для помощи. Если результаты низкие и на следующий год, "
            "школе могут объявить предостережение."),
           ("Почему в перечне МАОУ СОШ № 11?", "Анализ объективности отметок школа представит до 20 декабря."),
           ("Сколько это стоило?", "Отдельных средств не выделялось, работа велась в рамках задания центра."))


def fill(base: Path, now: Callable[[], datetime]) -> None:
    """The file of papers beside a ready-made base; one that has paragraphs already is left as it is."""
    with closing(Papers(base, now)) as papers:
        if papers.paragraphs.all():
            return
        for line in lines("paragraphs"):
            papers.paragraphs.add(line["section"], line["text"], int(line["year"]), by=WHO, first=bool(line["first"]))
        papers.settings.keep(PARTICULARS)
        for text in ASKED:
            papers.answers.add(text)
        for question, text in ANSWERS:
            papers.answers.add(text, question)
        _form(papers)


def _form(papers: Papers) -> None:
    """The form of the region with its cells settled."""
    taken = papers.forms.take(form_of_region.NAME, "xlsx", form_of_region.form(), by=WHO)
    papers.forms.ask(taken.id, whom=form_of_region.WHOM, due=form_of_region.DUE)
    papers.forms.settle_all(taken.id, form_of_region.SHEET, dict(form_of_region.cells()))
