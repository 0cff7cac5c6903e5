"""A paper as one file of HTML for a site: everything inside, nothing is asked of anybody, no script."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from shnor.charts.facts import in_words
from shnor.reports.papers.blocks import Paper, Table
from shnor.reports.papers.laid import Drawing, Grid, Line, Look, Printed, Sides, laid
from shnor.reports.papers.office import pictures, tables
from shnor.wording import typeset

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
WIDTH = 640
"""Of a picture, in points of its own."""
_STYLE = Path(__file__).with_name("page.css").read_text("utf-8")
_TAGS: dict[Look, str] = {"title": "h1", "heading1": "h2", "heading2": "h3", "heading3": "h4"}


def page(paper: Paper) -> bytes:
    """The file, in UTF-8; the same paper gives the same bytes."""
    head = Markup('<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-'
                  'Security-Policy" content="{}">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
                  "\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n").format(
        POLICY, paper.title.replace("\n", " "), Markup(_STYLE))
    label = Markup('<p class="label">{}</p>\n').format(paper.label) if paper.label else Markup("")
    body = Markup("\n").join(_elements(paper))
    return f"{head}<main>\n{label}{body}\n</main>\n</body>\n</html>\n".encode()


def _elements(paper: Paper) -> Iterator[Markup]:
    """A caption stands inside its table and its figure."""
    lines = [*laid(paper)]
    for place, one in enumerate(lines):
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if isinstance(one, Line) and one.look in ("caption", "drawing_caption"):
            continue
        yield _element(one, before if isinstance(one, Grid) else after)


def _element(one: Printed, beside: Printed | None) -> Markup:
    caption = beside.text if isinstance(beside, Line) else ""
    match one:
        case Line(look=look):
            tag = _TAGS.get(look, "p")
            return Markup('<{0} class="{1}">{2}</{0}>').format(Markup(tag), look, one.text) if one.text else Markup("")
        case Sides(left=left, right=right):
            return Markup('<p class="sides"><span>{}</span><span>{}</span></p>').format(left, right)
        case Grid(table=table):
            return _table(table, caption)
        case Drawing(chart=chart, shape=shape):
            picture, _ = pictures.svg(chart, shape, WIDTH)
            return Markup('<figure role="group"><div role="img" aria-label="{}">{}</div><figcaption>{}</figcaption>'
                          "</figure>").format(in_words(chart), Markup(picture), caption)


def _table(table: Table, caption: str) -> Markup:
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(typeset(head)) for head in table.heads)
    middle = [Markup(' class="n"') if tables.numeric(table, place) else Markup("")
              for place in range(len(table.heads))]
    rows = Markup("\n").join(Markup("<tr>{}</tr>").format(Markup("").join(
        Markup("<td{}>{}</td>").format(look, tables.text_of(cell)) for look, cell in zip(middle, row, strict=True)))
        for row in table.rows)
    return Markup('<div class="wide"><table>\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n'
                  "</tbody>\n</table></div>").format(caption, heads, rows)
