"""What was set up wrong is said at the start, by the name of its variable; on one's own computer nothing of it is
loaded."""

import os
import subprocess
import sys

import pytest

from shnor.ui.server.oidc import setup
from tests.ui.server.oidc.liar import SECRET

RIGHT = {"SHNOR_OIDC_ISSUER": "https://id.example.ru", "SHNOR_OIDC_CLIENT": "shnor"}
LOADED = ("import sys; {}; print(sorted({{'authlib', 'joserfc'}} & set(sys.modules)), "
          "'shnor.ui.server.oidc' in sys.modules)")


def test_a_right_setup_gives_the_secret(known):
    assert setup.secret(known("https://id.example.ru/realms/city")) == SECRET


@pytest.mark.parametrize(("wrong", "said"), [
    ({"issuer": "http://id.example.ru"}, "SHNOR_OIDC_ISSUER"), ({"issuer": "id.example.ru"}, "SHNOR_OIDC_ISSUER"),
    ({"issuer": "https://id.example.ru?x=1"}, "SHNOR_OIDC_ISSUER"), ({"client": ""}, "SHNOR_OIDC_CLIENT"),
    ({"ca": "nowhere"}, "SHNOR_OIDC_CA"), ({"secret_file": "nowhere"}, "SHNOR_OIDC_SECRET_FILE"),
    ({"secret_file": "."}, "SHNOR_OIDC_SECRET_FILE")])
def test_a_wrong_setup_is_named(known, wrong, said):
    with pytest.raises(setup.BadSetup, match=said):
        setup.secret(known(**{"issuer": "https://id.example.ru"} | wrong))


@pytest.mark.parametrize(("mode", "said"), [(0o640, "chmod 600"), (0o604, "chmod 600"), (0o600, "пуст")])
def test_a_secret_others_may_read_is_no_secret(known, tmp_path, mode, said):
    if os.name == "nt":
        pytest.skip("Windows knows no such rights.")
    path = tmp_path / "open"
    path.write_text("" if mode == 0o600 else "word", "utf-8")
    path.chmod(mode)
    with pytest.raises(setup.BadSetup, match=said):
        setup.secret(known("https://id.example.ru", secret_file=path))


@pytest.mark.parametrize(("environment", "loaded"), [
    pytest.param(RIGHT, "[] False", id="alone-though-one-is-named"),
    pytest.param({"SHNOR_ORIGIN": "https://monitor.example.ru"}, "[] False", id="a-server-without-one"),
    pytest.param(RIGHT | {"SHNOR_ORIGIN": "https://monitor.example.ru"}, "['authlib', 'joserfc'] True",
                 id="a-server-with-one")])
def test_what_speaks_with_a_provider_is_loaded_where_there_is_one(environment, loaded, known, tmp_path):
    values = {name: value for name, value in os.environ.items() if not name.startswith("SHNOR_")}
    values |= {"SHNOR_DATA": str(tmp_path), "SHNOR_TODAY": "2026-11-27", **environment,
               "SHNOR_OIDC_SECRET_FILE": str(known("").secret_file)}
    started = LOADED.format("import app; from shnor.ui.server import warm; warm.warm()")
    ran = subprocess.run([sys.executable, "-c", started], capture_output=True, check=True, text=True, env=values)
    assert ran.stdout.strip() == loaded
