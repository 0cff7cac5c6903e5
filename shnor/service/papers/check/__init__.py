"""A finished paper beside the base: which of its figures agree, differ, cannot be checked, and why."""
