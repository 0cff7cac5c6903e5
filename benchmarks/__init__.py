"""Ratios against named baselines, measured in one run. No test asserts a time."""
