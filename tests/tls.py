"""Certificates of an authority nobody else knows, made anew by openssl for a run of the tests."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest


class Certificate(NamedTuple):
    """authority: what a client has to trust. certificate, key: what a server on this computer shows."""

    authority: Path
    certificate: Path
    key: Path


def made(folder: Path, *names: str) -> Certificate:
    """names: other hosts it is for, beside localhost and 127.0.0.1."""
    if not shutil.which("openssl"):
        if os.environ.get("CI"):
            pytest.fail("На сервере проверок нет openssl.")
        pytest.skip("Нет openssl: проверки по TLS пропущены.")
    authority, key, asked, certificate = (folder / name for name in ("ca.pem", "key.pem", "asked.pem", "server.pem"))
    known = ",".join(("IP:127.0.0.1", *(f"DNS:{name}" for name in ("localhost", *names))))
    fresh = ("-newkey", "rsa:2048", "-nodes")
    openssl(folder, "req", "-x509", *fresh, "-keyout", "ca.key", "-out", authority.name, "-days", "2", "-subj",
            "/CN=An authority of the tests", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(folder, "req", *fresh, "-keyout", key.name, "-out", asked.name, "-subj", "/CN=localhost", "-addext",
            f"subjectAltName={known}")
    openssl(folder, "x509", "-req", "-in", asked.name, "-CA", authority.name, "-CAkey", "ca.key", "-CAcreateserial",
            "-out", certificate.name, "-days", "2", "-copy_extensions", "copy")
    return Certificate(authority, certificate, key)


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
