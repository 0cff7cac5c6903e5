"""The command line: thin over service. Exit: 0 acceptable, 1 errors, 2 unreadable or unknown, 3 base in use."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sample_data import samples
from shnor import config, copying, periods, reporting, users
from shnor.errors import BaseInUse, ShnorError
from shnor.scope import EVERYTHING, Actor
from shnor.service import bases
from shnor.service.centre import templates
from shnor.service.centre.setup import without_people
from shnor.service.figures import every, topics
from shnor.service.intake import drop, known
from shnor.service.month import forms, workbook

Arguments = argparse.Namespace
WHO = Actor("командная строка", EVERYTHING)
HELP = {
    "check": "распознать и проверить файлы; ничего не сохраняется",
    "load": "проверить и показать, что изменится; с --accept — принять",
    "uploads": "принятые файлы, новые сверху",
    "withdraw": "вернуть как было до файла",
    "approve": "утвердить месяц",
    "reopen": "открыть утверждённый месяц для исправления",
    "figures": "показатели по всем темам",
    "template": "пустая форма или файл школы за месяц (month)",
    "report": "справка, приказ, листок к совещанию, свод месяца или открытая публикация за период",
    "check-report": "сверить готовую справку, приказ или отчёт с базой; файл не сохраняется",
    "demo": "собрать базу примера",
    "issues": "перечень кодов вопросов и ошибок",
    "backup": "сохранить копию всех данных в папку",
    "verify": "цела ли база или копия",
    "restore": "вернуть данные из копии; без --yes — показать, что пропадёт",
    "users": "кто входит на сервере: list, add, link, off, on",
}


def check(given: Arguments) -> int:
    """Recognise and validate; needs no base; nothing is stored."""
    checked = drop.check_together(_files(given), _known(given))
    _print_checked(checked, given.json)
    return max(map(_exit_code, checked), default=2)


def load(given: Arguments) -> int:
    """Check, show what would change, store with --accept; a table with errors is refused."""
    with closing(_open(given)) as store:
        reviewed = drop.review(store, _files(given), _today(given))
        _print_checked([item.checked for item in reviewed], given.json)
        worst = max((_exit_code(item.checked) for item in reviewed), default=2)
        if not given.json:
            for item in reviewed:
                for table in item.preview.tables if item.preview else ():
                    print(f"{item.checked.file}: новых {table.added}, изменится {table.changed}, "
                          f"без изменений {table.unchanged}")
        if given.accept and worst == 0:
            state = drop.accept_all(store, reviewed, by=WHO)
            print(f"Принято, состояние {state}.", file=sys.stderr if given.json else sys.stdout)
        elif given.accept:
            print("Ничего не принято: исправьте ошибки и повторите.", file=sys.stderr)
    return worst


def uploads(given: Arguments) -> int:
    """The accepted files, newest first."""
    with closing(_open(given, create=False)) as store:
        listed = store.uploads()
    if given.json:
        _print_json([{"id": u.id, "file": u.file, "sha256": u.sha256, "kinds": list(u.kinds), "school": u.school,
                      "period": u.period, "state": u.state, "moment": u.moment.isoformat(), "who": u.who,
                      "live": u.live, "rows": u.rows} for u in listed])
    else:
        zone = ZoneInfo(config.load().timezone)
        for u in listed:
            moment, live = u.moment.astimezone(zone), "действует" if u.live else "возвращено"
            print(f"{u.id}\t{moment:%d.%m.%Y %H:%M}\t{u.file}\t{u.rows}\t{live}")
    return 0


def withdraw(given: Arguments) -> int:
    """Take an accepted file back."""
    return _change(given, lambda store: store.withdraw(given.id, by=WHO, reason=without_people(given.reason)))


def approve(given: Arguments) -> int:
    """Approve a month."""
    return _change(given, lambda store: store.approve(given.month, by=WHO))


def reopen(given: Arguments) -> int:
    """Open an approved month for correction."""
    return _change(given, lambda store: store.reopen(given.month, by=WHO, reason=without_people(given.reason)))


def show_figures(given: Arguments) -> int:
    """The figures: the roadmap's over all of it, the others by the grouping of their passports."""
    with closing(_open(given, create=False)) as store:
        as_of = given.as_of or bases.today(store, _today(given))
        with store.view(state=given.state) as view:
            figures = every.every(view, [given.metric] if given.metric else tuple(every.METRICS), as_of=as_of,
                                  school=given.school or "")
            state = view.state
    if given.json:
        _print_json({"format": 1, "state": state, "as_of": as_of.isoformat(),
                     "figures": [topics.as_plain(figure) for figure in figures]})
    else:
        for figure in figures:
            print(f"{every.line(figure)}, на {as_of:%d.%m.%Y}")
    return 0


def template(given: Arguments) -> int:
    """An empty form, or the month's workbook of a school."""
    if given.kind != "month":
        Path(given.out).write_bytes(templates.kind_template(given.kind))
    elif not (given.school and given.month):
        raise ShnorError("Для отчёта за месяц укажите школу и месяц: --school Ш05 --month 2026-11.")
    else:
        with closing(_open(given, create=False)) as store, store.view() as view:
            rules = forms.of(store.about())
            Path(given.out).write_bytes(workbook.workbook(view, given.school, given.month, rules))
    print(f"Записано: {given.out}")
    return 0


def demo(given: Arguments) -> int:
    """Build a ready-made base."""
    samples.build(_path(given), which=given.which)
    print(f"База примера готова: {_path(given)}")
    return 0


def issues(given: Arguments) -> int:
    """The catalogue of issue codes."""
    listed = [{"code": t.code, "severity": t.severity, "title": t.title, "template": t.template}
              for t in templates.ISSUES.values()]
    if given.json:
        _print_json(listed)
        return 0
    print(*(f"{row['code']}\t{row['severity']}\t{row['title']}" for row in listed), sep="\n")
    return 0


def _path(given: Arguments) -> Path:
    return Path(given.database) if given.database else config.load().own_base


def _open(given: Arguments, *, create: bool = True):
    store = bases.open_base(_path(given), create=create, now=config.load().now)
    if store.lost:
        print(store.lost.sentence, file=sys.stderr)
    return store


def _today(given: Arguments) -> date:
    return config.load().today()


def _known(given: Arguments):
    if not given.database:
        return known.nothing(_today(given))
    with closing(_open(given, create=False)) as store, store.view() as view:
        return known.from_view(view, _today(given))


def _files(given: Arguments) -> list[drop.Incoming]:
    return drop.opened([drop.Incoming(path.name, path.read_bytes()) for path in _named(given.files)])


def _named(files: Sequence[str]) -> list[Path]:
    if missing := [name for name in files if not Path(name).is_file()]:
        raise ShnorError(f"Файл не найден: {', '.join(missing)}. Проверьте путь.")
    return [Path(name) for name in files]


def _change(given: Arguments, change: Callable) -> int:
    with closing(_open(given, create=False)) as store:
        state = change(store)
    _print_json({"format": 1, "state": state}) if given.json else print(f"Записано, состояние {state}.")
    return 0


def _exit_code(checked) -> int:
    if not checked.batches and not any(issue.cell for issue in checked.issues):
        return 2
    return 0 if checked.acceptable else 1


def _print_checked(checked: Sequence, as_json: bool) -> None:
    plain = [table for result in checked for table in drop.as_plain(result)]
    if as_json:
        _print_json(plain)
        return
    for table in plain:
        print(f"{table['file']}: {table['kind'] or 'не распознано'}, лист «{table['sheet']}», "
              f"строк {table['rows']}, записей {table['records']}")
        for issue in table["issues"]:
            print(f"  {issue['severity']}\t{issue['code']}\t{issue['message']}")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _month(text: str) -> date:
    return periods.parse(text).start


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m shnor", description="Мониторинг ШНОР: командная строка.")
    commands = parser.add_subparsers(required=True, metavar="команда")

    def command(name: str, run: Callable, *arguments: tuple[tuple[str, ...], dict]) -> None:
        sub = commands.add_parser(name, help=HELP[name], description=HELP[name])
        sub.add_argument("--database", metavar="PATH", help="файл базы; иначе своя база в папке данных")
        sub.add_argument("--json", action="store_true", help="ответ в формате JSON")
        for flags, options in arguments:
            sub.add_argument(*flags, **options)
        sub.set_defaults(run=run)

    files = (("files",), {"nargs": "+", "metavar": "FILE"})
    reason = (("--reason",), {"required": True, "metavar": "TEXT"})
    as_of = (("--as-of",), {"type": _day, "metavar": "YYYY-MM-DD"})
    month_argument = (("month",), {"type": _month, "metavar": "YYYY-MM"})
    command("check", check, files)
    command("load", load, files, (("--accept",), {"action": "store_true"}))
    command("uploads", uploads)
    command("withdraw", withdraw, (("id",), {"type": int}), (("--reason",), {"default": "командная строка"}))
    command("approve", approve, month_argument)
    command("reopen", reopen, month_argument, reason)
    command("figures", show_figures, (("--school",), {}), as_of, (("--state",), {"type": int}),
            (("--metric",), {"choices": every.METRICS}))
    command("template", template, (("kind",), {"metavar": "KIND|month"}), (("--school",), {}),
            (("--month",), {"type": _month, "metavar": "YYYY-MM"}), (("--out",), {"required": True}))
    command("report", reporting.report, *reporting.REPORT, as_of)
    command("check-report", reporting.check, *reporting.CHECK, as_of)
    command("demo", demo, (("--which",), {"choices": samples.NAMES, "default": samples.NAMES[0]}))
    command("issues", issues)
    command("backup", lambda given: copying.backup(given, WHO), *copying.BACKUP)
    command("verify", copying.check, *copying.VERIFY)
    command("restore", lambda given: copying.bring_back(given, WHO), *copying.RESTORE)
    letting_in = commands.add_parser("users", help=HELP["users"], description=HELP["users"])
    users.add_to(letting_in)
    letting_in.set_defaults(run=users.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = _parser().parse_args(arguments)
    try:
        return given.run(given)
    except BaseInUse as error:
        print(error, file=sys.stderr)
        return 3
    except ShnorError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
