"""Licences of what an office installs: `python -m docs.list_licences` writes docs/licences.md from requirements.lock.

Names and versions are the lock's, licences are what the installed packages say of themselves.
"""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK, FILE = ROOT / "requirements.lock", Path(__file__).parent / "licences.md"
PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.M)
CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")
# words of older metadata -> the name of the same licence in SPDX
SPDX = {
    "MIT License": "MIT", "MIT license": "MIT", "BSD License": "BSD", "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
}
VAGUE = {"", "Dual License", "UNKNOWN"}
LONGEST = 60
"""Letters of a name of a licence; what is longer is its text."""
PAGE = """\
# Лицензии составных частей

Пакеты, которые ставятся вместе с программой (`requirements.lock`, всего {count}), с лицензиями из самих пакетов.
Страница собрана командой `python -m docs.list_licences`; проверка следит, что она совпадает со списком и что
лицензий семейства GPL среди пакетов нет.

| Пакет | Версия | Лицензия |
|---|---|---|
{rows}

Словарь в pymorphy3-dicts-ru собран из данных OpenCorpora, они под CC BY-SA.

В самих файлах программы лежат ещё две чужие вещи, их лицензии рядом с ними: шрифт PT Sans
(`shnor/charts/drawn/PTSans.LICENSE`) и html-to-image (`shnor/ui/assets/html-to-image.LICENSE`).
"""


def pins(lock: str) -> list[tuple[str, str]]:
    """Name and version of each package of a lock."""
    return PIN.findall(lock)


def licence(package: Distribution) -> str:
    """As SPDX names it where the package says so, else of its line «License», else of its classifiers."""
    said = package.metadata
    own = said.get("License-Expression") or said.get("License") or ""
    if own not in VAGUE and len(own) <= LONGEST:
        return SPDX.get(own, own)
    found = [match[1] for line in said.get_all("Classifier") or () if (match := CLASSIFIER.match(line))]
    return " OR ".join(SPDX.get(name, name) for name in found)


def page(lock: str) -> str:
    listed = [(name, version, licence(distribution(name))) for name, version in pins(lock)]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in listed)
    return PAGE.format(count=len(listed), rows=rows)


if __name__ == "__main__":
    FILE.write_text(page(LOCK.read_text("utf-8")), "utf-8")
