"""What a kept sheet tells besides its values comes back as it went in."""

import json
import zlib

import pytest

from shnor.datasets import Grid, Looks
from shnor.datasets.packed import packed, unpacked

LOOKS = Looks(hidden_rows=frozenset({7, 6}), filtered=True, hidden_columns=frozenset({2}),
              struck=((3, 0, 4, 0),), lost=((6, 3, 6, 3),), unseen=True)


@pytest.mark.parametrize("looks", [pytest.param(LOOKS, id="all-of-it"), pytest.param(Looks(), id="plain-sheet")])
def test_looks_come_back(looks):
    grid = Grid("Лист1", (("№", "Задача"), (1, None)), looks=looks)

    assert unpacked(packed(grid)) == grid


def test_a_sheet_kept_before_looks_has_none():
    plain = json.loads(zlib.decompress(packed(Grid("Лист1", ((1,),), looks=LOOKS))))
    del plain["looks"]

    assert unpacked(zlib.compress(json.dumps(plain).encode())).looks == Looks()
