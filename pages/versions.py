"""Сроки и версии: who has sent what over a year, accepted files with the journal, copies; one part is open."""

from shnor.ui.kit import frame
from shnor.ui.screens.versions import page

session = frame.opened()
page.draw(session, page.head())
