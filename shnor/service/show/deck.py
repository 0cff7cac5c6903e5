"""A kept show, counted anew: its slides, what is left out and why, who could be recognised."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, Literal, cast

from shnor import wording
from shnor.reports.slides.deck import Body, Deck, Image, Slide, Steps, Task, Words
from shnor.service.centre.schools import cards
from shnor.service.show import letters as lettering
from shnor.service.show import pictures
from shnor.service.show.letters import Letters
from shnor.service.show.masking import Masks
from shnor.service.show.ready import FRAMES, READY
from shnor.service.show.room import Absent, Room
from shnor.shows import Drawing, Item, Show, Told
from shnor.store import View

Block = Callable[[Room, Item], Slide]
"""Makes the slide of a block of a page anew, or raises Absent."""
NAMED = "На слайде остаётся {}: так назовут школу. Уберите это слово или слайд."


@dataclass(frozen=True)
class Built:
    """absent: item of the show → why its slide is left out. told: exact numbers of it. recognisable: names of schools
    a room could recognise, where a number stands on one or two of them. key: letter → name of the school, for the
    coordinator's eyes."""

    deck: Deck
    absent: Mapping[str, str]
    told: frozenset[Told]
    recognisable: tuple[str, ...]
    key: tuple[tuple[str, str], ...]


def build(view: View, show: Show, *, day: date, before: frozenset[Told] = frozenset(), place: str = "",
          label: str = "", drawings: Mapping[str, Drawing] | None = None, block: Block | None = None) -> Built:
    """before: what was told in other shows. label: of invented data. drawings: pictures of own slides. block: see
    Block."""
    room = opened(view, show, day, before)
    drawn = pictures.light(show.items, drawings or {})
    slides: dict[str, Slide] = {}
    absent: dict[str, str] = {}
    for item in sorted(show.items, key=_is_last):
        try:
            so_far = replace(room, shown=_shown(show.items, slides))
            made = _made(so_far, item, drawn.get(item.id), block)
            if left := next(filter(None, map(room.letters.named, texts(made))), ""):
                raise Absent(NAMED.format(wording.quoted(left)))
        except Absent as error:
            absent[item.id] = str(error)
            continue
        slides[item.id] = replace(made, id=item.id, hidden=item.hidden)
    names = {card.school_id: card.name for card in cards(view, day)}
    in_order = tuple(slides[item.id] for item in show.items if item.id in slides)
    deck = Deck(room.letters.text(show.name), place, day, in_order, label)
    return Built(deck, absent, frozenset(room.masks.told),
                 tuple(sorted((names.get(code, code) for code in room.masks.recognisable), key=wording.by_number)),
                 tuple((room.letters.of(code), names[code]) for code in room.letters.order if code in names))


def _is_last(item: Item) -> bool:
    """What it says goes by what the other slides show."""
    return item.source == "ready" and item.key in FRAMES


def _shown(items: Iterable[Item], made: Container[str]) -> frozenset[str]:
    return frozenset(item.key for item in items if item.source == "ready" and item.id in made and not item.hidden)


def order(view: View, day: date) -> tuple[str, ...]:
    """Letters of a new show: the schools on the list of the day have the first ones."""
    known = cards(view, day)
    return lettering.shuffled((card.school_id for card in known if card.on_list), (card.school_id for card in known))


def lettered(view: View, show: Show) -> tuple[str, ...]:
    """The letters of a show with those of schools that have come since: who has a letter keeps it."""
    return (*show.letters, *lettering.shuffled(lettering.known(view).keys() - {*show.letters}))


def opened(view: View, show: Show, day: date, before: frozenset[Told] = frozenset()) -> Room:
    """Everything the slides are made with. show: with a letter for every school, see `lettered`."""
    known = lettering.known(view)
    listed = [card for card in cards(view, day) if card.on_list]
    return Room(view, day, Letters(show.letters, known),
                Masks(before, bool(show.knowingly)), day.year, tuple(card.school_id for card in listed),
                {card.school_id: card.pupils for card in listed if card.pupils is not None})


def _made(room: Room, item: Item, drawing: Drawing | None, block: Block | None) -> Slide:
    if item.source == "ready":
        if item.key not in READY:
            raise Absent("Такого слайда в программе больше нет: уберите его из показа.")
        return READY[item.key].build(room)
    if item.source == "own":
        return _own(room, item, drawing)
    if block is None:
        raise Absent("Блок страницы здесь не считается.")
    return block(room, item)


def _own(room: Room, item: Item, drawing: Drawing | None) -> Slide:
    """In the speaker's own words, schools by their letters."""
    lines = tuple(room.letters.text(line) for line in item.lines if line.strip())
    title = room.letters.text(item.title)
    if not title.strip():
        raise Absent("У слайда нет заголовка: впишите вывод одной фразой.")
    bodies: dict[str, Callable[[], Body | None]] = {
        "task": lambda: Task(lines, item.minutes), "words": lambda: Words(lines) if lines else None,
        "steps": lambda: Steps(tuple(_step(line) for line in lines)) if lines else None,
        "image": lambda: _image(drawing, title)}
    body = bodies[item.key]()
    return Slide(item.id, title, body, seconds=60 * item.minutes if item.key == "task" else 120)


def _step(line: str) -> tuple[str, str]:
    """«сентябрь: входная работа»."""
    when, colon, what = line.partition(":")
    return (when.strip(), what.strip()) if colon else ("", line.strip())


def _image(drawing: Drawing | None, title: str) -> Image:
    if drawing is pictures.TOO_MUCH:
        raise Absent(pictures.HEAVY)
    if drawing is None:
        raise Absent("У слайда нет рисунка: выберите файл PNG или JPEG.")
    return Image(drawing.data, cast(Literal["png", "jpeg"], drawing.kind), title)


def texts(part: Any) -> Iterator[str]:
    """Every text inside, however deep."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part) and not isinstance(part, type):
        for one in fields(part):
            yield from texts(getattr(part, one.name))
    elif isinstance(part, tuple | list):
        for one in part:
            yield from texts(one)
