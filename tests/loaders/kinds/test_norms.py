"""Thresholds and scales: each with its document."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_thresholds_with_drifted_heads():
    result = checked(grid(("Пороги",), ("НАИМЕНОВАНИЕ ПОРОГА", "Предмет или ступень", "Порог, балл", "Действует с :",
                                        "Основание"),
                          (1, 2, 3, 4, 5), ("Минимум ЕГЭ", "математика профильная", 27, "01.01.2026", "приказ № 1500")))
    assert (said(result), records(result, "norm", "detail", "value", "valid_from", "document")) == (
        [], [("Минимум ЕГЭ", "математика профильная", 27.0, date(2026, 1, 1), "приказ № 1500")])


def test_a_scale_under_a_header_of_two_rows():
    result = checked(grid(("Название шкалы", "Ступень", "Значение", "Действие", None, "Документ"),
                          (None, None, None, "с", "по", None),
                          ("Уровень МНЦ", "оптимальный", "85,5", "01.01.2026", "31.12.2026", "положение"),
                          merged=((0, 3, 0, 4),)))
    assert (said(result), records(result, "detail", "value", "valid_to")) == (
        [], [("оптимальный", 85.5, date(2026, 12, 31))])


def test_a_threshold_without_its_document_is_refused_by_its_name():
    result = checked(grid(("Порог или шкала", "Значение порога", "Порог действует с"),
                          ("Минимум ЕГЭ", 27, "01.01.2026")))
    assert [issue.code for issue in result.issues] == ["missing-column"]
    assert "«Пороги и шкалы», но нет столбца «Документ порога»" in result.issues[0].message
