"""Numbers of a sentence: what they count, of how many, which are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.claims import numbers
from shnor.loaders.claims.sentences import sentence


def counts(text: str) -> list[tuple[int, str, int | None]]:
    return [(one.number, one.counts, one.of) for one in numbers.numbers(sentence(text, ""))]


def shares(text: str) -> list[tuple[int, int | None, int | None, str]]:
    return [(one.hundredths, one.k, one.n, one.whom) for one in numbers.shares(sentence(text, ""))
            if isinstance(one, numbers.Share)]


@pytest.mark.parametrize(("text", "told"), [
    pytest.param("Проведено 8 практико-ориентированных семинаров, 6 вебинаров и 3 видеоконференции.",
                 [(8, "events", None), (6, "events", None), (3, "events", None)], id="three-kinds"),
    pytest.param("В программу вошли десять общеобразовательных организаций.", [(10, "schools", None)], id="in-words"),
    pytest.param("Двадцать один педагог и один педагог.", [(21, "people", None), (1, "people", None)],
                 id="two-words"),
    pytest.param("Выполнено 33 из 40 мероприятий.", [(33, "activities", 40)], id="of-how-many"),
    pytest.param("Выдано 129 удостоверений 1 250 педагогам.", [(129, "certificates", None), (1250, "people", None)],
                 id="thousands"),
    pytest.param("Для сравнения: вебинаров было 3.", [(3, "", None)], id="behind-its-noun"),
    pytest.param("Улучшились результаты в МБОУ СОШ № 10, 11, 12, 17.", [], id="numbers-of-schools"),
    pytest.param("Приказ от 12.12.2025 № 226, письмо от 9 января 2024 года № 8.", [], id="days-and-numbers-of-orders"),
    pytest.param("В 2026 году, в 2025/26 учебном году, 9 класс, 72 часа, п. 2 ст. 47.", [], id="no-counts"),
    pytest.param("Прошли 47 педагогов (39,8 % от 118 педагогов 6 школ).",
                 [(47, "people", None), (6, "schools", None)], id="the-whole-of-a-percentage"),
    pytest.param("Выявлено 34 профессиональных дефицита.", [(34, "", None)], id="of-a-noun-of-its-own"),
    pytest.param("В федеральном проекте «500+» и плане «100 шагов».", [], id="inside-titles"),
    pytest.param("1) обеспечить помощь; 2) продолжить работу.", [], id="labels-of-a-list"),
])
def test_what_a_number_counts(text, told):
    assert counts(text) == told


@pytest.mark.parametrize(("text", "told"), [
    pytest.param("94 % опрошенных учителей предлагают продолжить.", [(9400, None, None, "учител")], id="without-n"),
    pytest.param("Адресной помощь назвали 63 из 74 опрошенных педагогов (85 %).", [(8500, 63, 74, "")],
                 id="behind-its-counts"),
    pytest.param("Выполнено 94,1 % (301 из 320) мероприятий.", [(9410, 301, 320, "")], id="before-its-counts"),
    pytest.param("Прошли 39,8 % от 118 педагогов.", [(3980, None, 118, "педагог")], id="of-so-many"),
    pytest.param("Рост на 3 процентных пункта.", [], id="points-are-no-percentage"),
])
def test_percentages(text, told):
    assert shares(text) == told


@pytest.mark.parametrize(("text", "whole", "parts"), [
    pytest.param("Из 40 мероприятий выполнено 33, не выполнено 7.", 40, (33, 7), id="done-and-not-done"),
    pytest.param("Проведено 12 встреч, из них 7 очных и 6 дистанционных.", 12, (7, 6), id="more-than-the-whole"),
])
def test_parts_of_a_whole(text, whole, parts):
    (one,) = numbers.sums(sentence(text, ""))
    assert (one.whole, one.parts) == (whole, parts)


@settings(deadline=None)
@given(st.text(alphabet="абвк №.,;()%«»-0123456789\u00a0", max_size=80))
def test_any_text_is_read(text):
    one = sentence(text, "")
    found = [*numbers.numbers(one), *numbers.shares(one), *numbers.sums(one)]
    assert all(piece.said.rstrip(")") in one.text for piece in found)


@settings(deadline=None)
@given(st.integers(0, 999), st.integers(1, 999))
def test_a_pair_is_found_whole(k, n):
    assert counts(f"Выполнено {k} из {n} мероприятий.") == [(k, "activities", n)]
