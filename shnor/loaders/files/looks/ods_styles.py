"""Names of OpenDocument and what its styles say: struck out or not, a sheet shown or not, zeros before a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_URN = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0 {}"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"


def name(space: str, local: str) -> str:
    """As expat says it: table, row → «urn:… row»."""
    return _URN.format(space, local)


STYLE, PARAGRAPH, SPAN = name("style", "style"), name("text", "p"), name("text", "span")
_NAME, _PARENT = name("style", "name"), name("style", "parent-style-name")
_LINE = (name("style", "text-line-through-style"), name("style", "text-line-through-type"))
_TEXT, _TABLE = name("style", "text-properties"), name("style", "table-properties")
_DISPLAY = name("table", "display")
_OF_FORMAT, _MAP = name("style", "data-style-name"), name("style", "map")
_FORMATS = name("datastyle", "")
_FORMAT, _NUMBER, _LEAST, _PLACES, _GROUPS = (f"{_FORMATS}{part}" for part in (
    "number-style", "number", "min-integer-digits", "decimal-places", "grouping"))
_LONGEST = 20


@dataclass
class Styles:
    """lines: style → whether its text is struck out, where it says so itself; hidden: styles of sheets not shown;
    digits: format of whole numbers → how many digits it shows at least; formats: style → its format."""

    lines: dict[str, bool] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    digits: dict[str, int] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    _current: str = ""
    _format: str = ""

    def take(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element of a part that holds styles."""
        if tag == STYLE:
            self._current, self._format = attributes.get(_NAME, ""), ""
            self.parents[self._current] = attributes.get(_PARENT, "")
            if _OF_FORMAT in attributes:
                self.formats[self._current] = attributes[_OF_FORMAT]
        elif tag == _TEXT and self._current:
            told = [attributes[line] for line in _LINE if line in attributes]
            if told:
                self.lines[self._current] = any(line != "none" for line in told)
        elif tag == _TABLE and attributes.get(_DISPLAY) == "false":
            self.hidden.add(self._current)
        elif tag == _MAP or tag.startswith(_FORMATS):
            self._of_format(tag, attributes)

    def _of_format(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Anything beside its digits makes a format of numbers another one than «0000»."""
        if tag.endswith("-style"):
            self._format = attributes.get(_NAME, "") if tag == _FORMAT else ""
            self.digits[self._format] = 0
        elif self._format:
            self.digits[self._format] = _digits(attributes) if tag == _NUMBER else 0

    def is_struck(self, style: str) -> bool | None:
        """None where neither the style nor those it goes back to say anything."""
        told = self._told(style, self.lines)
        return None if told is None else self.lines[told]

    def zeros(self, style: str) -> int:
        """How many digits of a whole number the style shows at least, with zeros before it; 0 where it adds none."""
        told = self._told(style, self.formats)
        return 0 if told is None else self.digits.get(self.formats[told], 0)

    def _told(self, style: str, where: Mapping[str, object]) -> str | None:
        """The style or the nearest of those it goes back to that says something there."""
        for _ in range(20):
            if style in where:
                return style
            if not (style := self.parents.get(style, "")):
                break
        return None

    @property
    def any_struck(self) -> bool:
        return any(self.lines.values())

    @property
    def any_zeros(self) -> bool:
        return any(self.digits.values())


def _digits(attributes: Mapping[str, str]) -> int:
    """As `digits_of` of a format «0000»."""
    least = attributes.get(_LEAST, "")
    if not least.isdecimal() or attributes.get(_PLACES, "0") != "0" or attributes.get(_GROUPS) == "true":
        return 0
    return int(least) if 1 < int(least) <= _LONGEST else 0
