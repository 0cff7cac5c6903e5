"""What makes passwords is loaded with the first one, and not on one's own computer."""

import subprocess
import sys

import pytest

LOADED = "import sys; {}; print('argon2' in sys.modules)"


@pytest.mark.parametrize(("done", "loaded"), [
    ("import app", "False"), ("from shnor.ui import pages", "False"),
    ("from shnor.access import passwords; passwords.fits('a', None)", "True")])
def test_its_library_is_loaded_with_the_first_password(done, loaded):
    ran = subprocess.run([sys.executable, "-c", LOADED.format(done)], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == loaded
