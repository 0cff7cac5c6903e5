"""Shades and letters stand once; what must repeat them is equal."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

from shnor import look

ROOT = Path(__file__).resolve().parents[1]
STYLE = "".join(path.read_text("utf-8") for path in (ROOT / "shnor" / "ui" / "styles").glob("*.css"))


def test_the_theme_of_streamlit_has_our_letters_and_shades():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert (theme["font"], theme["textColor"], theme["backgroundColor"], theme["primaryColor"], theme["linkColor"]) == (
        look.FONT, look.INK, look.PAPER, look.DONE, look.DONE)


def test_the_style_sheet_knows_every_shade_it_names_and_repeats_none():
    used = set(re.findall(r"var\(--shnor-([\w-]+)\)", STYLE))
    assert used
    assert used <= set(look.SHADES)
    assert not set(look.SHADES.values()) & set(re.findall(r"#[0-9a-f]{6}", STYLE))
    assert f"--shnor-line: {look.LINE};" in look.css()


def test_no_other_code_repeats_a_shade_or_the_letters():
    texts = {path: path.read_text("utf-8") for path in (ROOT / "shnor").rglob("*.py") if path.name != "look.py"}
    assert [str(path) for path, text in texts.items()
            if look.FONT in text or any(f'"{shade}"' in text for shade in look.SHADES.values())] == []


def test_a_class_of_one_page_means_nothing_on_another():
    """Two pages that took one name, which the common sheet has not, would spoil each other."""
    sheets = {path.stem: path.read_text("utf-8") for path in (ROOT / "shnor" / "ui" / "styles").glob("*.css")}
    begun = {name: set(re.findall(r"^\s*\.(shnor-[\w-]+)(?= ?[{,])", text, re.M)) for name, text in sheets.items()}
    shared = begun.pop("base")
    assert {(one, other): both for one, other in combinations(sorted(begun), 2)
            if (both := (begun[one] & begun[other]) - shared)} == {}
