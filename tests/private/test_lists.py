"""The one door of texts by lists: who must be gone and what must stay. What is left of the names is named here."""

import pytest

from shnor.personal import doors
from shnor.personal.masks import suspicious
from tests.private.probes import lines, probes, words

STILL_THERE = {
    # surnames that are common words: told from a melnik and a hare by nothing
    "Мельник", "учитель Коваль", "отв. Заяц", "у Сороки нет доступа", "Ответственная Верба",
    "Передать Пономарь до пятницы",
    "О Калинине спросить в кадрах",  # a town
    "с Нальбием Ачмизом",  # neither word in the dictionary, no post before them
}
"""Of two hundred lone surnames and surnames with a first name."""


def left(probe) -> bool:
    kept = doors.kept(probe.text)
    return any(word in kept for word in words(probe.secret))


@pytest.mark.parametrize("name", ["attack.tsv", "probes.tsv"])
def test_of_numbers_mail_and_surnames_with_initials_nothing_is_left(name):
    assert len(probes(name)) in (45, 100)
    assert [probe.text for probe in probes(name) if left(probe)] == []


def test_of_lone_names_these_are_left():
    names = probes("names.tsv")
    assert (len(names), {probe.text for probe in names if left(probe)}) == (200, STILL_THERE)


def test_what_is_nobody_stays():
    texts = lines("kept.txt")
    assert (len(texts), [text for text in texts if doors.kept(text) != text]) == (200, [])


@pytest.mark.parametrize("name", ["attack.tsv", "probes.tsv", "names.tsv"])
def test_what_goes_is_looked_at_closer(name):
    """A file of many texts is not read twice: what is not suspicious never comes to the door."""
    texts = {probe.text for probe in probes(name) if not left(probe) and " " in probe.text.strip()}
    assert texts - suspicious(*texts) == set()


@pytest.mark.parametrize(("text", "kept"), [
    ("закон Ома, теорема Виета", "закон Ома, теорема Виета"), ("провела Осинкина", "провела [ФИО]"),
    ("роман Булгакова", "роман Булгакова"), ("Роман Осинкин", "[ФИО]"),
    ("х. Осинкина Балка", "х. Осинкина Балка"), ("А. С. Пушкин", "А. С. Пушкин"), ("П. С. Пушкин", "[ФИО]"),
    ("Опыт И.Щербакова", "Опыт [ФИО]"), ("Ответственная И.Щербакова, А. Берёза", "Ответственная [ФИО], А. Берёза"),
    ("Не проходит снилс 087-654-303 0", "Не проходит снилс [СНИЛС]"), ("письмо 087-654-303", "письмо 087-654-303"),
    ("Осинки-\nной З. П. и других", "[ФИО] и других"),
    ("звонить 8 918\u00a0123\u201145\u201167 до 15:00", "звонить [телефон] до 15:00")])
def test_what_stands_around_decides(text, kept):
    assert doors.kept(text) == kept


@pytest.mark.parametrize(("text", "kept"), [
    ("методист, 8 (86137) 2-34-56, centre@example.ru", "методист, 8 (86137) 2-34-56, centre@example.ru"),
    ("Осинкина З. П., 112-233-445 95", "[ФИО], [СНИЛС]")])
def test_of_an_office_telephone_and_mail_stay(text, kept):
    assert doors.office(text) == kept


UNKNOWN = ("Вебинары Хакатон Воркшоп Кванториум Коворкинг Коучи Флешмоб Челлендж Тьюториалы Сетевички Профпробы "
           "Дистант Питчи Митапы Баркемп Форсайт Скрам Эдьютон Методсовет Лонгрид Взаимопосещения Агрокласс Сферум")


def test_a_word_of_a_cell_that_no_dictionary_knows_stays():
    assert [word for word in UNKNOWN.split() if doors.kept(word) != word] == []
