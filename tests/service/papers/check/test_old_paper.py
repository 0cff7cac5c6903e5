"""The old справка of the example: its six mistakes are found, and nothing else is said to differ."""

from docx import Document

from sample_data import old_paper
from shnor.service.papers.check.check import build


def test_six_mistakes_and_no_other(example_view):
    checked = build(example_view, old_paper.NAME, old_paper.paper(), day=old_paper.DAY)
    differs = {one.reason: one.said for one in checked.of("differs")}
    assert len(checked.of("differs")) == len(old_paper.MISTAKES) == 6
    assert all(differs[reason].startswith(said) for reason, said in old_paper.MISTAKES.items())
    assert len(checked.of("agrees")) == 15


def test_what_the_base_says_beside_it(example_view):
    checked = build(example_view, old_paper.NAME, old_paper.paper(), day=old_paper.DAY)
    told = {one.reason: (one.metric, one.told.replace("\u00a0", " ")) for one in checked.of("differs")}
    assert told["people-certificates"] == ("course_people", "53 педагога, по 7 школам; 68 удостоверений, по 7 школам")
    assert told["wrong-n"][0] == "survey_share"
    assert told["wrong-n"][1].startswith("63 из 74")
    assert "131" in told["act-number"][1]


def test_the_same_text_without_its_mistakes_differs_nowhere(example_view, tmp_path):
    mended = {"№ 113": "№ 131", "В 2025 году в": "В 2026 году в", "63 из 84": "63 из 74", "(75 %)": "(85 %)",
              "68 педагогов": "53 педагога", "3, 7, 17": "3, 7, 12"}
    (tmp_path / "old.docx").write_bytes(old_paper.paper())
    document = Document(str(tmp_path / "old.docx"))
    number = 0
    for paragraph in document.paragraphs:
        for wrong, right in mended.items():
            paragraph.text = paragraph.text.replace(wrong, right)
        if paragraph.text.partition(")")[0].isdigit():
            number += 1
            paragraph.text = f"{number}){paragraph.text.partition(')')[2]}"
    document.save(str(tmp_path / "new.docx"))
    checked = build(example_view, "new.docx", (tmp_path / "new.docx").read_bytes(), day=old_paper.DAY)
    assert [(one.reason, one.said) for one in checked.of("differs")] == []


def test_no_name_of_a_person_leaves_the_paper(example_view, tmp_path):
    document = Document()
    document.add_paragraph("Учитель Лебяжьева О. И. и 12 педагогов прошли курсы в 2026 году.")
    document.save(str(tmp_path / "named.docx"))
    checked = build(example_view, "named.docx", (tmp_path / "named.docx").read_bytes(), day=old_paper.DAY)
    assert checked.findings
    assert "Лебяжьева" not in repr(checked)


def test_what_is_no_paper_is_told(example_view):
    checked = build(example_view, "скан.pdf", b"%PDF-1.7\n" + bytes(64), day=old_paper.DAY)
    assert checked.refused
    assert not checked.findings
