"""Papers that are kept: paragraphs of the centre, what stands at the head and foot, signed ones with their inputs."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shnor.errors import NotAllowed
from shnor.papers import Answer, Inputs, NoPaper, Own, Papers, Particulars

FIRST = datetime(2026, 12, 20, 9, tzinfo=UTC)


@pytest.fixture
def papers(tmp_path):
    moments = iter(FIRST + timedelta(minutes=n) for n in range(1000))
    made = Papers(tmp_path / "monitor.duckdb", lambda: next(moments))
    yield made
    made.close()


def test_a_paragraph_comes_back_as_it_was_written(papers, tmp_path):
    own = papers.paragraphs.add("roadmap", "  Карта   утверждена. \n Вторая строка ", 2026, by="один", first=True)
    again = Papers(tmp_path / "monitor.duckdb", lambda: FIRST)
    assert again.paragraphs.all() == (own,) == (
        Own(own.id, "roadmap", "Карта утверждена.\nВторая строка", 2026, first=True, shown=True),)
    again.close()


def test_paragraphs_change_places_and_leave(papers):
    a, b, c = (papers.paragraphs.add("centre", name, 2025, by="один") for name in "абв")
    papers.paragraphs.order([c.id, a.id])  # the two change places, the one between stays
    assert [own.text for own in papers.paragraphs.all()] == ["в", "б", "а"]
    papers.paragraphs.change(replace(b, text="другой", shown=False), by="два")
    papers.paragraphs.read_for([a.id], 2026, by="два")
    assert [(own.text, own.shown, own.year) for own in papers.paragraphs.all()] == [
        ("в", True, 2025), ("другой", False, 2025), ("а", True, 2026)]
    papers.paragraphs.drop(b.id)
    with pytest.raises(NotAllowed, match="уже нет"):
        papers.paragraphs.change(b, by="один")


@pytest.mark.parametrize(("text", "said"), [
    pytest.param(" \n ", "нет текста", id="empty"),
    pytest.param("а" * 4001, "длиннее 4000 знаков", id="long"),
])
def test_a_paragraph_has_its_bounds(papers, text, said):
    with pytest.raises(NotAllowed, match=said):
        papers.paragraphs.add("centre", text, 2026, by="один")
    assert papers.paragraphs.all() == ()


def test_particulars_are_kept_together(papers):
    assert papers.settings.now() == Particulars()
    papers.settings.keep(Particulars(authority=" управление   образования ", post="Директор"))
    papers.settings.keep(replace(papers.settings.now(), phone="2-00-11"))
    assert papers.settings.now() == Particulars("управление образования", "", "Директор", "", "2-00-11")


def test_answers_stand_in_their_order(papers):
    asked = papers.answers.add("подвоз на занятия")
    why = papers.answers.add("анализ до 20.12", "Почему  № 11?")
    assert papers.answers.all() == (asked, why) == (Answer(asked.id, "", "подвоз на занятия"),
                                                    Answer(why.id, "Почему № 11?", "анализ до 20.12"))
    papers.answers.drop(asked.id)
    assert papers.answers.all() == (why,)
    with pytest.raises(NotAllowed, match="пустая"):
        papers.answers.add(" ", "вопрос")


def test_a_signed_paper_is_kept_with_all_it_was_made_of(papers):
    own = papers.paragraphs.add("centre", "Абзац", 2026, by="один")
    inputs = Inputs("2026", "2026-12-20", 41, "", "1", "2.0", (own,), (Answer("a", "", "подвоз"),),
                    Particulars(post="Директор"), {"municipality": "округ"}, b"template", ("Первая строка",))
    kept = papers.signed.keep("note", "Справка", inputs, b"bytes", by="один")
    papers.paragraphs.drop(own.id)  # what was signed stays as it was
    assert papers.signed.all() == (kept,) == (papers.signed.get(kept.id),)
    assert (kept.inputs, kept.data, kept.sha256) == (inputs, b"bytes", hashlib.sha256(b"bytes").hexdigest())
    with pytest.raises(NoPaper):
        papers.signed.get("нет")
