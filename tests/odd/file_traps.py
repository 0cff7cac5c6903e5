"""What goes wrong with files as files: code pages, damage, noise, archives in archives."""

from tests.odd import documents, workbooks
from tests.odd.traps import ALL, BOOKS, EVERY, Truth, total, trap

BOOK_WRITERS = {".xlsx": workbooks.xlsx, ".xls": workbooks.xls, ".ods": workbooks.ods}


@trap(frozenset({".csv"}))
def code_page(rng, sheet, kind):
    return Truth(total(sheet), data=documents.csv(sheet, rng.choice(documents.PAGES), rng.choice((";", "\t", ","))))


@trap(frozenset({".csv"}))
def one_bad_byte(rng, sheet, kind):
    data = bytearray(documents.csv(sheet))
    place = data.index("Программа".encode()) + len("Программа".encode()) + 40
    while data[place] < 0xD0:
        place += 1
    data[place] = 0xFF
    return Truth(-1, data=bytes(data))


@trap(frozenset({".csv"}))
def line_of_the_separator(rng, sheet, kind):
    return Truth(total(sheet), data=b"sep=;\r\n" + documents.csv(sheet, rng.choice(("cp1251", "utf-8"))))


@trap(EVERY)
def another_ending(rng, sheet, kind):
    return Truth(total(sheet), ending=rng.choice((".xlsx", ".xls", ".csv", ".doc", ".txt", "")))


@trap(BOOKS)
def cut_off(rng, sheet, kind):
    data = BOOK_WRITERS[kind](sheet)
    return Truth(None, data=data[:rng.randint(100, len(data) * 2 // 3)], wrap=False)


@trap(BOOKS)
def flipped_bytes(rng, sheet, kind):
    """Anything may come out but a fault of ours."""
    data = bytearray(BOOK_WRITERS[kind](sheet))
    for _ in range(rng.randint(1, 30)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return Truth(-1, data=bytes(data))


@trap(EVERY)
def noise(rng, sheet, kind):
    return Truth(None, data=rng.randbytes(rng.randint(0, 5000)), wrap=False)


@trap(frozenset({".xlsx"}))
def bytes_before(rng, sheet, kind):
    return Truth(-1, data=b"\r\n" + workbooks.xlsx(sheet))


@trap(EVERY)
def archive_in_archives(rng, sheet, kind):
    data = documents.csv(sheet)
    name = "курсы.csv"
    for level in range(rng.randint(1, 6)):
        data, name = documents.archive(name, data), f"{level}.zip"
    return Truth(-1, data=data, ending=".zip", wrap=False)


TRAPS = (*ALL,)
"""Those of tables too."""
