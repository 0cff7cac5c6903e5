"""Kinds entered by hand one row at a time: which columns are asked first, and what is offered in open lists."""

from collections.abc import Mapping

from shnor.datasets.achievements import ACHIEVEMENT_TYPES
from shnor.datasets.checklists import OWN_LISTS
from shnor.datasets.deficits import GROUPS
from shnor.datasets.documents import DOCUMENT_TYPES
from shnor.datasets.programmes import OWN_PROGRAMMES
from shnor.datasets.risks import FACTORS
from shnor.datasets.support_roles import FUNCTIONS, ROLES

MOST = 8
"""Fields before «ещё»."""
BESIDE: Mapping[str, tuple[str, ...]] = {
    "support_roles": ("subject", "document", "function", "valid_to"),
    "deficits": ("subject", "group", "people", "instrument", "measure"),
    "routes": ("subject", "deficit", "state", "correction"),
    "competence": ("school_id", "subject", "role", "high", "middle", "low"),
    "documents": ("number", "level", "school_id", "refers_to", "link"),
    "checklists": ("school_id", "state", "checked_on", "checked_by", "document"),
    "risks": ("level", "chosen", "measure", "indicator", "source"),
    "markers": ("procedure", "subject", "grade", "source"),
    "recommendations": ("addressee", "school_id", "due", "state"),
    "programmes": ("module", "topic", "subject", "invited", "came", "schools"),
    "achievements": ("school_id", "held_on", "level", "took_part", "result", "link"),
    "norms": ("detail", "unit", "valid_to"),
}
"""Kind → columns asked after the required ones; the rest stands under «ещё»."""
OFFERED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("support_roles", "role"): tuple(ROLES.values())[:-1], ("support_roles", "function"): FUNCTIONS,
    ("deficits", "group"): tuple(GROUPS.values())[:-1], ("documents", "document_type"): DOCUMENT_TYPES,
    ("checklists", "checklist"): tuple(OWN_LISTS), ("risks", "factor"): tuple(FACTORS.values()),
    ("checklists", "item"): tuple(dict.fromkeys(item for items in OWN_LISTS.values() for item in items)),
    ("programmes", "programme"): OWN_PROGRAMMES,
    ("achievements", "achievement_type"): tuple(ACHIEVEMENT_TYPES.values())[:-1],
}
"""Offered in a column whose list is open; own words may be typed as well."""
