"""One DuckDB file = one municipality. The only package with SQL; it filters and compares, it computes no indicator."""

from shnor.store.conflicts import sentence as conflict_sentence
from shnor.store.people import People
from shnor.store.steps import STEPS, Step
from shnor.store.store import Clock, Store
from shnor.store.types import Action, Change, Entry, Moved, Origin, Preview, Report, TableChange, Unseen, Upload
from shnor.store.view import ANYTHING, Filter, View
from shnor.store.words import key_text, quoted_value, value_text

__all__ = ["ANYTHING", "STEPS", "Action", "Change", "Clock", "Entry", "Filter", "Moved", "Origin", "People", "Preview",
           "Report", "Step", "Store", "TableChange", "Unseen", "Upload", "View", "conflict_sentence", "key_text",
           "quoted_value", "value_text"]
