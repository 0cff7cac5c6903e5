"""What stands above every page of the product, and nothing under it."""

from shnor.ui.kit import frame

frame.opened()
