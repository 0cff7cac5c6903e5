"""`python -m shnor report | check-report`: told here, made by `shnor.service.papers`. Exit codes as everywhere: 0
written or nothing differs, 1 a school has no paper or something differs, 2 not read, 3 base in use."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from shnor import config, periods
from shnor.errors import ShnorError
from shnor.service import bases
from shnor.service.papers import kinds, saved
from shnor.service.papers.check import check as finished
from shnor.service.papers.check import plain
from shnor.service.papers.writing import Asked
from shnor.store import Store


def _period(text: str) -> str:
    return periods.parse(text).code


REPORT: tuple[tuple[tuple[str, ...], dict], ...] = (
    (("name",), {"choices": saved.NAMES, "metavar": "|".join(saved.NAMES)}),
    (("--period",), {"required": True, "type": _period, "metavar": "2026"}), (("--school",), {}),
    (("--format",), {"default": "", "choices": kinds.FORMATS, "metavar": "|".join(kinds.FORMATS)}),
    (("--sources",), {"action": "store_true"}), (("--out",), {"required": True}))
CHECK: tuple[tuple[tuple[str, ...], dict], ...] = ((("file",), {"metavar": "FILE"}),)


def report(given: argparse.Namespace) -> int:
    """A paper of the centre, with --sources the copy that says where every figure is from; or those of all schools."""
    settings = config.load()
    with closing(_open(given)) as store:
        asked = Asked(given.period, given.as_of or bases.today(store, settings.today()), given.school or "")
        left = saved.save(store, asked, settings.now, Path(given.out), given.name, format=given.format,
                          sourced=given.sources, zone=ZoneInfo(settings.timezone),
                          invented=store.about().get("demo") == bases.INVENTED)
    print(*left, f"Записано: {given.out}", sep="\n")
    return 1 if left else 0


def check(given: argparse.Namespace) -> int:
    """Figures of a finished paper beside the base; exit 1 where one differs."""
    file = Path(given.file)
    if not file.is_file():
        raise ShnorError(f"Файл не найден: {file}. Проверьте путь.")
    with closing(_open(given)) as store, store.view() as view:
        day = given.as_of or bases.today(store, config.load().today())
        checked = finished.build(view, file.name, file.read_bytes(), day=day)
    print(json.dumps(plain.as_plain(checked), ensure_ascii=False, indent=1) if given.json
          else "\n".join(plain.lines(checked)))
    return plain.exit_code(checked)


def _open(given: argparse.Namespace) -> Store:
    settings = config.load()
    store = bases.open_base(Path(given.database) if given.database else settings.own_base, create=False,
                            now=settings.now)
    if store.lost:
        print(store.lost.sentence, file=sys.stderr)
    return store
