"""What is asked of a paragraph before its paper is signed."""

import pytest

from shnor.papers import Own
from shnor.service.papers import checks
from shnor.service.papers.checks import Known

KNOWN = Known(2026, frozenset({2026, 2027}), {"педагог": frozenset({"47", "118"}), "семинар": frozenset({"7"})},
              frozenset({"93,9"}), {"5": ("МБОУ ООШ № 5",), "11": ("МАОУ СОШ № 11",)})


def asked(text: str, year: int = 2026, **more) -> tuple[str, ...]:
    return tuple(checks.plain(one) for one in checks.doubts(Own("a", "centre", text, year), text, (), KNOWN, **more))


@pytest.mark.parametrize(("text", "said"), [
    pytest.param("В 2026 году работа продолжена, план на 2027 год готов.", (), id="its-own-years"),
    pytest.param("Школы работали в 2025 году.", ("«в 2025 году» в бумаге за 2026 год: так и должно быть?",),
                 id="a-copied-year"),
    pytest.param("Приказ от 12.12.2025 № 226, решение от 5 мая 2025 года.", (), id="days-of-documents"),
    pytest.param("В 2025–2026 учебном году.", (), id="a-school-year"),
    pytest.param("Опыт МБОУ СОШ № 17.", ("«МБОУ СОШ № 17»: школы с таким номером в реестре нет.",),
                 id="no-such-school"),
    pytest.param("Опыт МБОУ СОШ № 11.", ("«МБОУ СОШ № 11»: в реестре МАОУ СОШ № 11.",), id="another-form"),
    pytest.param("Опыт школы № 5 и СОШ № 11.", (), id="known-schools"),
    pytest.param("Обучены 47 педагогов.", (), id="a-figure-of-the-paper"),
    pytest.param("Обучены 129 педагогов.", ("«129 педагог»: по базе иначе, в этой бумаге 47 и 118.",),
                 id="a-figure-typed-by-hand"),
    pytest.param("Прошло 21 совещание.", (), id="nothing-is-known-of-it"),
    pytest.param("Положительно ответили 94 %.", ("«94 %»: такой доли программа не посчитала.",), id="a-share"),
    pytest.param("Подтверждено 93,9 %.", (), id="a-share-of-the-paper"),
])
def test_a_paragraph_is_asked_about(text, said):
    assert asked(text) == said


def test_a_paragraph_of_another_year_and_a_repeated_one_are_named():
    assert asked("Работа продолжена.", 2025) == (
        "Абзац взят из бумаги за 2025 год: прочитайте и подтвердите, что он подходит.",)
    assert asked("Работа продолжена.", repeated=True) == ("Такой же абзац уже стоит в этой бумаге.",)
