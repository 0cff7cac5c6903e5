"""A piece of Streamlit's code with the short names of its bundler left open: they change at every build, words stay."""

import re
from collections.abc import Iterator
from functools import cache

TOKEN = re.compile(r"\$\{|[\w$]+|.", re.DOTALL)
SHORT = re.compile(r"[A-Za-z_$][\w$]?")
WORDS = frozenset({"if", "in", "of"})


def replaced(code: str, english: str, ours: str) -> str:
    """The code with the piece replaced, also where the bundler named things otherwise; unchanged when it is not
    there."""
    if english in code:
        return code.replace(english, ours)
    names = {name: f"n{place}" for place, name in enumerate(dict.fromkeys(short_names(english)))}
    return pattern(english).sub(lambda hit: "".join(
        hit[names[token]] if short and token in names else token for token, short in tokens(ours)), code)


def contains(code: str, english: str) -> bool:
    return english in code or pattern(english).search(code) is not None


@cache
def pattern(english: str) -> re.Pattern[str]:
    """What the piece looks like in any build: a short name is any name, everywhere the same."""
    names: dict[str, str] = {}
    parts = []
    for token, short in tokens(english):
        if short and token in names:
            parts.append(f"(?P={names[token]})")
        elif short:
            names[token] = f"n{len(names)}"
            parts.append(rf"(?P<{names[token]}>(?<![\w$])[\w$]+)")
        else:
            parts.append(re.escape(token))
    return re.compile("".join(parts))


def short_names(code: str) -> list[str]:
    return [token for token, short in tokens(code) if short]


def tokens(code: str) -> Iterator[tuple[str, bool]]:
    """(token, whether it is a short name of the code). A piece without a backtick stands within a text whole."""
    inside = "`" not in code or code.startswith("${")
    before, depth = "", 0
    for token in TOKEN.findall(code):
        if token == "`":
            inside = not inside
        elif token == "${":
            inside, depth = False, depth + 1
        elif token == "}" and depth:
            inside, depth = True, depth - 1
        yield token, not inside and before != "." and bool(SHORT.fullmatch(token)) and token not in WORDS
        before = token
