"""tests/attacks.tsv: what somebody may try on the program, and that each line has its test."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = [line.split("\t") for line in (ROOT / "tests" / "attacks.tsv").read_text("utf-8").splitlines()
         if not line.startswith("#")]
AWAITED = {"benchmarks/faults", "tests/private/test_doors.py"}
"""Where tests are still to come. Whoever brings one names it in the table and takes its place from here."""
HELD = [row for row in TABLE if not row[2].startswith("awaits ")]


@cache
def standing(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body
                     if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


@pytest.mark.parametrize(("topic", "tried", "test"), HELD, ids=[row[1] for row in HELD])
def test_an_attack_has_a_test_that_is_there(topic: str, tried: str, test: str):
    file, _, name = test.partition("::")
    assert topic
    assert tried
    assert name in standing(file)


def test_what_is_awaited_is_known_by_name():
    assert {row[2].removeprefix("awaits ") for row in TABLE if row not in HELD} == AWAITED
    assert len({row[1] for row in TABLE}) == len(TABLE)
