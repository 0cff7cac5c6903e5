"""What people have written is shown as it is where Streamlit reads Markdown, and nothing gets there another way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from shnor.ui.kit.plain import plain, plainly

ROOT = Path(__file__).resolve().parents[3]
FILES = [*(ROOT / "shnor" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
SAID = {"title", "header", "subheader", "caption", "markdown", "write", "error", "warning", "info", "success", "toast",
        "badge", "button", "checkbox", "toggle", "radio", "selectbox", "multiselect", "text_input", "text_area",
        "expander", "tabs", "popover", "metric", "link_button", "download_button", "file_uploader", "dialog", "status",
        "form_submit_button", "date_input", "number_input", "segmented_control", "pills", "slider", "spinner",
        "menu_button", "chat_input", "time_input", "color_input", "feedback", "exception"}
"""Whose first argument is Markdown."""
SECOND, CHOSEN = {"progress"}, {"radio", "segmented_control", "pills"}
"""Whose second one is; whose choices are too. Those of a list that folds out are plain by themselves."""
NAMED = {"label", "body", "help", "text"}
COUNTED = {"day", "month", "number", "counted"}
"""Of `wording`: words of ours with numbers and days in them."""


@pytest.mark.parametrize(("text", "shown"), [
    ("МБОУ СОШ № 5 (корпус 2), «Маяк»: 12.11 – 5.12", "МБОУ СОШ № 5 (корпус 2), «Маяк»: 12.11 – 5.12"),
    ("a < b & c > d, 5 % *", "a < b & c > d, 5 % *"), ("отчёт_11.xlsx", "отчёт_11.xlsx"),
    ("*b* _i_ ~~s~~ `c`", r"\*b\* \_i\_ \~\~s\~\~ \`c\`"), ("$x$", r"\$x\$"), ("C:\\x", r"C\:\\x"),
    ("[link](/x) ![i](/x)", r"\[link\](/x) !\[i\](/x)"), ("<b> &lt;", r"\<b> \&lt;"),
    (":red[x] :material/home: :+1:", "\\:\u2060red\\[x\\] \\:\u2060material/home: \\:\u2060+1:"),
    ("http://a.ru www.a.ru a@a.ru", "http\\:\u2060//a.ru www\u2060.a.ru a@\u2060a.ru"),
    ("one\ntwo", "one two"), ("18:30 #", "18\\:30 \\#")],
    ids=["a-school", "signs-of-numbers", "a-file", "emphasis", "a-formula", "a-path", "links", "html",
         "colours-and-icons", "addresses", "lines", "ends"])
def test_no_sign_is_alive(text, shown):
    assert plain(text) == shown
    assert plainly(str.lower)(text.upper()) == plain(text.upper().lower())


def unsafe(node: ast.expr) -> bool:
    """Whether this may be a text of somebody else: all but texts and constants of ours, counts, and what is `plain`."""
    match node:
        case ast.Constant():
            return False
        case ast.Name(id=name) | ast.Attribute(attr=name) if name.isupper():
            return False
        case ast.Subscript(value=of) | ast.Attribute(value=of, attr="__getitem__" | "get"):
            return unsafe(of)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return unsafe(one) or unsafe(other)
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return any(map(unsafe, parts))
        case ast.FormattedValue(value=of) | ast.Lambda(body=of):
            return unsafe(of)
        case ast.Call(func=ast.Name(id="plain" | "plainly" | "len" | "list")):
            return False
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="format"), keywords=given) if name.isupper():
            return any(unsafe(one.value) for one in given)  # the emphasis of a sentence of ours stays
        case ast.Call(func=ast.Attribute(value=ast.Name(id="wording"), attr=name)):
            return name not in COUNTED
    return True


def told(call: ast.Call, name: str) -> Iterator[ast.expr]:
    """Its texts that are read as Markdown."""
    named = {one.arg: one.value for one in call.keywords}
    yield from (named[one] for one in named.keys() & NAMED)
    if name in SAID and call.args:
        yield call.args[0]
    if name in SECOND:
        yield from call.args[1:2]
    if name in CHOSEN:
        yield from [named["format_func"]] if "format_func" in named else call.args[1:2]


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Of Streamlit, or of what it gave: not of a module of ours."""
    ours = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom | ast.Import)
            for alias in node.names} - {"st"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and (
                node.func.attr in SAID | SECOND | {"page_link"}) and getattr(node.func.value, "id", "") not in ours:
            yield node, node.func.attr


def open_places(source: str) -> list[str]:
    return [f"{call.lineno}: {ast.unparse(one)}" for call, name in calls(ast.parse(source))
            for one in told(call, name) if unsafe(one)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_text_of_somebody_is_plain_wherever_markdown_is_read(path):
    assert open_places(path.read_text("utf-8")) == []


@pytest.mark.parametrize(("source", "open_"), [
    ("st.title(card.name)", True), ("st.title(plain(card.name))", False), ("st.title(TITLE)", False),
    ("st.expander(f'{name}: {len(rows)}')", True),
    ("st.error(SAID.format(number=plain(number)))", False), ("st.error(SAID.format(number=number))", True),
    ("st.expander(f'{plain(name)}: {len(rows)}')", False),
    ("side.button('Да', help=words)", True), ("st.radio('Что', names)", True), ("st.selectbox('Что', names)", False),
    ("st.radio('Что', names, format_func=shown)", True), ("st.radio('Что', names, format_func=plainly(shown))", False),
    ("bar.progress(0.5, text)", True), ("st.page_link(file, label=name)", True), ("left[0].caption(name)", True)])
def test_an_open_place_is_found(source, open_):
    assert bool(open_places(source)) is open_
