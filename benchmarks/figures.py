"""What was measured, as tables of Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Times:
    """Times of one thing, in seconds."""

    all: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return median(self.all)

    @property
    def slow(self) -> float:
        """Nineteen of twenty take no longer."""
        return sorted(self.all)[-(-95 * len(self.all) // 100) - 1]

    @property
    def text(self) -> str:
        """Milliseconds: median (least–most)."""
        return f"{1e3 * self.middle:.1f} ({1e3 * min(self.all):.1f}–{1e3 * max(self.all):.1f})"

    def against(self, baseline: "Times", aim: float) -> str:
        """The ratio of the medians; «✗» behind it when the aim is missed."""
        ratio = self.middle / baseline.middle
        return f"{ratio:.2f}" + ("" if ratio <= aim else " ✗")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
