"""What the page of the roadmap draws over a small municipality: № 5 has done 1 of 2, 1 lies ahead."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.pages import roadmap
from shnor.service.pages.roadmap import Chosen
from shnor.ui.screens.roadmap import page, pictures, rows
from tests.service.conftest import DAY, MARKS, file

GROUP = re.compile(r"<details class='shnor-group'( open)?>(.*?)(?=<details class='shnor-group'|$)")
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=1, demo=False)


@pytest.fixture
def data(filled):
    def built(**wanted):
        with filled.view() as view:
            return roadmap.build(view, Chosen(**{"whose": "Ш05", **wanted}), day=DAY)
    return built


def listed(data, standing=rows.UNFINISHED):
    """Title of the block, then each group: is it open, its title, the numbers of its rows, those folded under them."""
    shown = rows._made(SESSION, data, standing)
    groups = []
    for opened, text in GROUP.findall(shown.body):
        first, _, rest = text.partition("<details class='shnor-rest'>")
        numbers = [re.findall(r"class='no'>([\d.]+)<", part) for part in (first, rest)]
        groups.append((bool(opened), re.search(r"<b>(.*?)</b>", text)[1], *numbers))
    return shown.block.title, groups


def test_unfinished_rows_stand_open_and_the_others_are_folded(data):
    assert listed(data()) == ("Мероприятия: требуют внимания, 1 из 3",
                              [(True, "Кадры", ["1.2"], ["1.1"]), (False, "Уроки", ["2.1"], [])])


@pytest.mark.parametrize(("standing", "groups"), [
    pytest.param("ahead", [(False, "Кадры", ["1.1", "1.2"], []), (True, "Уроки", ["2.1"], [])], id="ahead"),
    pytest.param("awaited", [(False, "Кадры", ["1.1", "1.2"], []), (False, "Уроки", ["2.1"], [])], id="none"),
    pytest.param("every", [(True, "Кадры", ["1.1", "1.2"], []), (True, "Уроки", ["2.1"], [])], id="every")])
def test_a_standing_chooses_the_rows_that_stand_open(data, standing, groups):
    assert listed(data(), standing)[1] == groups


def test_all_roadmaps_are_listed_by_where_they_stand_with_their_schools(data):
    shown = data(whose="all")
    body = rows._made(SESSION, shown, rows.UNFINISHED).body
    assert listed(shown)[1] == [(True, "не выполнено", ["1.2"], []), (True, "нет сведений", ["1.1"], [])]
    assert re.findall(r"<td class='owner'[^>]*>(.*?)</td>", body) == ["МБОУ ООШ №\u00a05", "МБОУ ООШ №\u00a09"]


def test_a_row_says_everything_to_who_points_at_it(data):
    body = rows._made(SESSION, data(), rows.UNFINISHED).body
    assert "title='1.2 Семинар; октябрь 2026; не выполнено; перенесём на декабрь'" in body


def test_the_reason_stands_where_the_document_would(data):
    """On the page and in what is taken away, under one name."""
    shown = rows._made(SESSION, data(), rows.UNFINISHED)
    made, body = shown.block, shown.body
    place = made.head.index("Документ или причина")
    assert "<th class='proof'>Документ или причина</th>" in body
    assert "<td class='proof'>перенесём на декабрь</td>" in body
    assert {row[0]: row[place] for row in made.rows} == {
        "1.1": "справка № 1", "1.2": "перенесём на декабрь", "2.1": ""}


@pytest.mark.parametrize(("day", "place"), [
    (date(2026, 1, 1), 0), (date(2026, 2, 1), 1), (date(2026, 2, 15), 1.5), (date(2026, 3, 1), 2),
    (date(2026, 12, 1), 11), (date(2027, 1, 1), 12), (date(2025, 12, 1), -1)])
def test_every_month_is_as_wide_as_its_letter(data, day, place):
    """In months from the first of twelve, however many days they have."""
    assert rows._Lines(SESSION, data())._place(day) * 12 == pytest.approx(place)


def test_the_deadline_is_written_where_no_months_stand_over_it(data):
    body = rows._made(SESSION, data(), rows.UNFINISHED).body
    assert "<span class='due'>срок: октябрь 2026</span>" in body


HEAD = ["Дорожная карта", "Школа", "№", "Мероприятие", "Год", "Срок", "Для кого", "К какому мероприятию района"]
ROW = ["План № 9 новый", "МБОУ ООШ № 9", "2.1", "Урок", "2026", "октябрь 2026"]


def test_for_whom_and_under_what_stand_under_the_activity(data, send):
    """In what is taken away as columns; a plan that says neither has no line, no column and no box."""
    send(file("новый.csv", [HEAD, [*ROW, "педагоги", "2.3"]]))
    shown = data(whose="Ш09")
    made = rows._made(SESSION, shown, rows.EVERY)
    told = re.findall(r"<span class='shnor-under'>(.*?)</span>", made.body)
    assert len(told) == 1
    assert "для кого: педагоги · <a class='shnor-above' href=" in told[0]
    assert "href='/roadmap?plan=all&amp;parent=2.3&amp;standing=every'" in told[0]
    assert told[0].endswith(">к 2.3 муниципальной карты</a>")
    assert (made.block.head[-2:], made.block.rows[-1][-2:]) == (
        ("Для кого", "К какому мероприятию района"), ("педагоги", "2.3"))
    assert [(choice.name, [*choice.options]) for choice in page._seldom(shown)] == [
        ("target_group", ["", "педагоги"]), ("parent", [""]), ("plan_stage", [""])]


def test_a_plan_that_says_neither_has_no_line_and_no_box(data):
    shown = data()
    made = rows._made(SESSION, shown, rows.EVERY)
    assert ("shnor-under" in made.body, made.block.head) == (False, rows.HEAD)
    assert {len(choice.options) for choice in page._seldom(shown)} == {1}


def test_what_was_chosen_from_a_row_can_be_left_again(data, send):
    send(file("новый.csv", [HEAD, [*ROW, "педагоги", "2.3"]]))
    assert [[*choice.options] for choice in page._seldom(data(whose="all", parent="2.3"))][1] == ["", "2.3"]


def test_a_long_list_is_closed(data, monkeypatch):
    monkeypatch.setattr(rows, "OPEN", 1)
    assert [opened for opened, *_ in listed(data(), rows.EVERY)[1]] == [False, False]


def test_more_rows_than_fit_are_said_to_be_there(data, monkeypatch):
    monkeypatch.setattr(rows, "MOST", 1)
    body = rows._made(SESSION, data(), rows.EVERY).body
    assert "Показаны первые 1 из 2" in body
    assert len(re.findall("<tr><td", body)) == 1


def test_what_can_be_listed_says_how_many_there_are(data):
    shown = rows.titles(data().rows)
    assert [shown(name) for name in rows.STANDINGS] == [
        "требуют внимания (1)", "не выполнено (1)", "нет сведений (0)", "документ ожидается (0)", "впереди (1)",
        "все (3)"]


def test_plan_and_fact_add_up_and_say_how_far_they_are_apart(data):
    chart = pictures.plan_chart(SESSION, data())
    plan, fact = ({point.at: point.k for point in series.points} for series in chart.series)
    assert (chart.title, plan["мар"], plan["окт"], plan["дек"], fact["мар"], fact["ноя"]) == (
        "План и факт: на 1 меньше плана", 1, 2, 3, 1, 1)
    assert "дек" not in fact


def test_where_no_day_is_named_there_is_no_line_of_the_fact(data, send):
    send(file("без даты.csv", [MARKS[0], ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "", "", ""]]))
    assert pictures.plan_chart(SESSION, data(whose="Ш09")).series[1].points == ()


def test_compared_roadmaps_are_parts_of_wholes(data):
    chart = pictures.compared_chart(SESSION, data(compare=("Ш09",)))
    last = [(series.name, series.points[-1]) for series in chart.series]
    assert [(name, point.at, point.text, point.value) for name, point in last] == [
        ("МБОУ ООШ № 5", "ноя", "1 из 2", None), ("МБОУ ООШ № 9", "ноя", "0 из 1", None)]


def test_lines_of_several_schools_are_the_mean_of_one():
    point = pictures.facts.share("ноя", 97, 116)
    [placed] = pictures._as_counts(pictures.Series("школы перечня", (point,)), 6).points
    assert (placed.value, placed.text) == (16.2, "97 из 116, в среднем на школу 16,2")


@pytest.mark.parametrize(("wanted", "words"), [
    ({"direction": "Нет такого"}, ["Направления «Нет такого» в этой карте нет, показаны все направления."]),
    ({"whose": "Нет такой"}, ["Такой дорожной карты в базе нет, показана другая: МБОУ ООШ № 5."]),
    ({"period": "2019"}, ["За этот период дорожной карты нет, показан 2026 год."]), ({}, [])])
def test_what_could_not_be_had_is_said(data, wanted, words):
    assert page._refused(data(**wanted)) == words


@pytest.mark.parametrize(("dropped", "planned", "said"), [
    (1, 2, ", сроков в плане 2, снято 1"), (0, 5, ", сроков в плане 5"), (0, 3, "")])
def test_why_the_plan_is_another_number_than_the_activities(data, dropped, planned, said):
    shown = data()
    counts = replace(shown.parts, dropped=dropped, planned=planned)
    assert page._of_plan(replace(shown, parts=counts)) == said
