"""The files of the whole field beside roadmaps, courses, help, results and surveys: who helps, what was lacking, what
came of it, on what paper. Each topic is a module with `sent()`."""

from datetime import date
from pathlib import Path

from sample_data import advice, competence, deficits, markers, papers, programmes, risks, routes, support_roles

TOPICS = (support_roles, deficits, competence, routes, papers, risks, markers, advice, programmes)


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes the files of every topic; gives path and day of arrival, in the order of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    sent = sorted((one for topic in TOPICS for one in topic.sent()), key=lambda one: one[1])
    for name, _, data in sent:
        (folder / name).write_bytes(data)
    return [(folder / name, arrived) for name, arrived, _ in sent]
