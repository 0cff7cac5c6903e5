"""Registers of papers: what a title is about, which activity a paper belongs to, as which paper others cite it."""

from datetime import date

import pytest

from shnor.loaders.kinds.documents import about, activities, cited_day, cited_number
from tests.loaders.made import checked, grid, records, said

HEADER = ("Вид документа", "Номер документа", "Дата документа", "О чём документ", "Школа", "К чему относится",
          "Как назван в других бумагах")


def test_a_register_tells_what_follows_from_its_words():
    result = checked(grid(HEADER, (
        "приказ", "478-пр", "20.12.2019", "Об утверждении дорожной карты", None, None, "от 23.12.2019 № 11"), (
        "приказ", "96", "12.10.2026", "О корректировке плана ВШК", "МБОУ ООШ № 5", "дорожная карта, 1.4", None)))
    assert said(result) == []
    assert records(result, "about", "corrects", "activities", "of_year", "cited_number", "cited_on") == [
        (None, None, "", 2019, "11", date(2019, 12, 23)), ("vshk", "yes", "1.4", 2026, None, None)]


@pytest.mark.parametrize(("title", "found"), [
    ("Школьная программа повышения качества образования", "programme"), ("Антирисковая программа", "project"),
    ("План ВСОКО на 2026 год", "vsoko"), ("План внутришкольного контроля", "vshk"),
    ("О корректировке планов ВСОКО и ВШК", "vsoko;vshk"), ("Положение о ВСОКО", None), ("О проведении семинара", None)])
def test_titles_are_known_by_words(title, found):
    assert about("приказ", title) == found


@pytest.mark.parametrize(("text", "found"), [
    ("дорожная карта, 1.4", ["1.4"]), ("пункты 2.1, 2.3 дорожной карты на 2026 год", ["2.1", "2.3"]),
    ("мероприятие № 7", ["7"]), ("12", ["12"]), ("приказ от 23.12.2019", []), ("МБОУ ООШ № 5", []), ("", [])])
def test_numbers_of_activities(text, found):
    assert activities(text) == found


@pytest.mark.parametrize(("text", "own", "number"), [
    pytest.param("от 23.12.2019 № 11", "478-пр", "11", id="another-number"),
    pytest.param("от 29.07.2021 № 932 – осн.", "932-осн", "932-осн", id="the-same-but-for-dashes"),
    pytest.param("приказ от 23.12.2019", "11", None, id="no-number-named")])
def test_the_number_a_paper_is_cited_by(text, own, number):
    assert cited_number(text, own) == number


@pytest.mark.parametrize(("text", "day"), [
    ("от 23.12.2019 № 11", date(2019, 12, 23)), ("от 31.02.2019", None), ("№ 11", None)])
def test_the_day_a_paper_is_cited_by(text, day):
    assert cited_day(text) == day
