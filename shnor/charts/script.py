"""The script that draws a picture of Plotly, for a file that is opened without us and without a network."""

from functools import lru_cache

import plotly.offline


@lru_cache(maxsize=1)
def plotly_script() -> str:
    """All of it, with its licence on top. It stands inside a page: line ends are those a browser makes of them, so that
    the digest of the text is the digest of what runs."""
    return str(plotly.offline.get_plotlyjs()).replace("\r\n", "\n").replace("\r", "\n")
