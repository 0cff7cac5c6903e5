"""Arithmetic of figures on numpy arrays or plain numbers. Knows no frames; never rounds.

Sources: E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927) 209–212; R. G. Newcombe, Statist. Med. 17 (1998) 873–890.
"""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
LEVEL = 0.95


def share(k: ArrayLike, n: ArrayLike) -> Numbers:
    """k / n, 0…1. An empty base gives NaN («нет данных»), never 0."""
    k, n = np.asarray(k, float), np.asarray(n, float)
    return np.divide(k, n, out=np.full(np.broadcast(k, n).shape, np.nan), where=n > 0)


def wilson(k: ArrayLike, n: ArrayLike, level: float = LEVEL) -> tuple[Numbers, Numbers]:
    """Score interval of a share without continuity correction: lower, upper (Wilson 1927). NaN where nobody was counted
    or more than all were: a part that passes its whole is no share."""
    k, n, z = np.asarray(k, float), np.asarray(n, float), _z(level)
    n = np.where((n > 0) & (k <= n), n, np.nan)
    p = k / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)


def newcombe(k1: ArrayLike, n1: ArrayLike, k0: ArrayLike, n0: ArrayLike,
             level: float = LEVEL) -> tuple[Numbers, Numbers, Numbers]:
    """Change of a share between two independent groups, k1/n1 − k0/n0: change, lower, upper (Newcombe 1998,
    method 10)."""
    p1, p0 = share(k1, n1), share(k0, n0)
    (low1, high1), (low0, high0) = wilson(k1, n1, level), wilson(k0, n0, level)
    change = p1 - p0
    down = np.sqrt((p1 - low1) ** 2 + (high0 - p0) ** 2)
    up = np.sqrt((high1 - p1) ** 2 + (p0 - low0) ** 2)
    return change, change - down, change + up


def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)
