"""How the options of a start are read: argparse itself speaks English."""

import argparse
from typing import NoReturn


class Options(argparse.ArgumentParser):
    """Answers with one Russian text, when it is asked for (--help, ends with 0) and when an option is not known (2)."""

    def __init__(self, text: str) -> None:
        super().__init__(allow_abbrev=False)
        self._text = text

    def format_help(self) -> str:
        return f"{self._text}\n"

    def error(self, message: str) -> NoReturn:
        print(self._text)
        self.exit(2)
