"""Приём отчётов: files in, questions answered beside the cell, what will change, accept."""

from shnor.ui.kit import frame
from shnor.ui.screens.upload import page

page.page(frame.opened())
