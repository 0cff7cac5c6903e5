"""A copy as a file: what is in it, what it is called, which ones stay, and how its parts take the place of what is
there. Knows no base: what a base holds is asked by `shnor.store`."""
