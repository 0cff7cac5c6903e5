"""Arithmetic of figures on numpy arrays or plain numbers. Knows no frames; never rounds.

Sources: E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927) 209–212; R. G. Newcombe, Statist. Med. 17 (1998) 873–890;
S. Holm, Scand. J. Statist. 6 (1979) 65–70.
"""

import math
from datetime import date
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shnor.metrics import norms

Numbers = NDArray[np.float64]
LEVEL = norms.LEVEL
FARTHEST, HALVINGS = 40.0, 50
"""A quantile beyond which nothing is told apart, and how often the way there is halved: to 40 / 2⁵⁰."""


def share(k: ArrayLike, n: ArrayLike) -> Numbers:
    """k / n, 0…1. An empty base gives NaN («нет данных»), never 0."""
    k, n = np.asarray(k, float), np.asarray(n, float)
    return np.divide(k, n, out=np.full(np.broadcast(k, n).shape, np.nan), where=n > 0)


def days_between(first: date, last: date) -> int:
    """Days from the one day to the other: 0 on the day itself."""
    return (last - first).days


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


def newcombe_chance(k1: ArrayLike, n1: ArrayLike, k0: ArrayLike, n0: ArrayLike) -> Numbers:
    """How often a change as large as this one comes about by chance, 0…1: one minus the highest level at which the
    interval of `newcombe` leaves zero out. Below 0.05 exactly where the interval of 95 % does; equal shares give 1, an
    empty base NaN as there. Its size was measured where both n are alike: see `python -m benchmarks families`."""
    k1, n1, k0, n0 = (np.asarray(one, float) for one in np.broadcast_arrays(k1, n1, k0, n0))
    n1, n0 = (np.where((n > 0) & (k <= n), n, np.nan) for k, n in ((k1, n1), (k0, n0)))
    p1, p0 = k1 / n1, k0 / n0
    fell = p1 < p0  # then read backwards: the lower end of the interval is the one that meets zero
    (p1, p0), (n1, n0) = ((np.where(fell, b, a), np.where(fell, a, b)) for a, b in ((p1, p0), (n1, n0)))
    inside, outside = np.zeros(k1.shape), np.full(k1.shape, FARTHEST)  # the interval widens with z: halve where it ends
    for _ in range(HALVINGS):
        z = (inside + outside) / 2
        low1, high0 = _end(p1, n1, -z), _end(p0, n0, z)
        holds = (p1 - low1) ** 2 + (high0 - p0) ** 2 >= (p1 - p0) ** 2
        inside, outside = np.where(holds, inside, z), np.where(holds, z, outside)
    chance = np.array([math.erfc(z / math.sqrt(2)) for z in inside.ravel()], float).reshape(inside.shape)
    return np.where(np.isnan(p1 - p0), np.nan, np.where(p1 == p0, 1.0, chance))


def _end(p: Numbers, n: Numbers, z: Numbers) -> Numbers:
    """The upper end of the interval of a share, of −z the lower one; see `wilson`."""
    square = z * z / n
    return (p + square / 2 + z * np.sqrt((p * (1 - p) + square / 4) / n)) / (1 + square)


def holm(chances: ArrayLike) -> Numbers:
    """The same of many comparisons at once, along the last axis (Holm 1979): none of those told at 0.05 is told by
    chance alone in at least 95 of 100 families, whatever else is true in them. NaN takes no part."""
    found = np.asarray(chances, float)
    order = np.argsort(found, axis=-1)
    ordered = np.take_along_axis(found, order, axis=-1)
    told = ~np.isnan(ordered)
    weights = told.sum(axis=-1, keepdims=True) - np.arange(found.shape[-1])
    adjusted = np.where(told, np.minimum(np.maximum.accumulate(ordered * weights, axis=-1), 1), np.nan)
    given = np.empty_like(found)
    np.put_along_axis(given, order, adjusted, axis=-1)
    return given


def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


def spearman(first: ArrayLike, second: ArrayLike) -> float:
    """Rank correlation r_s: Pearson's of the ranks, equal values with their mean rank (C. Spearman, Amer. J. Psychol.
    15 (1904) 72–101). NaN where one of the two does not vary, or for fewer than two pairs."""
    a, b = _ranks(first), _ranks(second)
    a, b = a - a.mean() if a.size else a, b - b.mean() if b.size else b
    spread = math.sqrt(float(a @ a) * float(b @ b))
    return float(a @ b) / spread if spread else math.nan


def _ranks(values: ArrayLike) -> Numbers:
    """Place from the smallest, 1…n; equal values share the mean of their places."""
    _, place, times = np.unique(np.asarray(values, float), return_inverse=True, return_counts=True)
    last = np.cumsum(times)
    return (last - (times - 1) / 2)[place]
