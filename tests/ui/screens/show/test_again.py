"""Every block of every page leads into a show and is made anew from its address: the same table, the same picture."""

import json
import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from sample_data import make
from shnor.scope import Scope
from shnor.service import bases
from shnor.service.centre import schools
from shnor.service.month.forms import Forms
from shnor.ui.kit import block
from shnor.ui.kit.block import Shown
from shnor.ui.pages import PAGES
from shnor.ui.run import exports
from shnor.ui.run.session import Session, open_bases
from shnor.ui.screens.show import again
from shnor.ui.screens.show.again import INSIDE, WAYS, Recipe
from tests.clock import noon
from tests.service.conftest import accepted, file

FOLDER = Path(__file__).resolve().parents[4] / "pages"
ADDRESSES = {
    "overview": ({}, {"month": "2026-10", "schools": "all"}), "school": ({"school": "Ш05"}, {"compare": "list,Ш04"}),
    "roadmap": ({}, {"plan": "Ш05", "compare": "Ш04,list", "standing": "every"}, {"plan": "all"}),
    "courses": ({}, {"schools": "all", "compare": "Ш05,before"}, {"schools": "Ш05"}),
    "surveys": ({}, {"schools": "Ш05"}, {"audience": "родители", "compare": "municipality"}),
    "results": ({}, {"schools": "Ш05", "compare": "list,before"}, {"indicator": "quality_mark_share"}),
    "support": ({}, {"kind": "выезд", "compare": "Ш05"}), "summary": ({}, {"schools": "Ш05", "compare": "Ш04"}),
    "recommendations": ({}, {"addressee": "centre"}), "documents": ({}, {"schools": "Ш05"})}
ADVICE = [["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Рекомендация"],
          ["справка № 7", "2026", "1", "методическому центру", "Закрепить тьютора"]]
CONTEST_HEAD = ["Школа", "Что это", "Название конкурса, гранта, материала", "День конкурса, гранта"]
CONTEST = ["конкурс", "Учитель года", "18.11.2026"]
INTO = re.compile(r"href='/show\?([^']*)'>в показ")
LEADS = re.compile(r"\"customdata\": \[[^\]]*\]|href='[^']*'")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["priozerny", pytest.param("zarechny", marks=pytest.mark.nightly)])
def base(request, example_base, tmp_path_factory) -> Path:
    """An example, with a свод of two of its schools and of all of them together, a recommendation and contests: each
    page has a block with numbers."""
    copy = Path(shutil.copy(example_base(request.param), tmp_path_factory.mktemp("again") / "demo.duckdb"))
    store = bases.open_base(copy, now=noon)
    with store.view() as view:
        names = [card.name for card in schools.cards(view, make.DAY)[:2]]
    accepted(store, file("свод.csv", [["Показатель", "Школа", "Период", "Значение", "Единица"], *(
        ["Своя доля", name, str(year), str(year - 1981), "%"] for name in (*names, "") for year in range(2021, 2026))]),
        file("советы.csv", ADVICE), file("конкурсы.csv", [CONTEST_HEAD, *([name, *CONTEST] for name in names)]))
    store.close()
    return copy


def opened(base: Path) -> Session:
    store = open_bases().get(base)
    return Session(store, Scope(), make.DAY, make.DAY, store.state, False, True, False, "", "координатор",
                   ZoneInfo("Europe/Moscow"), Forms())


def run(page: str, base: Path, address: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("SHNOR_DATABASE", str(base))
    monkeypatch.setenv("SHNOR_DATA", str(base.parent))
    monkeypatch.setenv("SHNOR_TODAY", make.DAY.isoformat())
    app = AppTest.from_string("import runpy\nfrom shnor.ui.kit import block\n"
                              f"block.into_show({page!r}, plain={page in again.PLAIN})\n"
                              f"runpy.run_path({str(FOLDER / page)!r} + '.py')\n", default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def frames(app: AppTest) -> list[str]:
    """Ids of the blocks the page has drawn; what is to be done today stands in a frame, and is none."""
    named = [getattr(node.proto, "id", "") for node in app.main if isinstance(node, Block)]
    return [name for one in named for name in re.findall(r"shnor_block_([\w-]+)$", one) if name != "overview-today"]


def links(app: AppTest) -> list[dict[str, str]]:
    """What stands in the links of the page into a show."""
    pieces = [unescape(piece.proto.body) for piece in app.main if piece.type == "html"]
    return [dict(parse_qsl(found[1])) for piece in pieces for found in [INTO.search(piece)] if found]


def figures(app: AppTest) -> dict[str, object]:
    """Id of a chart → what Plotly has drawn."""
    drawn = [json.loads(one.proto.spec) for one in app.get("plotly_chart")]
    return {one["layout"]["meta"]["id"]: one for one in drawn}


def picture(shown: Shown) -> object:
    return json.loads(go.Figure(shown.shape(shown.chart)).to_json())


def text(drawn: object, *, links: bool) -> str:
    """links: with what a click leads to."""
    said = drawn if isinstance(drawn, str) else json.dumps(drawn, sort_keys=True, ensure_ascii=False)
    return said if links else LEADS.sub("", said)


@pytest.mark.parametrize(("page", "address"), [(page, one) for page in WAYS for one in ADDRESSES[page]])
def test_a_block_is_made_anew_from_its_address(page, address, base, monkeypatch):
    app = run(page, base, address, monkeypatch)
    session, drawn, led = opened(base), figures(app), links(app)
    pieces = [str(piece.proto.body) for piece in app.main if piece.type == "html"]
    told = {shown.block.id for shown in WAYS[page](session, address).shown
            if block.has_room_numbers(shown.block, plain=page in again.PLAIN)}
    assert [one["block"] for one in led] == [name for name in frames(app) if name in told]
    assert led
    for query in led:
        made = again.recipe(session, query.pop("add"), query.pop("block"), query)
        shown, why = again.again(session, made)
        assert (why, shown.block.id) == ("", made.block)
        key = exports.key_of(block.taken(shown.block, demo=True))
        assert not shown.block.rows or f"/shnor/table/{key}/" in "".join(pieces)
        as_kept = {"links": dict(made.choices) == query}  # what is not there goes along in links of the page alone
        if shown.body is None:
            assert text(picture(shown), **as_kept) == text(drawn[shown.chart.id], **as_kept)
        else:
            assert text(shown.body, **as_kept) in [text(piece, **as_kept) for piece in pieces]


GONE = (("overview", "overview-where", "month", "2020-01"), ("overview", "overview-where", "schools", "Ш77"),
        ("school", "school-results", "school", "Ш77"), ("roadmap", "roadmap-parts", "direction", "Космос"),
        ("courses", "courses-subjects", "subject", "астрономия"), ("surveys", "surveys-waves", "wave", "2020-01"),
        ("results", "results-trend", "subject", "астрономия"), ("support", "support-months", "kind", "полёт"),
        ("summary", "summary-table", "own_indicator", "Своё"),
        *((page, name, "compare", "Ш77") for page, name in (
            ("school", "school-results"), ("roadmap", "roadmap-parts"), ("courses", "courses-subjects"),
            ("surveys", "surveys-waves"), ("results", "results-trend"), ("support", "support-months"),
            ("summary", "summary-table"))))


@pytest.mark.parametrize(("page", "name", "choice", "value"), GONE)
def test_nothing_stands_in_for_what_is_not_there_any_more(page, name, choice, value, base):
    session = opened(base)
    made = again.recipe(session, page, name, {choice: value})
    assert choice not in dict(made.choices)
    shown, why = again.again(session, Recipe(page, ((choice, value),), name))
    assert (shown, why) == (None, f"В базе больше нет того, что выбрано: «{value}».")


@pytest.mark.parametrize(("page", "why"), [
    pytest.param("courses", "Данных для этого слайда в базе нет.", id="no-such-block"),
    pytest.param("handbook", "Страницы, с которой взят этот слайд, больше нет.", id="no-such-page")])
def test_a_block_that_is_gone_says_so(page, why, base):
    assert again.again(opened(base), Recipe(page, (), "no-such-block")) == (None, why)


def test_of_every_page_it_is_said_whether_it_has_blocks_for_a_show():
    assert {page.name for page in PAGES} - {again.SHOW} == {*WAYS, *INSIDE}
    assert not WAYS.keys() & INSIDE
