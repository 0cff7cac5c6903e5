"""The sentences of papers in every number and gender: one list read by people, and rules for all the rest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.sentences import courses, results, roadmap
from shnor.sentences.pieces import Sentence
from tests.patterns import forms
from tests.patterns.made import amount, numbers, share, source, text
from tests.words import wrong_words

# A word counted, by its nominative singular: after 1 | after 2 | after 5 in the nominative; one | many in Р, Д, Т.
WORDS = """
школа | школы | школ | школы | школ | школе | школам | школой | школами
мероприятие | мероприятия | мероприятий | мероприятия | мероприятий | мероприятию | мероприятиям | - | -
направление | направления | направлений | направления | направлений | направлению | направлениям | - | -
срок | срока | сроков | срока | сроков | сроку | срокам | - | -
педагог | педагога | педагогов | педагога | педагогов | педагогу | педагогам | - | -
предмет | предмета | предметов | предмета | предметов | предмету | предметам | - | -
выезд | выезда | выездов | выезда | выездов | - | - | - | -
этап | этапа | этапов | этапа | этапов | - | - | - | -
маршрут | маршрута | маршрутов | маршрута | маршрутов | - | - | - | -
участник | участника | участников | участника | участников | - | - | - | -
балл | балла | баллов | балла | баллов | - | - | - | -
показатель | показателя | показателей | показателя | показателей | показателю | показателям | - | -
консультация | консультации | консультаций | консультации | консультаций | - | - | - | -
мастер-класс | мастер-класса | мастер-классов | мастер-класса | мастер-классов | - | - | - | -
практическое занятие | практических занятия | практических занятий | практического занятия | практических занятий | - | - | - | -
практико-ориентированный семинар | практико-ориентированных семинара | практико-ориентированных семинаров | - | - | - | - | - | -
методическая сессия | методические сессии | методических сессий | - | - | - | - | - | -
родительское собрание | родительских собрания | родительских собраний | - | - | - | - | - | -
профессиональный дефицит | профессиональных дефицита | профессиональных дефицитов | - | - | - | - | - | -
выполненное мероприятие | - | - | выполненного мероприятия | выполненных мероприятий | - | - | - | -
опрошенный педагог | - | - | опрошенного педагога | опрошенных педагогов | - | - | - | -
опрошенный обучающийся | - | - | опрошенного обучающегося | опрошенных обучающихся | - | - | - | -
опрошенный родитель | - | - | опрошенного родителя | опрошенных родителей | - | - | - | -
"""  # noqa: E501
TABLE = [line.split(" | ") for line in WORDS.strip().splitlines()]
FORMS = sorted({word for line in TABLE for word in line if word != "-"}, key=len, reverse=True)
COUNTED = re.compile(rf"(?<![\d,])(\d+) ({'|'.join(FORMS)})(?![\w-])")
VERBS = re.compile(r"\b(включен\w*|включён|проведён|проведен[аыо]|состоял\w+|прошёл|прошли|выявлен\w*|[Пп]редст\w+|"
                   r"наступ\w+|[Нн]е выполнен\w|скорректирован\w*|завершил\w?|продолжа[ею]т) (\d+)(?: ([\w-]+))?")
GOVERNED = {"из": "gen", "для": "gen", "от": "gen", "педагогов": "gen", "педагога": "gen", "по": "dat", "за": "ins"}
"""The word before a number and the case it asks for; else the nominative."""
GENDERS = {"консультация": "f", "методическая": "f", "школа": "f", "практическое": "n", "мероприятие": "n"}


def size(n: int) -> int:
    """0: like 1 · 1: like 2 · 2: like 5. Told by the last digits, apart from how the program does it."""
    if str(n).endswith(("11", "12", "13", "14")):
        return 2
    return {"1": 0, "2": 1, "3": 1, "4": 1}.get(str(n)[-1], 2)


def expected(n: int, word: str, before: str) -> set[str]:
    """The forms a counted word may have there, over the words that have this form at all."""
    lines = [line for line in TABLE if word in line]
    case = GOVERNED.get(before.split()[-1].lower() if before else "")
    place = {"gen": 3, "dat": 5, "ins": 7}.get(case or "")
    return {line[size(n)] if place is None else line[place + (size(n) > 0)] for line in lines}


SIZES = (*range(0, 35), 41, 54, 100, 101, 102, 111, 112, 121, 1001, None)
SAID = [one for sentences in forms.every(SIZES) for one in sentences]
PLAIN = list(dict.fromkeys(re.sub(r"(?<=\d)\u00a0(?=\d)", "", one.text).replace("\u00a0", " ") for one in SAID))


def test_the_list_that_people_read_is_what_the_program_says():
    """Else run `python -m tests.patterns.forms`, read every line that is new, and commit the list."""
    assert forms.FILE.read_text("utf-8") == forms.collected()


def test_the_list_is_short_enough_to_read():
    assert 200 < sum(not line.startswith(("#", "=", "-")) for line in forms.FILE.read_text("utf-8").split("\n")) <= 400


def test_a_counted_word_agrees_with_its_number():
    found = [(said, hit) for said in PLAIN for hit in COUNTED.finditer(said)]
    assert len(found) > 2000
    assert [(said, hit[2]) for said, hit in found if hit[2] not in expected(int(hit[1]), hit[2], said[:hit.start()])
            ] == []


def wanted(verb: str, n: int, noun: str) -> str:
    """The verb before a number: by gender after 1, the plural of these verbs after 2, neuter or plural after 5."""
    stem = verb.lower().removeprefix("не ")
    if stem.startswith("предст"):
        return ("предстоит", "предстоят", "предстоит")[size(n)]
    if stem in ("прошёл", "прошли"):
        return ("прошёл", "прошли", "прошли")[size(n)]
    if stem.startswith(("заверш", "продолж")):
        one, more = ("завершил", "завершили") if stem.startswith("заверш") else ("продолжает", "продолжают")
        return (one, more, more)[size(n)]
    if stem.startswith("наступи"):
        future = stem in ("наступит", "наступят")
        return (("наступит", "наступят", "наступит") if future else ("наступил", "наступили", "наступило"))[size(n)]
    gender = GENDERS.get(noun, "m")
    forms_of = {"включ": ("включён", "включена", "включено", "включены"),
                "провед": ("проведён", "проведена", "проведено", "проведены"),
                "состоя": ("состоялся", "состоялась", "состоялось", "состоялись"),
                "выявле": ("выявлен", "", "выявлено", "выявлено"), "выполн": ("", "", "выполнено", "выполнены"),
                "скорре": ("скорректирован", "", "скорректировано", "скорректировано")}
    m, f, n_, several = next(words for start, words in forms_of.items() if stem.startswith(start))
    return ({"m": m, "f": f, "n": n_}[gender], several, n_)[size(n)]


def test_a_verb_agrees_with_the_number_behind_it():
    found = [(said, *hit.groups()) for said in PLAIN for hit in VERBS.finditer(said)]
    found = [(said, verb, int(n), noun or "") for said, verb, n, noun in found
             if not re.search(r"(?:при плане|установлен, проведено|По .* проведено)", said)
             and not (verb == "проведено" and not noun) and not (verb.lower() == "не выполнено" and not noun)]
    assert len(found) > 500
    assert [(said, verb) for said, verb, n, noun in found
            if verb.lower().removeprefix("не ") != wanted(verb, n, noun)] == []


@pytest.mark.parametrize("wrong", [
    pytest.param(r"-\d|\s-\s|\d-(?!й|осн)", id="a-hyphen-for-a-minus"), pytest.param(r"№(?!\u00a0\S)", id="number"),
    pytest.param(r"(?<!\d\u00a0)%", id="percent"), pytest.param(r" —", id="a-dash-that-breaks"),
    pytest.param(r"\s{2}|\s[,.;:)]|\(\s|,[^\s\d]", id="spaces"), pytest.param(r"[A-Za-z{}!]", id="no-russian"),
    pytest.param(r"\d\.\d+\s*(?:%|п)", id="a-point-for-a-comma"), pytest.param(r"\.\.|[;,:]\.", id="two-points"),
    pytest.param(r"(?<!\u00a0)п\.п\.|%\s*п\.п\.", id="points"), pytest.param(r"\bо их\b|\bс семи", id="preposition"),
])
def test_no_sentence_is_typeset_wrongly(wrong: str):
    allowed = re.compile(r"\bIV\b")
    assert [one.text for one in SAID if re.search(wrong, allowed.sub("", one.text).replace("за  квартал", "за квартал"))
            ] == []


def sources(one: Sentence) -> set[str]:
    return {number.source.metric for number in one.numbers if number.source}


def test_a_sentence_holds_three_figures_at_most():
    assert {one.pattern for one in SAID if len(sources(one)) > 3} == set()


def test_a_sentence_begins_with_a_capital_and_ends_with_its_only_full_stop():
    assert [said for said in PLAIN if not re.fullmatch(r"[А-Я].*[^.]\.", said) or said.count("«") != said.count("»")
            ] == []


def test_words_of_the_sentences_are_ours():
    assert [(said, wrong_words(said)) for said in PLAIN if wrong_words(said)] == []


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_parts_of_the_roadmap_add_up_to_what_is_due(on_time, late, undated, not_done, no_word):
    due = on_time + late + undated + not_done + no_word
    said = roadmap.done_parts(amount(due), amount(on_time, "a"), amount(late, "b"), amount(not_done, "c"),
                              amount(no_word, "d"), undated=amount(undated, "e"), done=source())
    read = {number.source.metric: int(number.text.replace("\u00a0", "")) for one in said for number in one.numbers
            if number.source}
    assert due == 0 or read.get("m", 0) + read.get("c", 0) + read.get("d", 0) == due
    assert all(len(sources(one)) <= 3 for one in said)


@pytest.mark.parametrize("made", [
    lambda: roadmap.done_parts(amount(36), amount(29), amount(4), amount(2), amount(0)),
    lambda: courses.course_plan(2026, share(47, 52), amount(3), amount(3)),
    lambda: courses.three_years(share(96, 118), amount(21), amount(0)),
    lambda: results.journal(share(60, 87), amount(20), amount(6))], ids=["roadmap", "plan", "three-years", "journal"])
def test_parts_that_do_not_add_up_are_no_sentence(made):
    with pytest.raises(ValueError, match="do not make"):
        made()


@pytest.mark.parametrize(("k", "n", "printed"), [
    pytest.param(5, 9, ["5", "9"], id="nine-have-no-percentage"), pytest.param(5, 10, ["5", "10", "50,0 %"], id="ten"),
    pytest.param(10, 10, ["10", "10", "100 %"], id="all"), pytest.param(1, 2000, ["1", "2 000", "0,1 %"], id="half-up"),
])
def test_a_percentage_stands_from_ten_on(k, n, printed):
    assert numbers(roadmap.confirmed(share(k, n)))[:len(printed)] == printed


def test_a_part_that_passes_its_whole_is_said_so():
    assert text(results.same_pupils((5, 6), (2025, 2026), share(15, 12), share(4, 12))).count("проверьте числа") == 1
