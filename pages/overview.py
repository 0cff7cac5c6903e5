"""Обзор: four numbers, where each school stands, what needs doing today; the other topics in a line."""

from shnor.ui.kit import frame
from shnor.ui.screens.overview import page

page.draw(frame.opened())
