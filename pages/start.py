"""С чего начать: two doors, the example and the own schools."""

from shnor.ui import start

start.doors()
