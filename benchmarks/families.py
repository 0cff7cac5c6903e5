"""How often a false «подтверждается» comes about in families of comparisons in which nothing has changed."""

from dataclasses import dataclass

import numpy as np

from shnor.metrics.formulas import holm, newcombe_chance

FAMILIES, LINES = 2_000, 40
PEOPLE, SHARES = (15, 60), (0.1, 0.3)
"""Of a line: how many people a side, and the true share of both sides."""
ALPHA = 0.05
SEED = 1979


@dataclass(frozen=True)
class Rates:
    """Shares 0…1. single: of comparisons told without any correction; told: of families with at least one told; held:
    the same after the correction; error: of held, a standard error."""

    families: int
    lines: int
    single: float
    told: float
    held: float

    @property
    def error(self) -> float:
        return float(np.sqrt(self.held * (1 - self.held) / self.families))


def measure(families: int = FAMILIES, lines: int = LINES, seed: int = SEED) -> Rates:
    random = np.random.default_rng(seed)
    n0, n1 = random.integers(PEOPLE[0], PEOPLE[1] + 1, (2, families, lines))
    shares = random.uniform(*SHARES, (families, lines))
    chance = newcombe_chance(random.binomial(n1, shares), n1, random.binomial(n0, shares), n0)
    single, held = chance <= ALPHA, holm(chance) <= ALPHA
    return Rates(families, lines, float(single.mean()), float(single.any(axis=1).mean()),
                 float(held.any(axis=1).mean()))


def report(rates: Rates) -> str:
    return (f"{rates.families} families of {rates.lines} comparisons of equal shares, n {PEOPLE[0]}–{PEOPLE[1]}, share "
            f"{SHARES[0]:.0%}–{SHARES[1]:.0%}: told by chance {rates.single:.2%} of comparisons, at least one in "
            f"{rates.told:.1%} of families; after the correction in {rates.held:.2%} ± {rates.error:.2%} of families")
