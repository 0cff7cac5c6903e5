"""Shades and letters of screen, charts and prints: each is written here once. `.streamlit/config.toml` can read no
Python and repeats five of them, which a test holds equal. Nothing is red: no report is not a fault."""

FONT = "'Segoe UI', 'PT Sans', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

INK, LINE, PAPER = "#1b2733", "#44525f", "#ffffff"
DONE, DONE_PALE = "#1f5f8b", "#9cc3dd"
SILENT, SILENT_LINE = "#eef1f4", "#8b97a3"
SHADES = {"ink": INK, "line": LINE, "paper": PAPER, "done": DONE, "done-pale": DONE_PALE, "silent": SILENT}
"""Those the pages use: in a style sheet `var(--shnor-ink)` and so on."""


def css() -> str:
    """What makes the shades known to a style sheet."""
    return ":root { " + "".join(f"--shnor-{name}: {shade}; " for name, shade in SHADES.items()) + "}\n"
