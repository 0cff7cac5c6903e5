"""Charts of answers: what is drawn for one choice and for several."""

from shnor.charts import to_plotly
from shnor.charts.surveys import answers_bar, options_bar

WAVES = {"апрель 2026": {"да": 58, "нет": 21}, "ноябрь 2026": {"да": 63, "нет": 11}, "май 2027": {"да": 0, "нет": 0}}


def test_a_bar_a_wave_cut_by_answer():
    chart = answers_bar(WAVES, ["да", "не знаю", "нет"], title="Помощь", source="педагоги")
    assert chart.categories == ("апрель 2026: 79\u00a0участников", "ноябрь 2026: 74\u00a0участника")
    assert [(series.name, series.values) for series in chart.series] == [("да", (58, 63)), ("нет", (21, 11))]


def test_a_bar_an_option_in_the_order_given():
    chart = options_bar({"Семинары": 41, "Курсы": 33}, title="Что помогло", source="педагоги")
    assert (chart.categories, chart.series[0].values) == (("Семинары", "Курсы"), (41, 33))


def test_nothing_answered_is_drawn_as_no_data():
    figure = to_plotly(answers_bar({}, ["да"], title="Помощь", source="педагоги"))
    assert figure.data[0].text[0] == "нет данных"
