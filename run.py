"""`python run.py` starts the program, `python run.py serve` the same on a server, `python run.py users` lets people in
there, `python run.py test` runs every test, `python run.py test --quick` the fast ones, `python run.py test --nightly`
those that take minutes and are run before an issue is closed.

Makes `.venv` beside itself and installs requirements.lock into it (for tests requirements-dev.lock, which holds the
same and more), every file compared with its hash; needs nothing but Python's own library.
Written so that Python 3.6 can still read it and answer with a sentence instead of a SyntaxError.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "installed.txt"
LOG = VENV / "install.log"
OLDEST = (3, 11)
# a file of tests shares its bases and servers; in the order of collection, for the browser must come last
TWO_AT_ONCE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
LANES = {"--quick": "not slow and not office and not browser and not nightly", "--nightly": "nightly"}
WHOLE = "not nightly"

OLD_PYTHON = ("Нужен Python 3.11 или новее, а это Python {version}. Установите новый Python с сайта python.org "
              "и запустите программу им.")
NO_VENV = ("В этом Python нет модуля venv, без него программу не подготовить. Установите Python с сайта python.org; "
           "в Linux достаточно пакета python3-venv.")
READ_ONLY = ("В папку «{folder}» нельзя записывать, а программе нужно место для своих файлов. Скопируйте папку "
             "программы туда, где запись разрешена, например в «Документы», и запустите оттуда.")
NO_NETWORK = ("Не удалось скачать составные части программы: нет связи с интернетом. Он нужен один раз, при первом "
              "запуске. Подключитесь и запустите снова.")
NO_SPACE = "На диске не хватает места: программе нужно около 1 ГБ. Освободите место и запустите снова."
NOT_INSTALLED = "Не удалось установить составные части программы. Подробности для специалиста: {log}"
NETWORK_SIGNS = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "Max retries",
                 "Could not find a version", "Temporary failure in name resolution", "ProxyError",
                 "Connection refused", "Network is unreachable")

# Run by the environment's own Python: says which packages of the lock are not there. pip carries the reader of markers.
PROBE = r"""
import importlib.metadata, sys
from pip._vendor.packaging.requirements import Requirement
for line in open(sys.argv[1], encoding="utf-8"):
    if "==" in line and line[0] not in " #":
        wanted = Requirement(line.split("\\")[0])
        if not wanted.marker or wanted.marker.evaluate():
            if importlib.metadata.version(wanted.name) not in wanted.specifier:
                sys.exit(1)
"""


class Stop(Exception):
    """The sentence a person reads before the program ends."""


def main(arguments):
    """Returns the exit code: 0 started and stopped, or already running; 1 a sentence was printed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        check_python(sys.version_info)
        if arguments[:1] == ["test"]:
            prepare(DEV_LOCK)
            return run("pytest", [*TWO_AT_ONCE, *chosen(arguments[1:])])
        prepare(LOCK)
        if arguments[:1] == ["serve"]:
            return become("shnor.ui.server.serve", arguments[1:])
        return run("shnor" if arguments[:1] == ["users"] else "shnor.ui.server.launch", arguments)
    except Stop as sentence:
        print(sentence)
        return 1
    except KeyboardInterrupt:
        print("Остановлено.")
        return 1


def chosen(arguments):
    """pytest's own arguments and the lane: --quick for the tests that need neither an office nor a browser nor
    patience, --nightly for the long ones alone."""
    lane = next((words for name, words in LANES.items() if name in arguments), WHOLE)
    return ["-m", lane, *(argument for argument in arguments if argument not in LANES)]


def check_python(version):
    if tuple(version[:2]) < OLDEST:
        raise Stop(OLD_PYTHON.format(version=".".join(str(part) for part in version[:3])))


def prepare(lock):
    """Leaves an environment that holds what the lock lists, every version the same."""
    if healthy(lock):
        return
    print("Готовим программу к первому запуску. Это займёт несколько минут, нужен интернет.", flush=True)
    try:
        if VENV.exists() and not answers():
            shutil.rmtree(str(VENV))
        if not VENV.exists():
            make()
        install(lock)
    except OSError as error:
        raise Stop(READ_ONLY.format(folder=ROOT) if error.errno != 28 else NO_SPACE) from error
    print("Готово.", flush=True)


def fingerprint(lock):
    """Of what was asked for: changes with the lock and with the Python that made the environment."""
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


def healthy(lock):
    """This list, or the longer one of tests, was installed to the end, and every package of it is still there."""
    if not STAMP.is_file() or STAMP.read_text() not in (fingerprint(lock), fingerprint(DEV_LOCK)):
        return False
    return answers("-c", PROBE, str(lock))


def answers(*arguments):
    """Whether the environment's Python runs this: a moved folder or a removed Python leaves a broken one."""
    try:
        return subprocess.call([str(PYTHON), *(arguments or ("-c", ""))], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make():
    VENV.mkdir()
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise Stop(NO_SPACE if b"No space left" in made.stdout else NO_VENV)


def install(lock):
    if STAMP.is_file():
        STAMP.unlink()
    with LOG.open("wb") as log:
        code = subprocess.call([str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "-q", "--retries",
                                "2", "--require-hashes", "-r", str(lock)], stdout=log, stderr=subprocess.STDOUT)
    if code:
        said = LOG.read_text(encoding="utf-8", errors="replace")
        if "No space left" in said:
            raise Stop(NO_SPACE)
        raise Stop(NO_NETWORK if any(sign in said for sign in NETWORK_SIGNS) else NOT_INSTALLED.format(log=LOG))
    STAMP.write_text(fingerprint(lock))


def become(module, arguments):
    """Runs a module in the place of this process: what a server tells it to end must reach the program itself."""
    if os.name == "nt":  # there it would end for whoever waits, and go on unseen
        return run(module, arguments)
    sys.stdout.flush()
    os.chdir(str(ROOT))
    os.execve(str(PYTHON), [str(PYTHON), "-m", module, *arguments], dict(os.environ, PYTHONUTF8="1"))


def run(module, arguments):
    """Runs a module of the environment; Ctrl+C reaches it too, so here we only wait for its end."""
    environment = dict(os.environ, PYTHONUTF8="1")
    child = subprocess.Popen([str(PYTHON), "-m", module, *arguments], cwd=str(ROOT), env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
