"""Found by every Python of a run whose clock libfaketime has shifted. Python sleeps until a moment of the monotonic
clock; libfaketime 0.9.10 moves that moment too, even when told to leave this clock alone, so Python waits another way.
"""

import select
import time

time.sleep = lambda seconds: select.select([], [], [], seconds)
