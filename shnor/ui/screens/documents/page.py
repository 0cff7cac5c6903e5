"""Pieces of the page «Документы»: what is chosen, four numbers, what does not fit, what differs from last year."""

from markupsafe import Markup

from shnor import periods, wording
from shnor.datasets.works import GROUPS
from shnor.metrics import METRICS, Figure
from shnor.service.pages.documents import EVERY, LISTED, PRESENT, DocumentsPage, Paper, build
from shnor.service.pages.procedure_groups import OTHER
from shnor.ui.kit import block, context, html, without_data
from shnor.ui.kit.block import Block, Blocks, Row, Shown
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Tile, joined, tag
from shnor.ui.kit.links import to_cells, to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.documents import achieved, cycle, matrix, register
from shnor.ui.screens.documents.matrix import strong

WHOSE = {EVERY: "все", LISTED: "школы перечня"}
GROUP = "group"
FOUR = tuple(code for code in GROUPS if code != OTHER)
REGISTER = METRICS["papers_mismatched"].source


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет ни документов, ни контрольных листов. Страницу заполнят реестр документов (вид, номер, дата, "
        "о чём), контрольные листы с отметками по школам и список конкурсов, грантов, практик и "
        "материалов.", "documents", "checklists",
        "achievements")


def made(session: Session, choices: Choices) -> DocumentsPage:
    year = choices.get("year", "")
    return cache.built(session, build, day=session.day, year=int(year) if year.isdigit() else None,
                       whose=_whose(choices.get("schools", "")))


def _whose(code: str) -> str:
    """Pages of people call every school «all»."""
    return EVERY if code == "all" else code


def missing(data: DocumentsPage, choices: Choices) -> list[str]:
    """Names of the choices in whose place another one is shown."""
    there = {"year": choices.get("year", "") in ("", str(data.year)),
             "schools": _whose(choices.get("schools", "")) == data.whose}
    return [name for name, is_there in there.items() if not is_there]


def group(choices: Choices) -> str:
    """Of procedures, over which the cycle is shown."""
    return found if (found := choices.get(GROUP, "")) in FOUR else ""


def bar(session: Session, data: DocumentsPage) -> None:
    """The bar of choices. What can be shown stands in the address; what cannot is said."""
    gone, newest = missing(data, context.choices()), periods.newest_year(data.years, session.day)
    named = {**WHOSE, **{card.school_id: card.name for card in data.schools}}
    years = [str(year) for year in dict.fromkeys((newest, *data.years))]
    context.bar([Choice("year", "Год контрольных листов", years, width=300),
                 Choice("schools", "Чьи документы", list(named), named, 300),
                 Choice(GROUP, "Процедуры цикла", ["", *FOUR], {"": "все", **GROUPS}, 340)],
                {"year": str(data.year), "schools": data.whose, GROUP: group(context.choices())})
    context.settle(GROUP, group(context.choices()))
    said = []
    if "year" not in gone:
        context.settle("year", str(data.year), str(newest))
    else:
        said.append(f"За {context.wanted('year')} год контрольных листов нет, показан {data.year}.")
    if "schools" not in gone:
        context.settle("schools", data.whose, EVERY)
    else:
        said.append(f"Документов школы с кодом «{context.wanted('schools')}» нет: показаны все.")
    if said:
        html.text(" ".join(said), mark="shnor-small")


def tiles(session: Session, data: DocumentsPage) -> None:
    """Items of lists, programmes, papers cited otherwise, what was done without a paper."""
    shown = [_tile(session, data.present, f"Есть из контрольных листов {data.year} года",
                   where={"year": str(data.year)},
                   words=parts(data.present))] if data.present else []
    shown += [_tile(session, data.programmes, "Школьная программа (ШППКО) есть", words=_programmes(data)),
              _mismatched(session, data.mismatched),
              _tile(session, data.missing, register.awaited(data), where={"period": data.period},
                    words=parts(data.missing) or data.missing.set)]
    html.tiles(shown)


def _programmes(data: DocumentsPage) -> str:
    """«по 6 школам перечня; кроме того, школ с программой проекта «500+» 2»."""
    beside = [f"кроме того, {words} {count}" for words, count in data.programmes.more.items()]
    return "; ".join((data.programmes.set, *beside))


def _mismatched(session: Session, figure: Figure) -> Tile:
    """A count: those that are cited right are no whole it is a part of."""
    name = "Расхождения в реквизитах"
    if not figure.denominator:
        return _tile(session, figure, name)
    noun = wording.noun(figure.numerator, "документ")
    return Tile(name, to_rows(session, str(figure.numerator), figure.metric, {}), whole=noun,
                words="другой номер или день" if figure.numerator else "", id=figure.metric)


def _tile(session: Session, figure: Figure, name: str, *, where: dict[str, str] | None = None, words: str = "") -> Tile:
    if not figure.denominator:
        return Tile(name, "—", words="данных нет", id=figure.metric)
    return Tile(name, to_rows(session, str(figure.numerator), figure.metric, where or {}),
                whole=f"из {figure.denominator}", words=words, id=figure.metric)


def parts(figure: Figure) -> str:
    """«из них подтверждено 31; возвращено 2, нет 3, нет сведений 12»: what is inside the number, what is beside it."""
    told = [f"{words} {count}" for words, count in figure.more.items()]
    inside = [one for one in told if one.startswith("из них ")]
    beside = [one for one in told if one not in inside]
    return "; ".join(filter(None, (", ".join(inside), ", ".join(beside))))


def pictures(session: Session, data: DocumentsPage) -> Row:
    """School × list; programme and plans beside it."""
    return [matrix.lists(session, data)], [matrix.quality(session, data)]


def sentences(session: Session, data: DocumentsPage) -> Row:
    return [mismatches(session, data)], [differences(session, data)]


def mismatches(session: Session, data: DocumentsPage) -> Shown | None:
    """Each paper beside the particulars others cite it by."""
    if not data.mismatched.denominator:
        return None
    head = ("Документ", "О чём", "Как назван в других бумагах")
    rows = tuple((one.particulars, one.title, one.cited_as) for one in data.mismatches)
    made = Block("documents-mismatches", "Расхождения в реквизитах", "", session.day, REGISTER, head, rows,
                 bare=True, rows_link=to_rows(session, "", "papers_mismatched", {}))
    if not rows:
        return Shown(made, body=html.text_html("Среди показанных документов расхождений нет."))
    return Shown(made, body=html.items_html([_mismatch(session, one) for one in data.mismatches]))


def _mismatch(session: Session, paper: Paper) -> Cell:
    return [to_cells(session, wording.capital(paper.particulars), paper.upload, paper.sheet, paper.cell),
            f" ({paper.title}) в других бумагах назван: ", strong(paper.cited_as), "."]


def differences(session: Session, data: DocumentsPage) -> Shown | None:
    """In what this year's lists differ from last year's."""
    if not data.differences:
        return None
    head = ("Контрольный лист", f"Пунктов в {data.year - 1} году", f"Пунктов в {data.year} году", "Добавлено", "Снято")
    rows = tuple((one.checklist, one.before, one.after, "; ".join(one.added), "; ".join(one.dropped))
                 for one in data.differences)
    made = Block("documents-differences", f"Что изменилось в контрольных листах после {data.year - 1} года", "",
                 session.day, METRICS[PRESENT].source, head, rows, bare=True)
    return Shown(made, body=joined(_difference(*row) for row in rows))


def _difference(checklist: str, before: int, after: int, added: str, dropped: str) -> Markup:
    parts = [f"было {wording.counted(before, 'пункт')}, стало {after}", f"добавлено: {added}" if added else "",
             f"снято: {dropped}" if dropped else ""]
    return tag("<p class='shnor-text'><b>{}</b>: {}.</p>", wording.typeset(checklist),
               wording.typeset("; ".join(filter(None, parts))))


def owner(data: DocumentsPage) -> tuple[str, str]:
    """The school that is chosen and its name; of several the municipality."""
    return (data.whose, data.names[data.whose]) if data.whose in data.names else ("", "муниципалитет")


def blocks(session: Session, choices: Choices) -> Blocks:
    """As the page draws them."""
    data = made(session, choices)
    if not data.is_filled:
        return Blocks()
    rows = [pictures(session, data), sentences(session, data), ([register.undocumented(session, data)],),
            ([register.papers(session, data)],), achieved.both(session, data),
            ([cycle.shown(session, *owner(data), group(choices))],)]
    return Blocks.of(block.of_rows(rows), missing(data, choices))
