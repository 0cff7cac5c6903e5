"""PowerPoint opens a chart without repair only where its elements stand in the order of the standard (ECMA-376)."""

import pytest
from pptx.oxml.ns import qn

from shnor.reports.slides.powerpoint import pptx
from tests.reports.slides.decks import deck
from tests.reports.slides.office.opened import charts, shown

_AXIS = ("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos "
         "spPr txPr crossAx crosses")
_SAID = ("delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
         "showBubbleSize separator extLst")
ORDER = {
    "chartSpace": "date1904 roundedCorners style clrMapOvr chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "lineChart": "grouping varyColors ser dLbls marker smooth axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit",
    "scaling": "logBase orientation max min", "dLbls": f"dLbl {_SAID}", "dLbl": f"idx {_SAID}",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "legend": "legendPos layout overlay spPr txPr", "title": "tx layout overlay spPr txPr"}


@pytest.fixture(scope="module")
def drawn():
    return [one._chartSpace for page in shown(pptx(deck())) for one in charts(page)]


@pytest.mark.parametrize("name", ORDER)
def test_elements_stand_in_the_order_of_the_standard(drawn, name: str):
    order = [qn(f"c:{child}") for child in ORDER[name].split()]
    found = [element for space in drawn for element in space.iter(qn(f"c:{name}"))]
    assert found
    for element in found:
        places = [order.index(child.tag) for child in element]
        assert places == sorted(places)
