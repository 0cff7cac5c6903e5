"""The centre's own fresh справка beside the base it was counted from."""

from sample_data import make
from shnor.reports.papers import word
from shnor.service.papers.check.check import build


def test_nothing_of_it_differs(town, paper):
    with town.store.view() as view:
        checked = build(view, "Справка.docx", word.clean(paper), day=make.DAY)
    assert [(one.reason, one.said, one.sentence) for one in checked.of("differs")] == []
    assert len(checked.of("agrees")) >= 30
