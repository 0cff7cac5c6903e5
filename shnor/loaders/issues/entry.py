"""The form of an entry in the catalogue of issues."""

from dataclasses import dataclass

from shnor.loaders.types import Choice, Issue, Severity


@dataclass(frozen=True)
class IssueType:
    """code: kebab-case, never changes; title: short; template: a sentence for str.format with sheet, cell, value
    and the facts of the issue: where, what, what is allowed, what to do."""

    code: str
    severity: Severity
    title: str
    template: str

    def at(self, sheet: str = "", cell: str = "", value: str = "", choices: tuple[Choice, ...] = (),
           topic: str = "", **facts: object) -> Issue:
        """The issue of this type at a cell. A fact the template needs and does not get is a KeyError."""
        message = self.template.format(sheet=sheet, cell=cell, value=value, **facts)
        return Issue(self.code, self.severity, sheet, cell, value, message, choices, topic)
