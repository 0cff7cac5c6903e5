"""Bases a percentage allows, in words."""

import pytest

from shnor.service.pages.survey_bases import lines
from shnor.service.pages.surveys import Stated


def stated(percent, school="МБОУ СОШ № 7", wave="2026-11", question="Вопрос"):
    return Stated(school, "Ш07", wave, "педагоги", question, "да", percent, {})


def said(*several):
    return [one.replace("\u00a0", " ") for one in lines(several)]


def test_a_percentage_alone_and_two_together():
    told = said(stated(94), stated(92, question="Другой"))
    assert told[0].startswith("94 % возможно при числе ответов 16–18, 31–36, 47–")
    assert told[2] == ("МБОУ СОШ № 7, педагоги: 94 % и 92 %, если отвечали одни и те же, вместе возможны "
                       "при числе ответов 36, 48–53, 62–66, 71–72, 77–79 (смотрели до 80)")


@pytest.mark.parametrize("other", [
    pytest.param({"school": "МБОУ СОШ № 2"}, id="of-two-schools"), pytest.param({"wave": "2026-04"}, id="two-waves")])
def test_only_percentages_of_the_same_people_are_put_together(other):
    assert [line for line in said(stated(94), stated(92, **other)) if "вместе" in line] == []


def test_one_told_twice_is_told_once_and_nothing_says_nothing():
    assert (len(said(stated(94), stated(94, question="Другой"))), said()) == (1, [])


def test_a_percentage_with_decimals_may_need_many():
    assert said(stated(94.13))[0] == "94,13 % возможно только при числе ответов больше 80"
