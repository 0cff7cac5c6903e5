"""Papers that go out: written, checked, filled in."""
