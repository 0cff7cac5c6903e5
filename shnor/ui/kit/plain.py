"""A text where Streamlit reads Markdown: titles, labels, choices, hints. What people have written is shown as it is."""

import re
from collections.abc import Callable
from typing import Any

_SIGNS = re.compile(r"[\\`~$\[\]]|\*(?!(?<=\s\*)(?:\s|$))|_(?!(?<=[^\W_]_)[^\W_])|"
                    r"<(?=[a-z/!?])|&(?=#?\w+;)|:(?=\S)|#$", re.I)
"""A star between spaces and a line inside a word are no signs."""
_JOINED = re.compile(r"(?<=:)(?=[^\W\d]|[+-]|//)|(?<=www)(?=\.)|(?<=@)(?=\S)", re.I)
"""Where names of icons and colours, addresses and mail are found after the signs are read: a backslash is no help."""
_JOINER = "\u2060"
"""Takes no room and breaks no line."""


def plain(text: str) -> str:
    """In one line, no sign of it alive: neither a link nor a formula, a colour, an icon, an emphasis."""
    return _SIGNS.sub(r"\\\g<0>", _JOINED.sub(_JOINER, " ".join(text.splitlines())))


def plainly(words: Callable[[Any], str]) -> Callable[[Any], str]:
    """The same of what names a choice."""
    return lambda choice: plain(words(choice))
