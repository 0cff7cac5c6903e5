"""A question that several files have in common stands once above them, and one answer goes to all."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from shnor.ui.run.tray import Tray
from tests.service.conftest import file

DAY = date(2026, 11, 27)
HEAD = ["Школа", "Когда", "Предмет", "Программа", "Человек"]
SHOWN: dict[str, object] = {}
"""What the drawn piece is of: a base, a tray; after a run what is asked above the files."""


def piece() -> None:
    from shnor.ui.screens.upload import questions
    from tests.ui.screens.upload.test_questions import DAY, SHOWN

    mine = SHOWN["tray"]
    SHOWN["common"] = questions.ask(mine.review(SHOWN["store"], DAY), mine)


@pytest.fixture
def tray(filled) -> Tray:
    mine = Tray()
    mine.add([file(f"курсы {number}.csv", [HEAD, ["ООШ девять", "ноябрь 2026", "физика", f"Опыты {number}", "2"]])
              for number in range(3)])
    mine.add([file("другой.csv", [HEAD, ["Лицей Южный", "ноябрь 2026", "физика", "Опыты", "2"]])])
    SHOWN.update(tray=mine, store=filled)
    return mine


def drawn() -> AppTest:
    return AppTest.from_function(piece, default_timeout=30).run()


def texts(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.main if block.type == "html")


def schools(tray: Tray, store) -> list[str]:
    return [row["school_id"] for item in tray.review(store, DAY).values() for batch in item.checked.batches
            for row in batch.table.to_pylist()]


def test_one_answer_goes_to_all_files(tray, filled):
    app = drawn()
    assert "Общие вопросы: 1." in texts(app)
    assert "В 3\u00a0файлах: «курсы 0.csv», «курсы 1.csv», «курсы 2.csv»." in texts(app)
    assert len(SHOWN["common"]) == 3
    app.text_input[0].input("МБОУ ООШ № 9").run()
    assert SHOWN["common"] == frozenset()
    assert schools(tray, filled)[:3] == ["Ш09"] * 3
    assert [bool(kept.answers) for kept in tray.files.values()] == [True, True, True, False]


def test_a_choice_is_the_answer_of_every_file(filled):
    mine = Tray()
    mine.add([file(f"{number}.csv", [HEAD, ["СОШ № 9", "ноябрь 2026", "физика", f"Опыты {number}", "2"]])
              for number in range(2)])
    SHOWN.update(tray=mine, store=filled)
    app = drawn()
    assert [button.label for button in app.button] == ["МБОУ ООШ № 9"]
    app.button[0].click().run()
    assert (SHOWN["common"], schools(mine, filled)) == (frozenset(), ["Ш09", "Ш09"])
    assert all(len(kept.answers) == 1 for kept in mine.files.values())


def test_it_can_be_answered_file_by_file(tray):
    app = drawn()
    app.checkbox[0].check().run()
    assert SHOWN["common"] == frozenset()
    assert not app.button
    app.checkbox[0].uncheck().run()
    assert len(SHOWN["common"]) == 3


def test_nothing_is_drawn_where_nothing_is_in_common(filled):
    mine = Tray()
    mine.add([file("другой.csv", [HEAD, ["Лицей Южный", "ноябрь 2026", "физика", "Опыты", "2"]])])
    SHOWN.update(tray=mine, store=filled)
    assert texts(drawn()) == ""


