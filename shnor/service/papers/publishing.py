"""«Открытая публикация» of a base in a file: what it tells is measured by all that was told before, and kept."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from shnor.papers import Papers
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import keeping, kinds, public
from shnor.service.papers.writing import Asked
from shnor.shows import Shows
from shnor.store import Store


def published(store: Store, asked: Asked, now: Callable[[], datetime], *, label: str) -> Paper:
    """From now on everybody is taken to know it. Raises as `kinds.build`."""
    assert store.path, "a base in memory has nothing beside it"
    kinds.check("public", asked)
    with closing(Papers(store.path, now)) as papers, closing(Shows(store.path, now)) as shows, store.view() as view:
        kept = keeping.kept(papers, store.about())
        made = public.counted(view, asked, kept, label=label, before=shows.told.all())
        shows.told.put(public.shown_as(asked), made.told)
    return made.paper
