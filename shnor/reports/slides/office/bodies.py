"""What stands on a slide beside charts and tables: lines said large, steps, a task for groups, a picture."""

import io
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from shnor import look
from shnor.reports.slides.deck import Image, Steps, Task, Words
from shnor.reports.slides.office.places import LEAST, POINTS, Box, fitting, height_of, lines_of, width_of
from shnor.reports.slides.office.text import bare, boxed, marked, shade, written
from shnor.wording import NBSP, agreed

LARGE, INDENT, ARROW, INSET = 36, 0.6, 0.5, 0.08
"""The largest letters of lines, in points; before a line its box or number, between steps an arrow, inches."""
BOX = '<a:buSzPct val="110000"/><a:buFont typeface="Arial"/><a:buChar char="□"/>'
NUMBER = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
NONE = "<a:buNone/>"


def words(slide: Any, place: Any, body: Words, box: Box) -> None:
    """place: the placeholder of the content, so that the outline has the lines too; None where a template has none."""
    _lines(slide, place, body.lines, box, BOX if body.boxes else NONE, INDENT if body.boxes else 0.0)


def task(slide: Any, place: Any, body: Task, box: Box) -> None:
    """The questions, and under them how long they take."""
    tall = 0.7
    _lines(slide, place, body.questions, box.above(box.height - tall - 0.2), NUMBER, INDENT)
    time = f"{body.minutes}{NBSP}{agreed(body.minutes, 'минута', 'минуты', 'минут')}"
    card = _card(slide, Box(box.left, box.bottom - tall, 2.2, tall), "Время")
    written(card.text_frame, [time], 24, align=PP_ALIGN.CENTER, bold=True, colour=look.INK)


def _lines(slide: Any, place: Any, lines: tuple[str, ...], box: Box, mark: str, indent: float) -> None:
    apart = 14
    inner = Box(box.left + indent, box.top, box.width - indent, box.height)
    size = fitting(lines, inner, LARGE, apart=apart / POINTS)
    if place is None:
        place = boxed(slide, "", box, name="Текст", size=size)
    place.left, place.top, place.width, place.height = box.emu
    frame = place.text_frame
    frame.clear()
    bare(frame)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    written(frame, lines, size, apart=apart)
    for paragraph in frame.paragraphs:
        marked(paragraph, mark, indent)


def steps(slide: Any, body: Steps, box: Box) -> None:
    """A card a step, an arrow between two."""
    cards = box.columns(len(body.steps), ARROW)
    inner = cards[0].width - 2 * INSET
    size = fitting_number([number for number, _ in body.steps], inner)
    small = _size_of_words([what for _, what in body.steps], inner)
    tall = min(box.height, height_of(1, size) + height_of(max(lines_of(what, inner, small) for _, what in body.steps),
                                                          small) + 4 * INSET)
    top = box.top + max(0.0, (box.height - tall) / 2)
    for place, ((number, what), card) in enumerate(zip(body.steps, cards, strict=True)):
        shape = _card(slide, Box(card.left, top, card.width, tall), f"Шаг {place + 1}")
        shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        written(shape.text_frame, [number], size, align=PP_ALIGN.CENTER, bold=True, colour=look.BLUE7)
        written(shape.text_frame, [what], small, align=PP_ALIGN.CENTER, colour=look.INK, more=True)
        if place:
            _arrow(slide, Box(card.left - ARROW + 0.05, top + tall / 2 - 0.25, ARROW - 0.1, 0.5))


def _size_of_words(said: list[str], width: float) -> int:
    """No word is parted, and they take few lines."""
    widest = max((width_of(word, 1) for what in said for word in what.split()), default=0.0)
    longest = max(said, key=lambda what: lines_of(what, width))
    return int(max(LEAST, min(fitting([longest], Box(0, 0, width, 1.6), 24), width / (widest or 1)))) // 2 * 2


def fitting_number(numbers: list[str], width: float) -> int:
    """The size of the large letters of steps: each in one line."""
    longest = max(width_of(number, 1, bold=True) for number in numbers)
    return int(max(20, min(60, width / longest)) // 2 * 2)


def _card(slide: Any, box: Box, name: str) -> Any:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    shape.name = name
    _flat(shape, look.BLUE1)
    bare(shape.text_frame, INSET)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    return shape


def _arrow(slide: Any, box: Box) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, *box.emu)
    shape.name = "Стрелка"
    _flat(shape, look.BLUE5)


def _flat(shape: Any, colour: str) -> None:
    """One shade, no line, no shadow of the theme."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = shade(colour)
    shape.line.fill.background()
    shape._element.remove(shape._element.find(qn("p:style")))


def image(slide: Any, body: Image, box: Box) -> None:
    """As large as the place is, its sides as they are, in the middle."""
    picture = slide.shapes.add_picture(io.BytesIO(body.data), 0, 0)
    wide, tall = picture.width, picture.height
    _, _, width, height = box.emu
    scale = min(width / wide, height / tall)
    picture.width, picture.height = int(wide * scale), int(tall * scale)
    left, top, *_ = box.emu
    picture.left, picture.top = left + (width - picture.width) // 2, top + (height - picture.height) // 2
    picture.name = "Рисунок"
    picture._element.nvPicPr.cNvPr.set("descr", body.alt)
