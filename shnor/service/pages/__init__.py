"""The plain data of each page, one module a page."""
