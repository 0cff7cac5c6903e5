"""The справка of the example: what it says, that every number of it is a figure of its source, and who may see it."""

import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from sample_data import make
from shnor.errors import NotAllowed
from shnor.reports.papers.blocks import Own, Paper, Paragraph, Task, Tasks, numbers
from shnor.scope import Scope
from shnor.sentences.pieces import Number, Source
from shnor.service.centre.schools import cards
from shnor.service.figures import sources
from shnor.service.figures.addresses import CHOSEN, EMPTY
from shnor.service.papers import known, note
from shnor.service.papers.checks import plain
from shnor.service.papers.writing import Asked, Kept

pytestmark = pytest.mark.slow
TOLD = {
    "ground": "В перечень на 2026 год включено 6 школ: МБОУ СОШ № 3, 7; МБОУ ООШ № 5, 9, 12; МАОУ СОШ № 11.",
    "centre": "Для управленческих команд школ муниципалитета проведено: 7 практико-ориентированных семинаров, "
              "4 вебинара, 1 видеоконференция. План и исполнение по видам мероприятий приведены в таблице 1.",
    "roadmap": "Выполнено 33, из них 29 в срок и 4 с опозданием. Не выполнено 2, нет сведений по 1.",
    "tutors": "Тьюторами проведено 46 консультаций и 12 мастер-классов, чаще всего по русскому языку (18).",
    "courses": "Курсы повышения квалификации прошли 47 педагогов (39,8 % от 118 педагогов 6 школ перечня); "
               "удостоверений — 61. План курсов на 2026 год: 52, завершили 47 (90,4 %), продолжают 3, не приступили 2.",
    "surveys": "положительно ответили 63 из 74 опрошенных педагогов (85,1 %); в опросе участвовали 74 из 118 (62,7 %). "
               "Весной 2026 года — 58 из 79 (73,4 %), осенью 2026 года — 63 из 74 (85,1 %)",
    "results": "Отметку «2» на ОГЭ по математике в основной день получили 24 из 97 (24,7 %), после резервных дней — 9, "
               "после сентября — 3.",
    "level": "Уровень работы муниципального наставнического центра (МНЦ) — допустимый: 83,5 из 100 баллов по "
             "6 показателям",
}


def text(paper: Paper, section: str = "") -> str:
    """What its sentences say."""
    return plain(" ".join(sentence.text for one in paper.sections if section in ("", one.id) for block in one.blocks
                          if isinstance(block, Paragraph) for sentence in block.sentences))


@pytest.mark.parametrize("section", TOLD)
def test_a_section_says_the_story_of_the_example(section, paper):
    assert TOLD[section] in text(paper, section)


def test_it_has_paragraphs_of_the_centre_and_sentences_with_figures(paper):
    own = [block for one in paper.sections for block in one.blocks if isinstance(block, Own)]
    told = [sentence for one in paper.sections for block in one.blocks if isinstance(block, Paragraph)
            for sentence in block.sentences if any(number.source for number in sentence.numbers)]
    assert (len(own), len(told) >= 20) == (16, True)
    assert [one.text for one in own if "{" in one.text or not one.text.strip()] == []
    assert [len(one.doubts) for one in own if one.doubts] == [2]  # of 2025, and it says so itself


def _where(source: Source) -> tuple[str, str, dict]:
    """Metric, part and choice of rows of the address of a source."""
    query = parse_qs(source.link.partition("?")[2], keep_blank_values=True)
    chosen = {name.removeprefix(CHOSEN): tuple("" if one == EMPTY else one for one in told)
              for name, told in query.items() if name.startswith(CHOSEN)}
    return (query["metric"][0], query.get("part", [""])[0],
            {name: told[0] if len(told) == 1 else told for name, told in chosen.items()})


def _counts(town, source: Source) -> set[int | None]:
    """What the rows behind the address add up to, one by one: made, base, and what is left between them."""
    metric, part, where = _where(source)
    with town.store.view() as view:
        behind = sources.rows_behind(view, metric, as_of=source.day, where=where, part=part, shown=None)
    made = sum(row.made for row in behind.rows)
    base = behind.beside.made if behind.beside else sum(row.base for row in behind.rows)
    return {made, base, base - made}


@pytest.mark.parametrize(("period", "school"), [("2026", ""), ("2026-H1", ""), ("2025/26", ""), ("2026", "Ш05")])
def test_every_number_is_what_its_rows_add_up_to(period, school, town):
    wrong = []
    for number in numbers(town.note(period, school)):
        source = number.source
        assert source
        if source.metric and not source.formula.startswith("курс"):
            counts = _counts(town, source)
            if source.numerator not in counts and source.title not in SUMS:
                wrong.append((number.text, source.title, source.numerator, counts))
    assert wrong == []


SUMS = ("Срок рекомендаций не наступил", "Завершили курсы из запланированного: не приступили")
"""Sums and rests of several counts; their parts are told beside them."""


def test_a_number_says_what_its_source_says(paper):
    wrong = [(number.text, number.source) for number in numbers(paper)
             if number.source and number.source.metric and not _says(number, number.source)]
    assert wrong == []


def _says(number: Number, source: Source) -> bool:
    """«31», «96 из 421», «93,9 %», «двум», «−7,3 п.п.»: counts of the source, or made of them."""
    said = [int(one) for one in re.findall(r"\d+", plain(number.text).replace(" ", ""))]
    k, n = source.numerator or 0, source.denominator or 0
    if "%" in number.text:
        return abs(float(plain(number.text).split()[0].replace(",", ".")) - 100 * k / n) <= 0.05
    if "п.п." in number.text or not said:
        return True
    return {*said} <= {k, n, n - k}


def test_every_number_names_cells_of_a_file(paper):
    assert [number.text for number in numbers(paper)
            if number.source and number.source.numerator and number.source.metric and not number.source.places] == []


def test_tasks_are_the_open_ones_numbered_without_gaps(paper):
    tasks = _tasks(paper)
    assert [one.number for one in tasks] == list(range(1, 12))
    assert {one.carried for one in tasks} == {0, 2024, 2025}
    assert (tasks[0].addressee, tasks[0].text) == ("Методическому центру", "назначить тьютора по физике")
    assert [one.due for one in tasks if one.due and one.due <= make.DAY] == []


def _tasks(paper: Paper) -> list[Task]:
    return [task for one in paper.sections for block in one.blocks if isinstance(block, Tasks) for task in block.tasks]


def test_each_addressee_stands_above_the_own_tasks_once(paper):
    lists = [block for one in paper.sections for block in one.blocks if isinstance(block, Tasks)]
    assert len({one.title for one in lists}) == len(lists) == 5
    assert [task for one in lists for task in one.tasks if task.addressee != one.title] == []


def test_a_task_of_one_school_counts_nobody_in_a_paper_of_all(paper, town):
    ground = {one.text: one.ground for one in _tasks(paper)}
    own = {one.text: one.ground for one in _tasks(town.note(school="Ш05"))}
    task = "составить расписание занятий с обучающимися 9 класса"
    assert (ground[task], own[task]) == ("результаты ОГЭ по математике", "ОГЭ, математика: «2» у 3 из 8")


def test_tables_and_pictures_are_called_by_their_numbers(paper):
    led = [sentence.text for one in paper.sections for block in one.blocks if isinstance(block, Paragraph)
           for sentence in block.sentences if sentence.pattern == "shown"]
    assert [re.findall(r"(таблиц|рисунк)\w+\s(\d+)", one) for one in led] == [
        [("таблиц", "1")], [("таблиц", "2")], [("таблиц", "3")], [("рисунк", "1")]]


@pytest.mark.parametrize("name", ["priozerny", "zarechny"])
def test_every_school_of_the_register_has_its_paper(name, town_of):
    """On the list or not: whatever nobody has brought in of it."""
    town = town_of(name)
    with town.store.view() as view:
        schools = [card.school_id for card in cards(view, make.DAY)]
        made = [note.build(view, Asked("2026", make.DAY, school), town.kept) for school in schools]
    assert len(made) >= 3
    assert [one.set for one in made if not text(one, "ground")] == []


LATER = {"prepared", "ahead"}
"""Patterns that tell of days to come: the end of the period, the next deadline."""
DAYS = re.compile(r"(?<!\d)(\d{1,2})(?:\.(\d\d)\.| ([а-я]+) )(20\d\d)")


@pytest.mark.parametrize(("period", "day"), [("2025/26", date(2026, 8, 31)), ("2026-H1", date(2026, 6, 30)),
                                             ("2026", date(2026, 2, 15))])
def test_a_paper_tells_of_nothing_later_than_its_day(period, day, town):
    with town.store.view() as view:
        paper = note.build(view, Asked(period, day), town.kept)
    told = [plain(sentence.text) for one in paper.sections for block in one.blocks if isinstance(block, Paragraph)
            for sentence in block.sentences if sentence.pattern not in LATER]
    assert [one for one in told for found in DAYS.finditer(one) if known.signed(found.group()) > day] == []
    assert "перечень на 2027 год" not in " ".join(told)


def test_a_school_year_tells_of_each_of_its_two_plans(town):
    told = text(town.note("2025/26"), "roadmap")
    begun = r"По дорожной карте на (\d{4}) год с 1 сентября 2025 года по 31 августа 2026 года срок"
    assert re.findall(begun, told) == ["2025", "2026"]


def test_a_section_without_data_says_so(town_of):
    told = town_of("armavir2024")
    with told.store.view() as view:
        said = note.build(view, Asked("2024", date(2024, 12, 27)), Kept())
    assert text(said, "surveys") == "Сведений об анкетировании за этот период нет."
    assert text(said, "results") == "Сведений об образовательных результатах за этот период нет."


def test_what_is_not_ready_names_the_form_that_would_make_it(paper):
    assert {one.file for section in paper.sections for one in section.missing} == {
        "Отметки о выполнении", "Опросы", "Признаки, требующие дополнительного анализа", "Рекомендации и задачи"}


def test_a_part_of_a_year_tells_of_its_own_rows_alone(town):
    told = text(town.note("2026-H1"))
    assert "Выполнено 21, из них 18 в срок и 3 с опозданием. Не выполнено 1." in told
    # of the whole plan nothing is said; the diagnosis was in August
    others = ("предусмотрено", "направление завершено", "предстоит", "диагностики (")
    assert [one for one in others if one in told] == []


def test_the_only_school_of_a_list_has_its_paper(town_of):
    told = text(town_of("zarechny").note())
    assert "В перечень на 2026 год включена 1 школа: МБОУ ООШ № 3." in told
    assert "муниципалитет" not in told.replace("по оценке муниципалитета", "")


def test_a_published_paper_is_told_with_what_its_files_hold_and_no_more(town_of):
    store = town_of("armavir2024").store
    with store.view() as view:
        told = note.build(view, Asked("2024", date(2024, 12, 27)), Kept())
    said = text(told)
    assert "проведено: 8 практико-ориентированных семинаров, 6 вебинаров, 3 видеоконференции." in said
    assert "94 %" not in said
    assert [one.words for section in told.sections for one in section.missing if "94" in plain(one.words)] != []


@pytest.mark.parametrize("role", ["director", "curator", "guest"])
def test_a_paper_of_the_centre_is_not_for_schools_and_guests(role, town):
    with town.store.view(Scope(role, frozenset({"Ш05"}))) as view, pytest.raises(NotAllowed, match="у центра"):
        note.build(view, Asked("2026", make.DAY), town.kept)


def test_the_head_is_told_of_no_single_school(town):
    with town.store.view(Scope("head")) as view:
        told = note.build(view, Asked("2026", make.DAY), town.kept)
        assert "признаки, требующие" not in text(told)
        assert "Выполнено 33" in text(told)
        with pytest.raises(NotAllowed, match="у центра"):
            note.build(view, Asked("2026", make.DAY, "Ш05"), town.kept)


def test_a_school_nobody_knows_has_no_paper(town):
    with pytest.raises(NotAllowed, match="реестре нет"):
        town.note(school="Ш99")
