"""Equal questions of several files are one; what follows from another question is counted beside it."""

from datetime import date
from pathlib import Path

import pytest

from shnor.loaders.types import Checked, Choice, Issue, Known, School
from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed, check_together
from shnor.service.intake.questions import folded, shared
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.loaders.made import xlsx

BASE = Known(date(2026, 11, 27), (School("Ш05", "МБОУ ООШ № 5", 5), School("Ш07", "МБОУ СОШ № 7", 7)))
HEAD = ("Школа", "Когда", "Предмет", "Программа", "Человек")


def issue(code: str, cell: str = "A2", value: str = "", choices: tuple[str, ...] = (), *, sheet: str = "Лист1",
          severity: str = "error", topic: str = "") -> Issue:
    message = f"Лист «{sheet}», {cell}, «Школа»: «{value}» — вопрос."
    return Issue(code, severity, sheet, cell, value, message, tuple(Choice(text, text) for text in choices), topic)


def tray(**files: list[Issue]) -> dict[str, Reviewed]:
    return {key: Reviewed(Incoming(f"{key}.xlsx", b""), Checked(f"{key}.xlsx", "", issues=tuple(issues)), None)
            for key, issues in files.items()}


def test_one_writing_of_a_school_in_three_files_is_one_question():
    files = [Incoming(f"{number}.xlsx", xlsx(HEAD, (name, "ноябрь 2026", "физика", f"Опыты {number}", 2)))
             for number, name in enumerate(("Школа Северная", "школа  северная", "Школа Северная"))]
    results = check_together(files, BASE)
    reviewed = {f"f{number}": Reviewed(file, checked, None)
                for number, (file, checked) in enumerate(zip(files, results, strict=True))}
    (one,) = shared(reviewed)
    assert (one.issue.code, one.files) == ("unknown-school", ("f0", "f1", "f2"))
    assert one.message.startswith("«Школа Северная» — такой школы нет в списке школ")
    answered = [Incoming(file.name, file.data, {(sheet, cell): text for key, sheet, cell, text in
                                                one.written("МБОУ СОШ № 7") if key == f"f{number}"})
                for number, file in enumerate(files)]
    again = check_together(answered, BASE)
    assert [checked.acceptable for checked in again] == [True] * 3
    assert {row["school_id"] for checked in again for row in checked.batches[0].table.to_pylist()} == {"Ш07"}


def test_each_place_gets_its_own_text_of_the_choice():
    cell = Issue("event-school", "question", "Л", "G2", "ООШ 5, Х", "Л", (Choice("Х", "ООШ 5, Х1"),))
    other = Issue("event-school", "question", "М", "G9", "ООШ 5, Х", "Л", (Choice("Х", "ООШ 5, Х1 "),))
    (one,) = shared(tray(a=[cell], b=[other]))
    assert one.chosen(0) == [("a", "Л", "G2", "ООШ 5, Х1"), ("b", "М", "G9", "ООШ 5, Х1 ")]


def test_an_answer_about_a_topic_is_kept_under_the_topic():
    words = {"value": "сентябрь 2026", "choices": ("октябрь 2026",), "topic": "месяц над таблицей"}
    (one,) = shared(tray(a=[issue("month-against", "", **words)], b=[issue("month-against", "", **words)]))
    assert one.chosen(0)[0] == ("a", "Лист1", "месяц над таблицей", "октябрь 2026")


@pytest.mark.parametrize(("first", "second", "groups"), [
    pytest.param(issue("school-unclear", value="ООШ Пять", choices=("МБОУ ООШ № 5",)),
                 issue("school-unclear", "C9", " ооШ  пять", ("МБОУ ООШ № 5",), sheet="Другой"), 1, id="one-school"),
    pytest.param(issue("school-unclear", value="ООШ Пять", choices=("МБОУ ООШ № 5",)),
                 issue("school-unclear", value="ООШ Пять", choices=("МБОУ ООШ № 55",)), 0, id="other-choices"),
    pytest.param(issue("unknown-school", value="Северная"), issue("unknown-school", value="Южная"), 0, id="schools"),
    pytest.param(issue("report-month", choices=("ноябрь 2026",)), issue("report-month", choices=("ноябрь 2026",)), 1,
                 id="no-month"),
    pytest.param(issue("whose-report", choices=("МБОУ ООШ № 5",)), issue("whose-report", choices=("МБОУ ООШ № 5",)), 0,
                 id="whose-each-is"),
    pytest.param(issue("required"), issue("required"), 0, id="an-empty-cell"),
    pytest.param(issue("constraint", value="120"), issue("constraint", value="120"), 0, id="a-number"),
    pytest.param(issue("odd-date", value="18.11.2062", choices=("18.11.2026",)),
                 issue("odd-date", value="18.11.2062", choices=("18.11.2026",)), 0, id="a-day"),
    pytest.param(issue("form-positive", value="Полезно?", choices=("да",), severity="question"),
                 issue("form-positive", value="Полезно?", choices=("да",), severity="question"), 1, id="scale"),
    pytest.param(issue("month-first", value="Дата", choices=("да",), severity="warning"),
                 issue("month-first", value="Дата", choices=("да",), severity="warning"), 0, id="a-warning"),
])
def test_which_questions_have_one_answer(first, second, groups):
    assert len(shared(tray(a=[first], b=[second]))) == groups


def test_a_school_written_alike_in_cells_of_one_file_is_one_question_too():
    schools = [issue("unknown-school", cell, "Северная") for cell in ("A2", "A5")]
    (one,) = shared(tray(a=[*schools, issue("form-positive", "C8", "Да?", ("да",)), issue("form-positive", "C9", "Да?",
                                                                                       ("да",))]))
    assert one.written("СОШ № 4") == [("a", "Лист1", "A2", "СОШ № 4"), ("a", "Лист1", "A5", "СОШ № 4")]
    assert shared(tray(a=schools[:1])) == []


def test_a_question_is_an_error_where_one_file_cannot_be_stored_without_it():
    words = ("A2", "ООШ Пять", ("МБОУ ООШ № 5",))
    (one,) = shared(tray(a=[issue("school-unclear", *words, severity="question")], b=[issue("school-unclear", *words)]))
    assert one.severity == "error"
    assert one.message == "«ООШ Пять» — вопрос."


@pytest.mark.parametrize(("issues", "kept", "counts"), [
    pytest.param([issue("unknown-school", "A2"), issue("required", "B2"), issue("required", "B3")],
                 ["unknown-school", "required"], {0: 1}, id="the-same-row"),
    pytest.param([issue("no-register", "A2"), issue("no-rows", ""), issue("no-register", "A9"), issue("whose-report")],
                 ["no-register"], {0: 3}, id="no-register"),
    pytest.param([issue("required", "B2"), issue("form-wave", "B3")], ["form-wave"], {0: 1}, id="the-root-is-later"),
    pytest.param([issue("report-month", "C1"), issue("plan-unclear", "A5"), issue("unknown-activity", "A6")],
                 ["report-month"], {0: 2}, id="the-sheet"),
    pytest.param([issue("report-month", "C1"), issue("not-a-date", "D2"), issue("not-a-date", "D3")],
                 ["report-month"], {0: 2}, id="days-without-a-year"),
    pytest.param([issue("report-month", sheet="А"), issue("plan-unclear", sheet="Б")], ["report-month", "plan-unclear"],
                 {}, id="another-sheet"),
    pytest.param([issue("required", "B2"), issue("constraint", "B3")], ["required", "constraint"], {}, id="nothing"),
    pytest.param([issue("month-against", "A1"), issue("repeated-key", "D3"), issue("outside-month", "A4")],
                 ["month-against"], {0: 2}, id="month"),
])
def test_what_follows_is_counted(issues, kept, counts):
    left, followers = folded(issues)
    assert ([one.code for one in left], followers) == (kept, counts)


def test_no_surname_of_a_form_reaches_the_data_folder(tmp_path):
    """Answers that look like people are left out of the base, its copies and the grids it keeps."""
    data = (Path(__file__).parents[2] / "loaders" / "data" / "cases" / "e06_forms_names_as_answers.csv").read_bytes()
    store = bases.open_base(tmp_path / "base.duckdb", now=noon)
    reviewed = drop.review(store, [Incoming("Посещение уроков.csv", data)], date(2026, 11, 27))
    assert reviewed[0].ready
    drop.accept_all(store, reviewed, by=COORDINATOR)
    with store.view() as view:
        options = {option for (option,) in view.rows("surveys").select("option").fetchall()}
    store.close()
    assert options == {"да", "нет"}
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not [name for name in ("Лебяжьев", "Ручьёв", "Туманов", "Снегова", "Юрьевна") if name.encode() in everything]
