"""What a load takes of the processor, by who used it: wall times of a machine that others use too say less."""

import time
from contextlib import suppress
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Used:
    """Seconds of the processor. server: the process of the product; readers: the processes it reads files with; stock:
    of the empty page beside it; load: of those who ask for pages."""

    server: float = 0.0
    readers: float = 0.0
    stock: float = 0.0
    load: float = 0.0

    def __sub__(self, before: "Used") -> "Used":
        return Used(self.server - before.server, self.readers - before.readers, self.stock - before.stock,
                    self.load - before.load)

    def line(self, rounds: int) -> str:
        """rounds: workbooks that were sent meanwhile."""
        each = f", {self.server / rounds:.2f} a workbook" if rounds else ""
        return (f"Seconds of the processor: the server {self.server:.0f}{each}; its reading processes "
                f"{self.readers:.0f}; the stock page {self.stock:.0f}; the load itself {self.load:.0f}")


def used(stock: int, server: int) -> Used:
    """Up to now. stock, server: numbers of their processes."""
    process = psutil.Process(server)
    return Used(_seconds(process), sum(map(_seconds, process.children(recursive=True))),
                _seconds(psutil.Process(stock)), time.process_time())


def _seconds(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        told = process.cpu_times()
        return told.user + told.system
    return 0.0
