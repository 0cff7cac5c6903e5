"""What the centre keeps for its papers, as a paper takes it."""

from collections.abc import Mapping

from shnor.papers import Papers
from shnor.service.papers.writing import Kept


def kept(papers: Papers, about: Mapping[str, str]) -> Kept:
    """about: what the base says of itself."""
    return Kept(papers.paragraphs.all(), papers.answers.all(), papers.settings.now(), tuple(sorted(about.items())))
