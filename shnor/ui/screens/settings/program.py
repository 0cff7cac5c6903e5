"""Which program this is: the first thing anybody asks who is to help with it."""

from shnor import __version__
from shnor.ui.kit import html


def version() -> None:
    html.text(f"Программа «Мониторинг ШНОР», версия {__version__}.", mark="shnor-small")
