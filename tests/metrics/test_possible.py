"""Of how many people a percentage without its number may speak, against fractions written out."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from shnor.metrics.possible import bases, digits, is_possible, runs


def test_94_and_92_per_cent_can_share_few_bases():
    """The bases of the source document (94 % and 92 % of one survey), below 80."""
    assert runs(bases((9400, 9200), 79)) == ((36, 36), (48, 53), (62, 66), (71, 72), (77, 79))


@pytest.mark.parametrize(("hundredths", "n", "possible"), [
    pytest.param(9400, 16, True, id="15-of-16-is-93.75"),
    pytest.param(9400, 15, False, id="of-15-none"),
    pytest.param(10000, 1, True, id="one-of-one"),
    pytest.param(0, 7, True, id="none-of-seven"),
    pytest.param(1300, 8, True, id="12.5-is-rounded-up"),
    pytest.param(1200, 8, False, id="12.5-is-not-rounded-down"),
    pytest.param(9410, 17, True, id="one-decimal"),
    pytest.param(9410, 16, False, id="one-decimal-of-16"),
    pytest.param(3333, 3, True, id="two-decimals"),
    pytest.param(5000, 3, False, id="half-of-three"),
])
def test_whether_a_percentage_is_possible(hundredths, n, possible):
    assert is_possible(hundredths, n) is possible


@pytest.mark.parametrize("n", [1, 7, 16, 29, 61])
@pytest.mark.parametrize("step", [100, 10])
def test_it_says_what_rounding_of_every_part_says(n, step):
    rounded = {int((Decimal(10000 * k) / n / step).quantize(Decimal(1), ROUND_HALF_UP)) * step for k in range(n + 1)}
    told = {one for one in range(0, 10001, step) if digits(one) == (0 if step == 100 else 1)}
    assert {one for one in told if is_possible(one, n)} == rounded & told


def test_nothing_told_leaves_nothing():
    assert (bases(()), runs(())) == ((), ())
