"""A table is found under its key as long as it is among the newest."""

from shnor.ui.run import exports
from shnor.workbooks.table import Table


def test_equal_tables_have_one_key_and_others_another():
    keys = [exports.key_of(Table(title, ("а",), ((1,),))) for title in ("О", "О", "П")]
    assert keys[0] == keys[1] != keys[2]


def test_the_oldest_table_goes_first(monkeypatch):
    monkeypatch.setattr(exports, "MOST", 2)
    for key in ("а", "б", "а", "в"):
        exports.offer(key, Table(key, (), ()))
    assert [key for key in "абв" if exports.offered(key, "")] == ["а", "в"]
