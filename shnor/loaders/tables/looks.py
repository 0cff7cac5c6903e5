"""Everything the look of a sheet has to say of one table, once a sheet."""

from shnor.datasets import column_letters
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables import aside, faults
from shnor.loaders.tables.body import Body, Part


def tell(body: Body, findings: Findings) -> None:
    """Hidden and struck rows, hidden columns, errors, lost formulas; errors leave the rows of the body."""
    aside.tell(body.aside, findings)
    for part in body.parts:
        _hidden_columns(body, part, findings)
        if part.grid.looks.unseen:
            findings.add("looks-unseen", part.grid.sheet, "")
    faults.tell(body, findings)


def _hidden_columns(body: Body, part: Part, findings: Findings) -> None:
    used = dict.fromkeys(part.match.periods, "") | {
        column: body.kind[name].title for name, column in part.match.columns.items()}
    hidden = sorted(part.grid.looks.hidden_columns & set(used))
    if hidden:
        listed = ", ".join(column_letters(column) + (f" «{used[column]}»" if used[column] else "") for column in hidden)
        findings.add("hidden-columns", part.grid.sheet, "",
                     columns=f"{'скрыт столбец' if len(hidden) == 1 else 'скрыты столбцы'} {listed}")
