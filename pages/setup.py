"""С чего начать: seven questions about the centre, its schools and its lists."""

from shnor.ui import frame, setup

session = frame.opened()
setup.show(session)
