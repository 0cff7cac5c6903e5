"""What each table is: one declaration per kind, data only."""

from shnor.datasets._base import Between, Column, Constraint, Kind, Layout, Longest, Rule, Shape, Unpivot
from shnor.datasets.achievements import ACHIEVEMENTS
from shnor.datasets.assignments import ASSIGNMENTS
from shnor.datasets.checklists import CHECKLISTS
from shnor.datasets.competence import COMPETENCE
from shnor.datasets.courses import COURSES
from shnor.datasets.deficits import DEFICITS
from shnor.datasets.delivery import Delivery
from shnor.datasets.documents import DOCUMENTS
from shnor.datasets.events import EVENTS
from shnor.datasets.exchange import Batch, Grid, Value, a1, column_letters, place_of
from shnor.datasets.indicator_values import INDICATOR_VALUES
from shnor.datasets.looks import Looks
from shnor.datasets.markers import MARKERS
from shnor.datasets.norms import NORMS
from shnor.datasets.packed import Kept
from shnor.datasets.places import Place, Places, Spot
from shnor.datasets.programmes import PROGRAMMES
from shnor.datasets.progress import PROGRESS
from shnor.datasets.recommendations import RECOMMENDATIONS
from shnor.datasets.requests import REQUESTS
from shnor.datasets.results import RESULTS
from shnor.datasets.risks import RISKS
from shnor.datasets.roadmap import ROADMAP
from shnor.datasets.routes import ROUTES
from shnor.datasets.schools import SCHOOLS
from shnor.datasets.staff import STAFF
from shnor.datasets.statuses import STATUSES
from shnor.datasets.support_roles import SUPPORT_ROLES
from shnor.datasets.surveys import SURVEYS

KINDS: dict[str, Kind] = {kind.id: kind for kind in (
    SCHOOLS,
    STATUSES,
    ROADMAP,
    PROGRESS,
    ASSIGNMENTS,
    COURSES,
    STAFF,
    EVENTS,
    REQUESTS,
    SURVEYS,
    RESULTS,
    INDICATOR_VALUES,
    SUPPORT_ROLES,
    DEFICITS,
    ROUTES,
    COMPETENCE,
    DOCUMENTS,
    CHECKLISTS,
    RISKS,
    MARKERS,
    RECOMMENDATIONS,
    PROGRAMMES,
    ACHIEVEMENTS,
    NORMS,
)}

__all__ = [
    "KINDS", "Batch", "Between", "Column", "Constraint", "Delivery", "Grid", "Kept", "Kind", "Layout", "Longest",
    "Looks", "Place", "Places", "Rule", "Shape", "Spot", "Unpivot", "Value", "a1", "column_letters", "place_of",
]
