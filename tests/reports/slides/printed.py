"""What a PDF says of itself, asked of poppler."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


def asked(program: str, data: bytes, folder: Path, *options: str) -> str:
    """What the program says of the file; the options stand before its name."""
    path = folder / "printed.pdf"
    path.write_bytes(data)
    end = ["-"] if program == "pdftotext" else []
    return subprocess.run([program, *options, path, *end], check=True, capture_output=True).stdout.decode()


def pages(data: bytes, folder: Path) -> list[str]:
    """The text of each page, spaces collapsed."""
    return [" ".join(page.split()) for page in asked("pdftotext", data, folder, "-layout").split("\f")[:-1]]


def numbers(text: str) -> set[str]:
    return {*re.findall(r"\d+", text)}


def sizes(data: bytes, folder: Path) -> set[float]:
    """Of all letters, in points."""
    said = asked("pdftohtml", data, folder, "-xml", "-i", "-stdout", "-zoom", "1")
    return {float(size) for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', said)}


def outside(data: bytes, folder: Path) -> list[str]:
    """Words that do not stand wholly on their page."""
    said = asked("pdftotext", data, folder, "-bbox")
    spaced = re.sub(r"<!DOCTYPE[^>]*>", "", said).replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    return [word.text or "" for page in fromstring(spaced).iter("page") for word in page.iter("word")
            if float(word.get("xMin", 0)) < 0 or float(word.get("yMin", 0)) < 0
            or float(word.get("xMax", 0)) > float(page.get("width", 0))
            or float(word.get("yMax", 0)) > float(page.get("height", 0))]


def fonts(data: bytes, folder: Path) -> list[tuple[str, str]]:
    """(name, is it inside: «yes»)."""
    lines = asked("pdffonts", data, folder).splitlines()[2:]
    return [(line.split()[0].partition("+")[2], line.split()[-5]) for line in lines]
