"""A deck as PowerPoint: native text, tables and charts with their workbooks, notes, hidden slides «откуда цифры»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN

from shnor.reports.slides.deck import Blank, Body, Deck, Grid, Image, Picture, Ratio, Slide, Steps, Task, Words
from shnor.reports.slides.office import bodies, package, tables
from shnor.reports.slides.office.charts import native
from shnor.reports.slides.office.places import Box, fitting, height_of, lines_of, width_of
from shnor.reports.slides.office.text import bare, boxed, numbered, written

SOURCES = "Откуда цифры"
SOURCE, LABEL = "Источник", "Пометка"
"""How these lines are called in the list of what stands on a slide."""
LARGEST, LEAD, GAP = 32, 22, 0.12
"""The largest letters of a title, those of the line under it, in points; inches between what stands on a slide."""
NUMBER = 0.9
"""The width of the number of a slide, in inches."""


def pptx(deck: Deck, ratio: Ratio = "16:9", template: bytes | None = None) -> bytes:
    """The file. template: of the municipality, cleaned in the reading process; its slides keep their own ratio. The
    same deck gives the same bytes.

    Raises:
        ValueError: no layout of the template has a title.
    """
    made = package.opened(ratio, template)
    layout = package.content_layout(made)
    for slide in deck.slides:
        if slide.body is None and not slide.hidden:
            _opening(made, deck, slide)
            continue
        shown = [_slide(made, layout, deck, page) for page in _pages(made, layout, deck, slide)]
        if slide.sources is not None:
            behind = replace(slide, id=f"{slide.id}-sources", title=f"{SOURCES}: {slide.title}", lead="", notes=(),
                             body=slide.sources, sources=None, hidden=True)
            hidden = [_slide(made, layout, deck, page) for page in _pages(made, layout, deck, behind)]
            _joined(shown, hidden)
    return package.saved(made, deck)


def _opening(made: Any, deck: Deck, slide: Slide) -> None:
    """A title in the middle, under it what, where and when."""
    page = made.slides.add_slide(package.opening_layout(made))
    _title(page, slide.title, 44)
    lines = [line for line in (slide.lead, deck.place if slide is deck.slides[0] else "") if line]
    place = _taken(page, PP_PLACEHOLDER.SUBTITLE)
    if place is not None and lines:
        bare(place.text_frame)
        written(place.text_frame, lines, LEAD + 2, align=PP_ALIGN.LEFT, apart=8)
    elif lines:
        under = package.place_of(page.shapes.title)
        boxed(page, "\n".join(lines), Box(under.left, under.bottom + GAP, under.width, 1.2), name="Подзаголовок",
              size=LEAD + 2)
    _emptied(page, () if place is None or not lines else (place,))
    inner = package.frame(made, package.content_layout(made))
    _foot(page, deck, slide, inner, _number(made, slide))
    _noted(page, deck, slide)


def _slide(made: Any, layout: Any, deck: Deck, slide: Slide) -> Any:
    page = made.slides.add_slide(layout)
    _title(page, slide.title, LARGEST)
    inner = package.frame(made, layout)
    body = _foot(page, deck, slide, inner, _number(made, slide))
    if slide.lead:
        tall = height_of(lines_of(slide.lead, inner.width, LEAD), LEAD)
        boxed(page, slide.lead, body.above(tall), name="Подзаголовок", size=LEAD, pale=True)
        body = body.below(tall + GAP)
    place = _taken(page, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY) if isinstance(slide.body, Words | Task) else None
    _body(page, place, deck, slide, body)
    _emptied(page, () if place is None else (place,))
    if slide.hidden:
        page._element.set("show", "0")
    _noted(page, deck, slide)
    return page


def _body(page: Any, place: Any, deck: Deck, slide: Slide, box: Box) -> None:
    words = f"Таблица: {slide.title}"
    match slide.body:
        case Picture() as body:
            native.drawn(page, body, box, deck.label)
        case Grid() as body:
            tables.drawn(page, body, box, words)
        case Blank() as body:
            tables.blank(page, body, box, words)
        case Words() as body:
            bodies.words(page, place, body, box)
        case Task() as body:
            bodies.task(page, place, body, box)
        case Steps() as body:
            bodies.steps(page, body, box)
        case Image() as body:
            bodies.image(page, body, box)


def _pages(made: Any, layout: Any, deck: Deck, slide: Slide) -> Iterator[Slide]:
    """The slide; a table or a chart with more rows than have room goes on on the next."""
    inner = package.frame(made, layout)
    body = _rows(deck, slide, inner)[0]
    body = body.below(height_of(lines_of(slide.lead, inner.width, LEAD), LEAD) + GAP if slide.lead else 0.0)
    parts: Sequence[Body | None] = (
        tables.pages(slide.body, body) if isinstance(slide.body, Grid) else
        native.pages(slide.body, body) if isinstance(slide.body, Picture) else (slide.body,))
    for number, part in enumerate(parts, 1):
        more = f" ({number} из {len(parts)})" if len(parts) > 1 else ""
        yield replace(slide, title=slide.title + more, body=part, sources=slide.sources if number == 1 else None)


def _title(page: Any, text: str, most: int) -> None:
    title = page.shapes.title
    title.name = "Заголовок"
    size = fitting([text], package.place_of(title), most, bold=True)
    written(title.text_frame, [text], size, bold=True)


def _taken(page: Any, *kinds: Any) -> Any:
    """The placeholder of one of these kinds."""
    return next((one for one in page.placeholders if one.placeholder_format.type in kinds), None)


def _emptied(page: Any, kept: tuple[Any, ...]) -> None:
    """Without the placeholders nobody has filled: they would ask for a click."""
    named = {one._element for one in (*kept, page.shapes.title)}
    for one in [*page.placeholders]:
        if one._element not in named and one._element.ph.get("type") != "sldNum":
            one._element.getparent().remove(one._element)


def _rows(deck: Deck, slide: Slide, inner: Box) -> tuple[Box, list[tuple[str, Box, Any]]]:
    """What is left of the place over its foot, and the foot: (text, where, how it is set). Source and label stand in
    one line where they have room."""
    wide = inner.width - NUMBER
    source, label = slide.source, deck.label
    if source and label and width_of(source) + width_of(label) + 0.3 <= wide:
        line = Box(inner.left, inner.bottom - height_of(1), wide, height_of(1))
        left, right = line.columns(2, 0.0)
        split = width_of(source) + 0.1
        left, right = replace(left, width=split), replace(right, left=line.left + split, width=wide - split)
        return inner.above(inner.height - height_of(1) - GAP), [(source, left, PP_ALIGN.LEFT),
                                                               (label, right, PP_ALIGN.RIGHT)]
    foot, rows = inner, []
    for text in (label, source):
        if text:
            tall = height_of(lines_of(text, wide))
            rows.append((text, Box(inner.left, foot.bottom - tall, wide, tall), PP_ALIGN.LEFT))
            foot = foot.above(foot.height - tall)
    return foot.above(foot.height - GAP), rows


def _number(made: Any, slide: Slide) -> str:
    """Its place among those that are shown: between them stand hidden ones. Nothing for a hidden one."""
    return "" if slide.hidden else str(sum(one._element.get("show") != "0" for one in made.slides))


def _foot(page: Any, deck: Deck, slide: Slide, inner: Box, number: str) -> Box:
    """Source, label and number; returns the place over them."""
    body, rows = _rows(deck, slide, inner)
    for text, box, align in rows:
        boxed(page, text, box, name=SOURCE if text == slide.source else LABEL, align=align, pale=True)
    if number:
        numbered(page, number, Box(inner.right - NUMBER, inner.bottom - height_of(1), NUMBER, height_of(1)))
    return body


def _noted(page: Any, deck: Deck, slide: Slide) -> None:
    """What the speaker says, the source of every number last."""
    time = "" if slide.hidden else f"Время: {slide.seconds // 60}:{slide.seconds % 60:02d}"
    key = "«Откуда цифры» — следующий скрытый слайд: клавиша H или щелчок по строке источника." if slide.sources else ""
    lines = [line for line in (deck.label, time, key, *slide.notes) if line]
    if lines:
        page.notes_slide.notes_text_frame.text = "\n".join(lines)


def _joined(shown: list[Any], hidden: list[Any]) -> None:
    """A click on the source line leads to «откуда цифры», a click there back."""
    for pages, target in ((shown, hidden[0]), (hidden, shown[0])):
        for page in pages:
            for shape in page.shapes:
                if shape.name == SOURCE:
                    shape.click_action.target_slide = target
