"""From dropped, pasted or typed rows to a new state of the base."""
