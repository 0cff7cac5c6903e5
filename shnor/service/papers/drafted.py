"""A paper of a base in a file, with what is kept beside it: what the command line asks for."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, tzinfo

from shnor.papers import Papers
from shnor.reports.papers.blocks import Kind, Paper
from shnor.service.papers import keeping, kinds, publishing, report, signing
from shnor.service.papers.writing import Asked
from shnor.store import Store


def drafted(store: Store, asked: Asked, now: Callable[[], datetime], zone: tzinfo, *, invented: bool,
            kind: Kind = "note") -> Paper:
    """As it stands; a справка with what it says of one that was signed before. Raises as `kinds.build`."""
    assert store.path, "a base in memory has nothing beside it"
    if kind == "public":
        return publishing.published(store, asked, now, label=report.label(invented))
    with closing(Papers(store.path, now)) as papers:
        with store.view() as view:
            kept = keeping.kept(papers, store.about())
            paper = kinds.build(kind, view, asked, kept, label=report.label(invented))
        before = signing.before(papers, asked) if kind == "note" else None
        return replace(paper, moved=signing.moved(before, signing.changes(store, before), zone)) if before else paper
