"""Plotly in Russian, without a script or a network: what `st.plotly_chart(config=…)` takes."""

from typing import Any

from babel.dates import get_day_names, get_month_names

from shnor.wording import NBSP


def _names(names: Any) -> list[str]:
    return [str(names[key]).rstrip(".")[:3] for key in sorted(names)]


_MONTHS = get_month_names("wide", "stand-alone", "ru")
_DAYS = get_day_names("wide", "stand-alone", "ru")  # 0 is Monday; Plotly begins the week with Sunday
_SHORT_DAYS = get_day_names("abbreviated", "stand-alone", "ru")
_FROM_SUNDAY = (6, 0, 1, 2, 3, 4, 5)

RUSSIAN: dict[str, Any] = {
    "moduleType": "locale",
    "name": "ru",
    "dictionary": {
        "Autoscale": "Показать всё", "Click to enter Plot title": "Название",
        "Compare data on hover": "Сравнить", "Download plot as a PNG": "Скачать рисунок",
        "Download plot": "Скачать рисунок", "Double-click to zoom back out": "Двойной щелчок возвращает масштаб",
        "Double-click on legend to isolate one trace": "Двойной щелчок оставляет один ряд",
        "Pan": "Сдвинуть", "Reset": "Вернуть", "Reset axes": "Вернуть масштаб", "Zoom": "Увеличить",
        "Zoom in": "Крупнее", "Zoom out": "Мельче", "Show closest data on hover": "Ближайшее значение",
        "Toggle Spike Lines": "Направляющие", "Box Select": "Выделить рамкой", "Lasso Select": "Обвести",
    },
    "format": {
        "days": [_DAYS[place] for place in _FROM_SUNDAY],
        "shortDays": [_SHORT_DAYS[place] for place in _FROM_SUNDAY],
        "months": [_MONTHS[n] for n in range(1, 13)],
        "shortMonths": _names(_MONTHS),
        "date": "%d.%m.%Y", "decimal": ",", "thousands": NBSP, "grouping": [3], "year": "%Y", "month": "%b %Y",
        "dayMonth": "%-d %b", "dayMonthYear": "%-d %b %Y",
    },
}

CONFIG: dict[str, Any] = {
    "locale": "ru", "locales": {"ru": RUSSIAN}, "displaylogo": False, "responsive": True, "scrollZoom": False,
    "modeBarButtons": [["toImage", "resetScale2d"]], "displayModeBar": "hover",
    "toImageButtonOptions": {"filename": "Диаграмма", "scale": 2},
}
