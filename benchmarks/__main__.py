"""`python -m benchmarks [TOPIC …]`: tables of ratios for a note, in Markdown."""

import argparse
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    browser,
    directors,
    families,
    hostile,
    intake,
    large,
    month,
    pages,
    papers,
    region,
    scale,
    sessions,
)

TOPICS = ("families", "intake", "region", "pages", "browser", "month", "scale", "sessions", "directors", "papers",
          "hostile")
BY_REPEATS = {"region": region, "pages": pages, "browser": browser, "month": month, "scale": scale,
              "sessions": sessions}


def main(arguments: list[str] | None = None) -> None:
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8")
    asked = options(arguments)
    for topic in asked.topics or TOPICS:
        with TemporaryDirectory() as folder:
            if topic == "pages" and asked.schools:
                filled = pages.measure(Path(folder), asked.repeats, fill=partial(large.fill, schools=asked.schools))
                print(f"{asked.schools} schools\n\n{pages.report(filled)}", flush=True)
            elif topic == "families":
                print(families.report(families.measure()), flush=True)
            elif topic == "hostile":
                print(hostile.report(hostile.measure(Path(folder))), flush=True)
            elif topic == "papers":
                print(papers.report_of(*papers.measure(Path(folder))), flush=True)
            elif topic == "directors":
                print(directors.report(directors.measure(Path(folder), asked.seconds, rounds=asked.rounds)), flush=True)
            elif topic == "intake":
                print(intake.report(intake.measure(Path(folder), asked.rows, asked.repeats)), flush=True)
            else:
                measured = BY_REPEATS[topic]
                print(measured.report(measured.measure(Path(folder), asked.repeats)), flush=True)
        print()


def options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios against baselines, in one run.")
    parser.add_argument("topics", nargs="*", metavar="|".join(TOPICS), help="what to measure; nothing = everything")
    parser.add_argument("--repeats", type=int, default=11, help="times each thing is measured")
    parser.add_argument("--schools", type=int, default=0, help="of the base the pages show; 0 = the example")
    parser.add_argument("--seconds", type=float, default=300, help="of the load of directors")
    parser.add_argument("--rounds", type=int, default=1, help="of each director then; 0 = one after another")
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the workbook of intake")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.topics) - set(TOPICS):
        parser.error(f"unknown topic: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    main()
