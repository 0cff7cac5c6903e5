"""Names of OpenDocument and what its styles say: struck out or not, a sheet shown or not."""

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


@dataclass
class Styles:
    """lines: style → whether its text is struck out, where it says so itself; hidden: styles of sheets not shown."""

    lines: dict[str, bool] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    _current: str = ""

    def take(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element of a part that holds styles."""
        if tag == STYLE:
            self._current = attributes.get(_NAME, "")
            self.parents[self._current] = attributes.get(_PARENT, "")
        elif tag == _TEXT and self._current:
            told = [attributes[line] for line in _LINE if line in attributes]
            if told:
                self.lines[self._current] = any(line != "none" for line in told)
        elif tag == _TABLE and attributes.get(_DISPLAY) == "false":
            self.hidden.add(self._current)

    def is_struck(self, style: str) -> bool | None:
        """None where neither the style nor those it goes back to say anything."""
        for _ in range(20):
            if style in self.lines:
                return self.lines[style]
            if not (style := self.parents.get(style, "")):
                break
        return None

    @property
    def any_struck(self) -> bool:
        return any(self.lines.values())
