"""Placeholders of the centre's paragraphs: filled in their case, or asked in words; nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.sentences.placeholders import LETTERS, filled, names
from tests.patterns.made import OFFICE

VALUES = {"год": "2026", "орган": OFFICE, "приказ": "от 12 января 2026 года № 14-осн", "центр": ""}
NAMES = st.sampled_from(sorted(VALUES)) | st.text(alphabet="абв XY", max_size=6)


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("В {год} году", "В 2026 году", id="no-case"),
    pytest.param("Приказ {орган|Р} {приказ}", "Приказ управления образования от 12 января 2026 года №\u00a014-осн",
                 id="genitive"),
    pytest.param("{Орган} и {ОРГАН|т}", "управление образования и управлением образования", id="any-letters"),
    pytest.param("{ год } {орган | Д}", "2026 управлению образования", id="spaces"),
    pytest.param("Без подстановок", "Без подстановок", id="none"), pytest.param("", "", id="empty"),
])
def test_a_placeholder_is_filled(text, expected):
    assert filled(text, VALUES) == (expected, ())


@pytest.mark.parametrize(("text", "doubt"), [
    pytest.param("за {гдо} год", "{гдо} — такой подстановки нет. Есть: {год}, {орган}, {приказ}, {центр}.",
                 id="unknown"),
    pytest.param("{}", "{} пусто: впишите, что здесь должно стоять, или удалите скобки.", id="empty"),
    pytest.param("{орган|Х}", "{орган|Х}: падеж пишут одной буквой из И, Р, Д, В, Т, П.", id="no-such-case"),
    pytest.param("{год|Р}", "{год|Р}: у «год» нет падежей, оставьте {год}.", id="a-text-has-no-cases"),
    pytest.param("{центр}", "{центр}: нечего подставить, «центр» не заполнено.", id="not-filled-in"),
    pytest.param("{год", "Скобка { или } стоит без пары: допишите или удалите её.", id="without-its-pair"),
    pytest.param("{гдо} и {гдо}", "{гдо} — такой подстановки нет. Есть: {год}, {орган}, {приказ}, {центр}.",
                 id="asked-once"),
])
def test_what_cannot_be_filled_stays_and_is_asked(text, doubt):
    assert filled(text, VALUES) == (text, (doubt,))


def test_names_of_a_paragraph():
    assert names("{Год}, {орган|Р}, {год|Д}") == ("год", "орган")


@given(st.lists(st.tuples(st.text(alphabet="абв. ", max_size=5), NAMES, st.sampled_from(["", *LETTERS, "Ы"]))))
def test_a_paragraph_without_doubts_has_no_braces_and_one_with_them_keeps_what_was_typed(parts):
    text = "".join(f"{before}{{{name}|{case}}}" if case else f"{before}{{{name}}}" for before, name, case in parts)
    done, doubts = filled(text, VALUES)
    assert bool(doubts) == ("{" in done)
    assert all(typed in done for typed in ("{в}", "{б|Р}") if typed in text)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str):
    done, doubts = filled(text, {})
    assert bool(doubts) == bool(set("{}") & set(text))
    assert not doubts or set("{}") & set(done)
