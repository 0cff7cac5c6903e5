"""tests/attacks.tsv: what somebody may try on the program, and that each line has its test."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = [line.split("\t") for line in (ROOT / "tests" / "attacks.tsv").read_text("utf-8").splitlines()
         if not line.startswith("#")]


@cache
def standing(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body
                     if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


@pytest.mark.parametrize(("topic", "tried", "test"), TABLE, ids=[row[1] for row in TABLE])
def test_an_attack_has_a_test_that_is_there(topic: str, tried: str, test: str):
    file, _, name = test.partition("::")
    assert topic
    assert tried
    assert name in standing(file)


def test_no_line_stands_twice():
    assert len({row[1] for row in TABLE}) == len(TABLE)
