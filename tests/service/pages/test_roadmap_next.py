"""The roadmap of the next year: years moved, documents left, nothing of last year touched."""

import pytest

from shnor.service.intake import drop
from shnor.service.pages import roadmap_next
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, file

OLD = [["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Период", "План на период", "Срок", "Документ"],
       ["Карта МБОУ ООШ № 5 на 2026 год", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит 2026 года", "2026", "1",
        "март 2026", "приказ от 12.01.2026 № 14"],
       ["Карта МБОУ ООШ № 5 на 2026 год", "МБОУ ООШ № 5", "1.10", "Кадры", "Семинар", "2026", "2", "октябрь", ""],
       ["Карта МБОУ ООШ № 5 на 2026 год", "МБОУ ООШ № 5", "2.1", "Уроки", "Проба", "2026", "1", "до 20.11.2026", ""]]
MARK = [["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"],
        ["Карта МБОУ ООШ № 5 на 2026 год", "МБОУ ООШ № 5", "март 2026", "1.1", "выполнено", "18.03.2026",
         "справка № 1"]]


@pytest.fixture
def planned(filled, send):
    send(file("карта.csv", OLD))
    send(file("отметка.csv", MARK))
    return filled


def draft(store):
    with store.view() as view:
        plan = next(plan for plan in roadmap_next.sources(view) if "ООШ" in plan.title)
        return roadmap_next.build(view, plan, day=DAY)


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("ноябрь 2026", "ноябрь 2027", id="month"),
    pytest.param("до 20.11.2026 г.", "до 20.11.2027 г.", id="day"),
    pytest.param("2025/26 учебный год", "2026/27 учебный год", id="school-year"),
    pytest.param("2025–2026 учебный год", "2026–2027 учебный год", id="school-year-whole"),
    pytest.param("2099/00", "2100/01", id="century"),
    pytest.param("приказ от 12.01.2026 № 14, ноябрь 2026", "приказ от 12.01.2026 № 14, ноябрь 2027", id="document"),
    pytest.param("по протоколу от 01.02.2026", "по протоколу от 01.02.2026", id="protocol"),
    pytest.param("ежемесячно", "ежемесячно", id="no-year"),
    pytest.param("12026 и 20261", "12026 и 20261", id="other-numbers"),
    pytest.param("№ 2026", "№ 2026", id="number-of-a-document"),
])
def test_years_move_by_one_and_documents_stay(text, expected):
    assert roadmap_next.moved(text) == expected


def test_the_draft_tells_what_was_done_and_what_was_moved(planned):
    new = draft(planned)
    assert (new.title, new.period, new.school) == ("Карта МБОУ ООШ № 5 на 2027 год", "2027", "МБОУ ООШ № 5")
    assert [(one.number, one.done, one.values["deadline"], one.grounds) for one in new.activities] == [
        ("1.1", True, "март 2027", True), ("1.10", False, "октябрь", False), ("2.1", False, "до 20.11.2027", False)]
    assert new.activities[0].values["document"] == "приказ от 12.01.2026 № 14"


def test_the_new_roadmap_goes_in_without_a_question_and_meets_nothing_of_the_old_one(planned):
    new = draft(planned)
    [item] = drop.review(planned, [roadmap_next.file(new, new.activities[1:])], DAY)
    assert item.checked.issues == ()
    [change] = item.preview.tables
    assert (change.added, change.changed) == (2, 0)
    drop.accept_all(planned, [item], by=COORDINATOR)
    with planned.view() as view:
        rows = view.rows("roadmap", period="2027").select("plan", "school_id", "number", "deadline_end").fetchall()
        old = view.rows("roadmap", period="2026", plan=OLD[1][0]).select("number").fetchall()
    assert sorted((row[2], f"{row[3]:%d.%m.%Y}") for row in rows) == [("1.10", "31.10.2027"), ("2.1", "20.11.2027")]
    assert {row[:2] for row in rows} == {("Карта МБОУ ООШ № 5 на 2027 год", "Ш05")}
    assert sorted(old) == [("1.1",), ("1.10",), ("2.1",)]


ADVICE = [["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Школа", "Рекомендация",
           "Срок рекомендации", "Отметка о выполнении"],
          ["выезд 12.11.2026", "2026", "1", "директору", "МБОУ ООШ № 5", "Открыть кружок", "15.03.2027", ""],
          ["выезд 12.11.2026", "2026", "2", "директору", "МБОУ ООШ № 5", "Сделано", "", "выполнена"],
          ["выезд 12.11.2026", "2026", "3", "директору", "МБОУ ООШ № 9", "Другой школе", "", ""],
          ["справка за 2026 год", "2026", "1", "директорам школ", "", "Обновить план ВШК", "01.12.2026", ""],
          ["справка за 2026 год", "2026", "2", "методическому центру", "", "Центру", "", ""],
          ["справка за 2026 год", "2026", "3", "директорам школ", "", "Семинар.", "", ""]]


def test_what_is_open_of_recommendations_is_a_section_of_its_own(planned, send):
    """Not what is done, what another school or the centre is advised, what stands in the plan."""
    send(file("рекомендации.csv", ADVICE))
    new = draft(planned)
    own = [one for one in new.activities if one.advised]
    assert [(one.number, one.values["direction"], one.values["activity"], one.values["deadline"]) for one in own] == [
        ("3.1", "Из рекомендаций", "Открыть кружок (выезд 12.11.2026, № 1)", "до 15.03.2027"),
        ("3.2", "Из рекомендаций", "Обновить план ВШК (справка за 2026 год, № 1)", "в течение года")]
    [item] = drop.review(planned, [roadmap_next.file(new, own)], DAY)
    assert item.checked.issues == ()
    assert item.preview.tables[0].added == 2


def test_a_plan_whose_next_year_is_there_is_not_offered_again(planned):
    new = draft(planned)
    reviewed = drop.review(planned, [roadmap_next.file(new, new.activities)], DAY)
    drop.accept_all(planned, reviewed, by=COORDINATOR)
    with planned.view() as view:
        assert "Карта МБОУ ООШ № 5 на 2026 год" not in [plan.title for plan in roadmap_next.sources(view)]


def test_an_activity_done_in_part_goes_on(planned, send):
    """Due in March and in October; only March is reported."""
    send(file("карта дважды.csv", [OLD[0], [*OLD[2][:7], "март 2026, октябрь 2026", ""]]))
    send(file("отметка ещё.csv", [MARK[0], [*MARK[1][:3], "1.10", *MARK[1][4:]]]))
    assert {activity.number: activity.standing for activity in draft(planned).activities}["1.10"] == "выполняется"
