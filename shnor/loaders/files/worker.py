"""The reading process: takes a file from stdin, sends its tables to stdout, lives until stdin ends.

Readers of other people's bytes can abort the process or eat all memory; here that hurts nobody.
A message is its length (8 bytes) and a pickle of plain data. Asked: (task, data, options).
Answered: ("ready",) once; then for each file ("taken",), so that a process that died while idle is told from one
that died of the file, and ("read", list of Raw) | ("failed", reason).
"""

import gc
import os
import pickle
import queue
import struct
import sys
import threading
from typing import IO, Any

from shnor.loaders.files.raw import Failed, Raw

LENGTH = struct.Struct("<Q")


def send(stream: IO[bytes], message: object) -> None:
    """One message, at once."""
    body = pickle.dumps(message, protocol=5)
    stream.write(LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message, None when the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return pickle.loads(body) if len(body) == length else None


def read(task: str, data: bytes, options: dict[str, Any]) -> list[Raw]:
    """task: workbook | document | opendocument | richtext | text. Imports wait until needed: a process must
    start at once."""
    if task == "workbook":
        from shnor.loaders.files.sheets import read_workbook
        return read_workbook(data, **options)
    if task == "document":
        from shnor.loaders.files.documents import read_document
        return read_document(data, **options)
    if task == "opendocument":
        from shnor.loaders.files.opendocument import read_opendocument
        return read_opendocument(data, **options)
    if task == "richtext":
        from shnor.loaders.files.richtext import read_richtext
        return read_richtext(data, **options)
    from shnor.loaders.files.text_tables import read_text
    return read_text(data, **options)


def answer(message: tuple[str, bytes, dict[str, Any]]) -> tuple[Any, ...]:
    """Whatever a reader does, short of aborting, becomes an answer."""
    try:
        return ("read", read(*message))
    except Failed as failed:
        return ("failed", str(failed))
    except MemoryError:
        return ("failed", "memory")
    except BaseException:  # a panic of the reader is no Exception
        return ("failed", "unreadable")


def limit_memory(size: int) -> None:
    """In bytes, where the system can do it; elsewhere the parent watches. No core dumps: they hold people's files."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Argument: limit of memory in bytes."""
    inlet = sys.stdin.buffer
    outlet = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not fall between messages
    limit_memory(int(sys.argv[1]))
    asked: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def listen() -> None:
        while (message := receive(inlet)) is not None:
            asked.put(message)
        os._exit(0)  # the parent is gone: no use in finishing

    threading.Thread(target=listen, daemon=True).start()
    send(outlet, ("ready",))
    gc.disable()  # thousands of new rows make it look for garbage again and again
    while True:
        message = asked.get()
        send(outlet, ("taken",))
        send(outlet, answer(message))
        gc.collect()


if __name__ == "__main__":
    main()
