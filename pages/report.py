"""Отчёт за месяц: a director fills it in or sends the file, answers the questions, hands it in."""

from shnor.ui.kit import frame
from shnor.ui.screens.report import page

page.draw(frame.opened())
