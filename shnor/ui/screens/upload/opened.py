"""Which files of the box stand open: those a person opened, few files all, of many the first that asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from shnor.service.intake.standing import Standing
from shnor.ui.run.tray import Tray
from shnor.ui.screens.upload import cards, questions

FEW = 2
"""So many files stand open by themselves."""
CHOSEN = "shnor_opened"
"""Key of a file → whether the person opened or closed it."""
ASKED = "open"
"""In the address: a file to open."""


@dataclass(frozen=True)
class Opened:
    tray: Tray
    standing: Standing
    common: questions.Common

    def is_open(self, key: str) -> bool:
        return _chosen().get(key, key in self._by_itself or key == st.query_params.get(ASKED))

    def any(self, keys: Iterable[str]) -> bool:
        return any(map(self.is_open, keys))

    def turn(self, key: str) -> Callable[[], None]:
        """What a click on its line does."""
        wanted = not self.is_open(key)

        def turned() -> None:
            st.session_state[CHOSEN] = {**_chosen(), key: wanted}

        return turned

    @cached_property
    def _by_itself(self) -> frozenset[str]:
        reviewed, asking = self.standing.reviewed, self.standing.asking
        if len(reviewed) <= FEW:
            return frozenset(reviewed)
        own = [key for key, item in asking.items() if cards.own_questions(key, item, self.common)]
        first = sorted(own, key=lambda key: not asking[key].errors)[:1]
        return frozenset((*first, self.tray.entered)) if self.tray.entered in reviewed else frozenset(first)


def _chosen() -> dict[str, bool]:
    return st.session_state.get(CHOSEN, {})
