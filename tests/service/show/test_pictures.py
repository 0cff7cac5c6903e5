"""Pictures of the speaker's own: what draws them stays, what speaks of people and places goes."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from shnor.errors import NotAllowed, ShnorError
from shnor.service.show import pictures
from shnor.shows import Drawing, Item

SURNAME = "Тестовая".encode()


def png(*chunks):
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "#12405f").save(file, "png")
    data = file.getvalue()
    extra = b"".join(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
                     for kind, body in chunks)
    return data[:33] + extra + data[33:]


def jpeg(exif=b"", comment=b""):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "#12405f").save(file, "jpeg", exif=b"Exif\x00\x00" + exif if exif else b"",
                                               comment=comment)
    return file.getvalue()


@pytest.mark.parametrize("data", [png(), png((b"tEXt", b"Author\x00" + SURNAME), (b"eXIf", SURNAME)), jpeg(),
                                  jpeg(b"II*\x00" + SURNAME, SURNAME), jpeg() + b"PK\x03\x04" + SURNAME],
                         ids=["png", "png-author", "jpeg", "jpeg-exif", "jpeg-behind"])
def test_a_picture_stays_the_same_without_what_is_written_into_it(data):
    kept = pictures.drawing(data)
    before, after = (Image.open(io.BytesIO(one)) for one in (data, kept.data))
    assert (after.format.lower(), after.tobytes()) == (kept.kind, before.tobytes())
    assert SURNAME not in kept.data


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", png()[:40], jpeg()[:30], pictures.PNG, pictures.JPEG])
def test_what_is_no_whole_picture_is_refused(data):
    with pytest.raises(NotAllowed, match="не рисунок PNG или JPEG"):
        pictures.drawing(data)


def test_a_large_one_is_refused_before_it_is_read():
    with pytest.raises(NotAllowed, match="больше 5 МБ"):
        pictures.drawing(pictures.PNG + bytes(pictures.MOST))


@pytest.mark.parametrize("data", [
    pytest.param(png()[:16] + struct.pack(">II", 50_000, 50_000) + png()[24:], id="png"),
    pytest.param(jpeg().replace(struct.pack(">HH", 30, 40), struct.pack(">HH", 60_000, 60_000)), id="jpeg")])
def test_few_bytes_of_a_vast_picture_are_refused(data):
    with pytest.raises(NotAllowed, match="больше 60 млн точек"):
        pictures.drawing(data)


def test_all_of_a_show_together_have_a_limit():
    most = [Drawing("png", bytes(pictures.MOST))] * 4
    pictures.refuse_heavy(most)
    with pytest.raises(NotAllowed, match="вместе больше 20 МБ"):
        pictures.refuse_heavy([*most, Drawing("png", b"1")])


@given(st.sampled_from([png(), jpeg()]), st.integers(0, 200), st.binary(max_size=4))
def test_a_spoilt_one_is_refused_or_read_and_never_breaks(data, place, other):
    with suppress(NotAllowed):  # no other error than a sentence
        pictures.drawing(data[:place] + other + data[place + len(other):])


def test_words_with_a_surname_are_refused():
    pictures.refuse_people(("Как это сделала школа В", "четыре шага"))
    with pytest.raises(ShnorError, match="Похоже на фамилию"):
        pictures.refuse_people(("Тестовая А. Б. расскажет",))


def test_pictures_beyond_the_limit_of_a_show_are_left_out_when_it_is_made(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_OF_ALL", 10)
    items = [Item(id, "own", "image", title=id) for id in ("a", "words", "b", "c")]
    made = pictures.light(items, {"c": Drawing("png", b"1"), "a": Drawing("png", b"1234567"),
                                  "b": Drawing("png", b"12345")})
    assert [made[id] is pictures.TOO_MUCH for id in ("a", "b", "c")] == [False, True, True]
