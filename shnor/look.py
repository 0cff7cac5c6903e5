"""Shades, letters and sizes of screen, charts and prints: each is written here once. `.streamlit/config.toml` can read
no Python and repeats five of them, which a test holds equal. Blue is done, amber is not done or awaited, hatching is
unknown; every shade stands with a sign or a word. Nothing is red: no report is not a fault."""

FONT = "'Segoe UI', 'PT Sans', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

INK, MUTED, RULE, SURFACE, PAPER = "#1b2733", "#5b6b7a", "#dfe5ea", "#f6f8fa", "#ffffff"
LINE = "#44525f"
BLUE9, BLUE7, BLUE5, BLUE3, BLUE1 = "#12405f", "#1f5f8b", "#5a93bb", "#a9c9e0", "#e6f0f7"
"""Ordered scales from dark to light; an interval is the lightest. 9, 7: white letters are read on them, on the others
ink."""
ATTENTION, ATTENTION_TEXT, ATTENTION_PALE = "#d9822b", "#a85a0b", "#f2cfa6"
"""The ground (with ink on it) and the letters of what is not done or awaited; pale: a milder answer of a scale."""
DONE, DONE_PALE = BLUE7, "#9cc3dd"
SILENT, SILENT_LINE = "#eef1f4", "#8b97a3"
NUMBER, PAGE, BLOCK, TEXT, DETAIL, AXIS = 26, 22, 15, 14, 13, 12
"""Sizes of letters in pixels; nothing on a screen is smaller than the last."""
SHADES = {"ink": INK, "muted": MUTED, "rule": RULE, "surface": SURFACE, "line": LINE, "paper": PAPER, "done": DONE,
          "done-pale": DONE_PALE, "silent": SILENT, "blue9": BLUE9, "blue5": BLUE5, "blue3": BLUE3, "blue1": BLUE1,
          "attention": ATTENTION, "attention-text": ATTENTION_TEXT}
"""Those the pages use: in a style sheet `var(--shnor-ink)` and so on."""


def css() -> str:
    """What makes the shades known to a style sheet."""
    return ":root { " + "".join(f"--shnor-{name}: {shade}; " for name, shade in SHADES.items()) + "}\n"
