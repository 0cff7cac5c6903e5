"""The seven questions: what is kept, what is refused."""

from pathlib import Path

import pytest

from shnor.errors import ShnorError
from shnor.service import setup
from shnor.service.cases import proposed
from tests.service.conftest import SCHOOLS, file


def test_a_question_is_answered_when_the_base_says_so(store, send):
    with store.view() as view:
        assert setup.answered(store, view) == frozenset()
    setup.keep_name(store, "municipality", proposed("Приозёрный муниципальный округ"))
    send(file("школы.csv", SCHOOLS))
    with store.view() as view:
        assert setup.answered(store, view) == {"municipality", "schools"}


def test_corrected_cases_stay_and_another_name_is_proposed_anew(store):
    setup.keep_name(store, "municipality", proposed("город Сочи")._replace(pre="городе-курорте Сочи"))
    about = store.about()
    assert setup.cases_of(about, "municipality", "город Сочи").pre == "городе-курорте Сочи"
    assert setup.cases_of(about, "municipality", "город Армавир").pre == "городе Армавире"


@pytest.mark.parametrize("text", ["Иванова Мария Петровна", "директор И. П. Сидоров"])
def test_a_name_of_a_person_is_refused(store, text):
    with pytest.raises(ShnorError, match="Похоже на фамилию"):
        setup.keep_posts(store, {"head": text})
    assert "head" not in store.about()


@pytest.mark.parametrize(("folder", "said"), [
    pytest.param("", "Впишите папку целиком", id="nothing"),
    pytest.param(r"\\server\share", "сетевая папка", id="share"),
    pytest.param("//server/share", "сетевая папка", id="share-with-slashes"),
    pytest.param("smb://server/share", "сетевая папка", id="address"),
    pytest.param(r"C:\Users\Центр\OneDrive\Копии", "облачная программа", id="cloud"),
    pytest.param(r"D:\Яндекс.Диск\Копии", "облачная программа", id="cloud-in-russian"),
    pytest.param("Копии", "от буквы диска", id="relative"),
])
def test_a_folder_that_would_lose_the_copy_is_refused(folder, said):
    assert said in setup.refused(folder, None)


def test_the_folder_of_the_base_itself_is_refused_and_another_is_kept(store, tmp_path):
    assert "лежит сама база" in setup.refused(str(tmp_path), tmp_path / "own.duckdb")
    assert setup.keep_copies(store, f'"{tmp_path / "Копии"}"') == tmp_path / "Копии"
    assert Path(store.about()["copies"]).is_dir()


def test_a_file_in_the_way_is_a_sentence(tmp_path):
    (tmp_path / "занято").write_text("")
    assert "не удаётся писать" in setup.refused(str(tmp_path / "занято"), None)
