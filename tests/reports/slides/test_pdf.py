"""A deck as PDF: every number of a slide stands on its page, letters are large, nobody is named, all has room."""

import re
from dataclasses import replace

import pytest

from shnor.reports.slides.deck import Blank, Deck, Grid, Picture, Slide, Steps, Task, Words
from shnor.reports.slides.pdf import handout, pdf
from tests.charts.drawn.odd import ODD
from tests.reports.slides.decks import DAY, LABEL, LINK, SOURCES, deck, image
from tests.reports.slides.printed import asked, fonts, needs_poppler, numbers, outside, pages, sizes

DECK = deck()
LONG = "Очень длинный вывод, который автор никак не может сказать короче, потому что в нём много оговорок"
TABLE = Grid(tuple(f"Колонка {place}" for place in range(6)), tuple(
    tuple(f"значение {place * row}" for place in range(6)) for row in range(30)), numbers=(4, 5))
HARD = Deck("Проба", "Заречный муниципальный округ", DAY, label=LABEL, slides=(
    *(Slide(id=name, title=LONG, lead=LONG, source=LONG * 2, body=Picture(*one)) for name, one in ODD.items()),
    Slide(id="opening", title=LONG * 2, lead=LONG),
    Slide(id="table", title=LONG * 2, body=TABLE, source=LONG),
    Slide(id="words", title=LONG, body=Words((LONG,) * 9, boxes=True)),
    Slide(id="task", title=LONG, body=Task((LONG,) * 9, 15)),
    Slide(id="steps", title=LONG, body=Steps(tuple(("сентябрь 2026", "диагностика педагогов математики")
                                                   for _ in range(5))))))


def values(slide: Slide) -> set[str]:
    """Every number of a slide; a part of nobody is not drawn."""
    said = [slide.title, slide.lead, slide.source, *(slide.body.lines if isinstance(slide.body, Words) else ())]
    if isinstance(slide.body, Grid):
        said += [cell for row in slide.body.rows for cell in row]
    if isinstance(slide.body, Steps):
        said += [large for large, _ in slide.body.steps]
    if isinstance(slide.body, Picture):
        said += [point.words for series in slide.body.chart.series for point in series.points
                 if point.k or slide.body.shape.kind != "distribution"]
    return {found for text in said for found in numbers(text)}


@needs_poppler
@pytest.mark.parametrize(("ratio", "size"), [("16:9", "960 x 540 pts"), ("4:3", "720 x 540 pts")])
def test_one_slide_a_page_with_all_its_numbers(ratio, size, tmp_path):
    """On 4:3 six small panels have no room for the counts of older years."""
    data = pdf(DECK, ratio)
    assert size in asked("pdfinfo", data, tmp_path)
    said = pages(data, tmp_path)
    assert len(said) == len(DECK.slides)
    missing = {slide.id: values(slide) - numbers(page) for slide, page in zip(DECK.slides, said, strict=True)}
    assert {name for name, one in missing.items() if one} == (set() if ratio == "16:9" else {"multiples"})


@needs_poppler
@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_letters_are_read_from_the_back_row(ratio, tmp_path):
    assert min(sizes(pdf(DECK, ratio), tmp_path)) >= 18
    assert min(sizes(pdf(HARD, ratio), tmp_path)) >= 18


@needs_poppler
@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_nothing_lies_outside_a_page_however_long_it_is(ratio, tmp_path):
    data = pdf(HARD, ratio)
    assert outside(data, tmp_path) == []
    assert len(pages(data, tmp_path)) == len(HARD.slides)


@needs_poppler
def test_what_has_no_room_is_counted(tmp_path):
    said = dict(zip([slide.id for slide in HARD.slides], pages(pdf(HARD, "4:3"), tmp_path), strict=True))
    assert all(re.search(r"Ещё \d+ строк\w* не поместил\w+\.", said[name]) for name in ("table", "words", "task"))


@needs_poppler
@pytest.mark.parametrize("paper", [pdf, handout])
def test_the_label_stands_on_every_page(paper, tmp_path):
    assert all(LABEL in page for page in pages(paper(DECK), tmp_path))
    assert not any(LABEL in page for page in pages(paper(deck("")), tmp_path))


@needs_poppler
@pytest.mark.parametrize("paper", [pdf, handout])
def test_nobody_is_named_and_nothing_leads_away(paper, tmp_path):
    data = paper(DECK)
    about = asked("pdfinfo", data, tmp_path)
    assert "Author" not in about
    assert "Title:           Что помогло школам в 2026 году" in about
    assert "CreationDate:    Fri Nov 27" in about
    assert b"/URI" not in data
    assert LINK not in " ".join(pages(data, tmp_path))


@needs_poppler
@pytest.mark.parametrize("paper", [pdf, handout])
def test_all_letters_are_inside(paper, tmp_path):
    found = fonts(paper(DECK), tmp_path)
    assert {name for name, _ in found} <= {"PTSans-Regular", "PTSans-Bold", "DejaVuSansMono"}
    assert {inside for _, inside in found} == {"yes"}


@pytest.mark.parametrize("paper", [pdf, handout])
def test_it_is_small_and_the_same_deck_gives_the_same_bytes(paper):
    data = paper(DECK)
    assert data == paper(deck())
    assert len(data) < 300_000


@needs_poppler
def test_tables_behind_numbers_come_last_each_once(tmp_path):
    long = Grid(("Показатель", "n"), tuple((f"строка {row}", str(row)) for row in range(40)), numbers=(1,))
    one = replace(DECK, slides=(
        Slide(id="a", title="Первый", body=Words(("да",)), sources=long),
        Slide(id="b", title="Второй", sources=SOURCES), Slide(id="c", title="Третий", sources=long),
        Slide(id="d", title="Откуда цифры", body=SOURCES, hidden=True)))
    said = pages(pdf(one), tmp_path)
    assert [page.startswith("Откуда цифры") for page in said[:5]] == [False, False, False, True, True]
    assert all("К слайдам 1 и 3" in page for page in said[4:])
    assert {*re.findall(r"строка (\d+)", " ".join(said[4:]))} == {str(row) for row in range(40)}


@needs_poppler
def test_a_handout_has_about_four_slides_a_page_without_opening_and_hidden_ones(tmp_path):
    data = handout(DECK)
    said = pages(data, tmp_path)
    assert "A4" in asked("pdfinfo", data, tmp_path)
    assert len(said) == 4
    assert [[slide.title in page for slide in DECK.shown[1:]].count(True) for page in said] == [5, 4, 5, 1]
    assert DECK.shown[0].body is None
    assert "Откуда цифры" not in " ".join(said)
    assert min(sizes(data, tmp_path)) >= 8


@needs_poppler
def test_the_set_of_ten_slides_takes_two_pages(tmp_path):
    chart = next(slide for slide in DECK.shown if isinstance(slide.body, Picture))
    ten = (Slide(id="title", title="Тема"),
           Slide(id="words", title="Решим", body=Words(("Первая", "Вторая"), boxes=True)), *(chart,) * 6,
           Slide(id="task", title="Задание", body=Task(("Что похоже?", "Чем помочь?", "Что мешает?"), 7)),
           Slide(id="blank", title="Решаем", body=Blank(("Мера", "Срок"))))
    said = pages(handout(replace(DECK, slides=ten)), tmp_path)
    assert [title in page for page, title in zip(said, ("Решим", "Задание · 7 мин"), strict=True)] == [True, True]


@needs_poppler
def test_a_hard_handout_has_four_slides_a_page_too(tmp_path):
    data = handout(HARD)
    assert len(pages(data, tmp_path)) == -(-len(HARD.slides) // 4)
    assert outside(data, tmp_path) == []


@needs_poppler
def test_a_picture_of_the_speaker_is_drawn_and_told(tmp_path):
    one = replace(DECK, slides=(Slide(id="a", title="Школа В", body=image()),))
    data = pdf(one)
    assert "image" in asked("pdfimages", data, tmp_path, "-list")
    assert len(data) > 5_000
