"""What comes from outside: every package is in the lock with its hashes, its licence and known holes are told."""

import re
import sys
from importlib.machinery import SourceFileLoader
from importlib.metadata import distribution, packages_distributions
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docs import list_licences
from tests.test_architecture import OURS, OUTSIDE, code, imports

ROOT = Path(__file__).resolve().parents[1]
LOCKS = pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
BLOCK = re.compile(r"^(\S+==[^\\\n]+?)(?: \\)?\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)*)", re.M)
GPL_FAMILY = re.compile(r"GPL|General Public|Affero|SSPL|EUPL|OSL-", re.I)
HOLE = {"id": "PYSEC-2021-142", "fix_versions": ["5.4"]}
PROBE = ({"name": "pyyaml", "version": "5.1", "vulns": [HOLE]},)
SIX = {"name": "six", "version": "1", "vulns": []}
UNKNOWN = {"name": "altair", "skip_reason": "Dependency not found"}


def locked(name: str) -> dict[str, str]:
    """Name -> version of what a lock brings to this system and Python."""
    pins = [Requirement(pin) for pin, _ in BLOCK.findall((ROOT / name).read_text("utf-8"))]
    return {pin.name: str(pin.specifier)[2:] for pin in pins if not pin.marker or pin.marker.evaluate()}


def needed(name: str) -> dict[str, str]:
    """Name -> installed version of everything a list asks for, and of everything that needs in turn."""
    lines = [line.partition("#")[0].strip() for line in (ROOT / name).read_text("utf-8").splitlines()]
    unread = [(Requirement(line), "") for line in lines if "==" in line]
    seen, found = set(), {}
    while unread:
        need, asked = unread.pop()
        if need.marker and not need.marker.evaluate({"extra": asked}):
            continue
        package = distribution(need.name)
        found[canonicalize_name(need.name)] = package.version
        for extra in {"", *need.extras} - {extra for name, extra in seen if name == need.name}:
            seen.add((need.name, extra))
            unread += [(Requirement(line), extra) for line in package.requires or ()]
    return found


@pytest.mark.parametrize(("asked", "lock"), [("requirements.txt", "requirements.lock"),
                                             ("requirements-dev.txt", "requirements-dev.lock")])
def test_whatever_a_package_needs_in_turn_is_in_the_lock(asked: str, lock: str):
    found = needed(asked)
    assert len(found) > 40
    assert found.items() - locked(lock).items() == set()


@LOCKS
def test_every_package_of_a_lock_has_its_hashes(name: str):
    blocks = BLOCK.findall((ROOT / name).read_text("utf-8"))
    assert blocks
    assert [pin for pin, hashes in blocks if not hashes] == []


def test_what_the_program_imports_is_chosen_and_locked():
    homes = packages_distributions()
    libraries = {name for path in code() for name, ours in imports(path) if not ours}
    libraries -= set(sys.stdlib_module_names) | OURS | OUTSIDE
    owners = {canonicalize_name(owner) for name in libraries for owner in homes[name]}
    assert owners
    assert owners - locked("requirements.lock").keys() == set()


def rows() -> list[tuple[str, str, str]]:
    """Name, version, licence of each row of the page."""
    text = list_licences.FILE.read_text("utf-8")
    return re.findall(r"^\| ([\w.-]+) \| ([\w.-]*\d[\w.-]*) \| (.*) \|$", text, re.M)


def test_the_page_of_licences_lists_the_lock():
    """Else run `python -m docs.list_licences`."""
    assert [row[:2] for row in rows()] == list_licences.pins((ROOT / "requirements.lock").read_text("utf-8"))


def test_a_licence_is_what_the_installed_package_says():
    wrong = [name for name, version, licence in rows() if name in locked("requirements.lock")
             and list_licences.licence(distribution(name)) != licence]
    assert wrong == []


def test_no_package_of_the_program_is_under_the_gpl_or_without_a_licence():
    assert [row for row in rows() if not row[2] or GPL_FAMILY.search(row[2])] == []


@pytest.fixture(scope="module")
def audit():
    loader = SourceFileLoader("ci_audit", str(ROOT / ".ci" / "audit"))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


@pytest.mark.parametrize(("probe", "packages", "code", "beginnings"), [
    pytest.param((), (), 0, ["Известные уязвимости пакетов не проверены"], id="no-answer"),
    pytest.param(({"name": "pyyaml", "skip_reason": "not found"},), (UNKNOWN,), 0,
                 ["Известные уязвимости пакетов не проверены"], id="all-skipped"),
    pytest.param(({"name": "pyyaml", "version": "5.1", "vulns": []},), (SIX,), 0,
                 ["Известные уязвимости пакетов не проверены"], id="data-that-know-nothing"),
    pytest.param(PROBE, (SIX,), 0, ["Пакеты проверены: 1."], id="clean"),
    pytest.param(PROBE, (SIX, UNKNOWN), 0,
                 ["Пакеты проверены: 1.", "О них данных нет, не проверены: altair."], id="one-unknown"),
    pytest.param(PROBE, ({"name": "six", "version": "1", "vulns": [HOLE]}, UNKNOWN), 1,
                 ["Известные уязвимости (1)", "six 1: PYSEC-2021-142, исправлено в 5.4", "О них"], id="a-hole")])
def test_an_audit_says_what_it_has_checked(audit, probe, packages, code, beginnings):
    given, lines = audit.verdict(probe, packages)
    assert given == code
    assert [line.startswith(start) for line, start in zip(lines, beginnings, strict=True)] == [True] * len(beginnings)


def test_checks_of_ci_ask_for_holes_of_what_an_office_gets():
    assert ".venv/bin/python .ci/audit requirements.lock || failed=1" in (ROOT / ".ci" / "run").read_text("utf-8")
