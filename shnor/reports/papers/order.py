"""An order as DOCX: head of the authority, its day and number, «ПРИКАЗЫВАЮ:», tasks numbered through, signature."""

from shnor.reports.papers import word
from shnor.reports.papers.blocks import Paper


def docx(paper: Paper, template: bytes | None = None) -> bytes:
    """The order to sign; how its lines stand is `laid`. Raises ValueError for a paper of another kind."""
    if paper.kind != "order":
        raise ValueError(f"{paper.kind} is no order")
    return word.clean(paper, template)
