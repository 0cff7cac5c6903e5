"""How much of a dropped file is opened and read. Sizes in bytes."""

FILES_INSIDE = 300
"""Files of one dropped archive or letter, those of archives inside it too."""
UNPACKED_BYTES = 200 << 20
UNPACKED_RATIO = 150
"""Unpacked bytes a byte of the dropped file: reports pack ten to twenty times."""
RATIO_FROM_BYTES = 20 << 20
"""The ratio says nothing about small files: an almost empty sheet packs well."""
DEPTHS = {"zip": 2, "letter": 5, "tnef": 2, "signed": 3}
"""How many containers of a kind may lie inside each other. Letters are forwarded as attachments again and again,
archives are not."""
LETTERS_HEAD_BYTES = 256 << 10
"""Where the first empty line of a letter must have come."""
KEY_ROUNDS = 1_000_000
"""Of hashing for a key of an encrypted book: Office makes a hundred thousand, a file may ask for a day's work."""
PACKAGE_LIST_BYTES = 8 << 20
"""Of the lists of parts in a package of Office."""
LEAD_IN_BYTES = 1024
"""How far from its first byte a workbook may really begin."""
FILE_BYTES = 64 << 20
"""Of one file, in an archive too; the page takes smaller ones."""
PACKAGE_BYTES = 400 << 20
"""Of a workbook or a document when it is unpacked."""
PACKAGE_ENTRIES = 10_000
SHEET_ROWS = 200_000
FILE_CELLS = 12_000_000
"""Of all sheets and tables of one file, empty ones included."""
DROP_SECONDS = 300.0
"""Of reading and checking what was dropped at once; a file has its own bound beside."""
DROP_BYTES = 600 << 20
"""Of all files dropped at once, unpacked."""
SHEET_COLUMNS = 16_384
SHEET_CELLS = 8_000_000
"""Empty ones included: 200 000 rows of 40 columns. More is one stray cell, and every later step would walk to it."""
PAGE_CELLS = 2_000_000
"""Of a page of the web and of a workbook in one XML, which are read as a whole."""
PAGE_COLUMNS = 1000
DOCUMENT_COLUMNS = 200
DOCUMENT_LEVELS = 30
"""Tables inside tables."""
DOCUMENT_REPEATED = 1000
"""One row or cell of a document that stands for many."""
HEADING_LINES = 10
"""Lines above a table that are read with it."""
BLOCK_BYTES = 1 << 20
"""What is unpacked or parsed at a time."""
PART_BYTES = 4 << 20
"""Of a part that tells which sheet is which."""
FORM_BYTES = 20 << 20
"""Unpacked, of a form of somebody else that is to be filled in."""
TEMPLATE_BYTES = 30 << 20
"""Of a presentation whose look a show takes; every show made with it is as large."""
TEMPLATE_PICTURE_BYTES = 3 << 20
TEMPLATE_PICTURES_BYTES = 10 << 20
"""Of one picture on it, of all of them: the show goes by mail and lies on old computers."""
TEMPLATE_LAYOUTS = 100
TEMPLATE_SIDE_INCHES = (4.0, 60.0)
LETTERHEAD_TEXT_MM = (120, 300)
"""How wide the text on a page of the centre's own template may be: tables of a paper have to stand there."""
MARKED_CELLS = 2000
"""Of one question in the copy with marks."""
