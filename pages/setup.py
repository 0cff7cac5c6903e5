"""С чего начать: seven questions about the centre, its schools and its lists."""

from shnor.ui.kit import frame
from shnor.ui.screens.settings import setup

session = frame.opened()
setup.show(session)
