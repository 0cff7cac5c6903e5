"""Papers of the centre: its own paragraphs, what stands at the head and foot, what was asked and answered at meetings,
papers that were signed with all they were made of, forms of others to fill in. A file of its own beside each base."""

from pathlib import Path

from shnor import private
from shnor.ledger import Clock
from shnor.papers.answers import Answer, Answers
from shnor.papers.database import Database, beside
from shnor.papers.forms import Forms, KeptForm, NoForm, Wish
from shnor.papers.paragraphs import Own, Paragraphs
from shnor.papers.particulars import Particulars, Settings
from shnor.papers.signed import Inputs, NoPaper, Signed, SignedPapers
from shnor.papers.template import Template, Templates

__all__ = ["Answer", "Answers", "Database", "Forms", "Inputs", "KeptForm", "NoForm", "NoPaper", "Own", "Papers",
           "Paragraphs", "Particulars", "Settings", "Signed", "SignedPapers", "Template", "Templates", "Wish", "beside"]


class Papers:
    """base: the base whose figures are told."""

    def __init__(self, base: Path, clock: Clock) -> None:
        self.database = Database(beside(base), clock)
        private.file(self.database.path)
        self.paragraphs, self.settings = Paragraphs(self.database), Settings(self.database)
        self.answers, self.signed = Answers(self.database), SignedPapers(self.database)
        self.templates, self.forms = Templates(self.database), Forms(self.database)

    def close(self) -> None:
        self.database.close()
