"""What a tray has worked out of a file is worked out again only when the file, its answers or the base changed."""

from dataclasses import replace

import pytest

from shnor.service.intake import drop
from shnor.service.intake.reading import Reader
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, file

HEAD = ["Школа", "Когда", "Предмет", "Программа", "Человек"]


@pytest.fixture
def worked(monkeypatch) -> list[str]:
    """Names of the files whose changes were worked out."""
    names, previewed = [], drop.previewed

    def noted(store, checked):
        names.append(checked.file)
        return previewed(store, checked)

    monkeypatch.setattr(drop, "previewed", noted)
    return names


def courses(number: int, school: str = "МБОУ ООШ № 5"):
    return file(f"курсы {number}.csv", [HEAD, [school, "ноябрь 2026", "физика", f"Опыты {number}", "2"]])


def test_an_answer_to_one_file_leaves_the_others_as_they_were(filled, worked):
    reader, files = Reader(), [courses(1), courses(2), courses(3, "ООШ девять")]
    first = drop.review(filled, files, DAY, reader)
    assert (worked, first[2].preview) == (["курсы 1.csv", "курсы 2.csv"], None)
    [issue] = first[2].checked.issues
    files[2] = replace(files[2], answers={issue.key: "МБОУ ООШ № 9"})
    second = drop.review(filled, files, DAY, reader)
    assert worked == ["курсы 1.csv", "курсы 2.csv", "курсы 3.csv"]
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, True, False]


def test_another_state_of_the_base_is_looked_at_anew(filled, worked):
    reader, files = Reader(), [courses(1), courses(2)]
    drop.accept_all(filled, drop.review(filled, files, DAY, reader)[:1], by=COORDINATOR)
    del worked[:]
    shown = drop.review(filled, files, DAY, reader)
    assert worked == ["курсы 1.csv", "курсы 2.csv"]
    assert [item.ready for item in shown] == [False, True]
