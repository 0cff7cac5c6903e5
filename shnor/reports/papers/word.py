"""A paper as DOCX, in two copies of the same words: one to sign, and one that says at every figure where it is from."""

from shnor.reports.papers.blocks import Moved, Paper
from shnor.reports.papers.laid import Line, laid
from shnor.reports.papers.office import edges, package, styles
from shnor.reports.papers.office.body import Body
from shnor.reports.papers.office.text import Margin


def clean(paper: Paper, template: bytes | None = None) -> bytes:
    """«Чистовик»: no comment, no hidden text, no name or moment among its properties. template: the centre's own,
    cleaned by `shnor.loaders`; what its head names is not named again. The same paper gives the same bytes."""
    return _written(paper, template, None)


def sourced(paper: Paper, template: bytes | None = None) -> bytes:
    """«С источниками»: the same words, a comment at each number that has a source, and an annex: where every number is
    from, what is missing."""
    return _written(paper, template, Margin())


def marked(data: bytes, moved: Moved) -> bytes:
    """A copy of a signed file that says at the top of every page that the data are others now, and at its end which
    lines. Nothing of what was signed is changed in it."""
    made = package.kept(data)
    ids = styles.known(made, template=True)
    edges.marked(made, ids, f"{moved.words}, список в конце")
    Body(made, ids, None).differing(moved, apart=True)
    return package.saved(made)


def _written(paper: Paper, template: bytes | None, margin: Margin | None) -> bytes:
    made = package.opened(template)
    ids = styles.known(made, template=template is not None)
    body = Body(made, ids, margin)
    head = edges.said(made)
    body.put([line for line in laid(paper) if not (
        isinstance(line, Line) and line.look == "organ" and edges.plain(line.text) in head)])
    if margin is not None:
        body.annex(paper)
        margin.write(made, ids)
    edges.written(made, ids, paper.label, numbered=True)
    return package.saved(made)
