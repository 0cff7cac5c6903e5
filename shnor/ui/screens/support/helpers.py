"""Who helps: a dot where somebody is appointed, a ring where nobody is, school × role and school × subject."""

from collections.abc import Sequence

from markupsafe import Markup

from shnor import wording
from shnor.datasets.support_roles import ROLES
from shnor.metrics import METRICS, Figure
from shnor.service.pages.helpers import MENTOR, TUTOR, Helper, Helping, Supported
from shnor.ui.kit import heat, html
from shnor.ui.kit.block import Block, Held, Row, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Marked, Tile
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.support.matrices import MOST

ONE, NOBODY, WHOLE, UNTOLD = "●", "○", "◐", "не внесено"
NO_ORDER = "приказ не указан"
SIGNS = f"{ONE} закреплён, {NOBODY} не закреплён. "
NAMES = {"municipal_coordinator": "муницип. координатор", "other": "другие"}
SHARE, SUBJECTS = "support_mentor_share", "support_subjects_untutored"


def rows_of(session: Session, data: Helping) -> Row:
    """Two matrices side by side."""
    if not data.known:
        return [], []
    return [by_role(session, data), held(session, data)], [by_subject(session, data)]


def _name(session: Session, school: Supported) -> Cell:
    link = to_school(session, school.card.school_id, wording.typeset(school.card.name))
    return link if school.card.on_list else (link, Marked(" не в перечне", "shnor-small"))


def by_role(session: Session, data: Helping) -> Shown:
    """Holes are seen; a school nobody was entered for is told apart from one without helpers."""
    head = ("Школа", *(_role(role) for role in data.roles))
    lines = [[_name(session, school), *(_of_role(session, data, school, role) for role in data.roles)]
             for school in data.schools]
    made = Block("support-roles", "Кто закреплён за школами", _set(data), data.day, METRICS["support_helpers"].source,
                 head, tuple(_plain(school, [len(school.of(role)) for role in data.roles]) for school in data.schools),
                 bare=True, notes=(f"{SIGNS}Цифра: сколько закреплений.", _told(session, data)))
    return Shown(made, body=_matrix(head, lines))


def _role(role: str) -> str:
    return wording.capital(NAMES.get(role, ROLES[role]))


def _set(data: Helping) -> str:
    return data.figures[SHARE].set


def _told(session: Session, data: Helping) -> Cell:
    """«Наставник закреплён приказом: 5 из 6 школ перечня; приказ не указан: 1»."""
    figure = data.figures[SHARE]
    if not session.scope.sees_all:
        return ""
    if not figure.denominator:
        return "Перечень школ на этот день не внесён."
    link = to_rows(session, wording.k_of_n(figure.numerator, figure.denominator), SHARE, {}, day=data.day)
    schools = wording.agreed(figure.denominator, "школы", "школ", "школ")
    return ("Наставник закреплён приказом: ", link, f" {schools} перечня{_no_order(figure)}.")


def _no_order(figure: Figure) -> str:
    n = figure.more.get(METRICS[SHARE].more["is_without_order"], 0)
    return f"; {NO_ORDER}: {n}" if n else ""


def _plain(school: Supported, counts: Sequence[int | str]) -> tuple[Held, ...]:
    return (school.card.name, *(counts if school.told else [UNTOLD] * len(counts)))


def _of_role(session: Session, data: Helping, school: Supported, role: str) -> Shade:
    found, where = school.of(role), f"{school.card.name}, {ROLES[role]}"
    if found:
        return _dot(session, data, school, found, where, role)
    if not school.told:
        return Shade("?", hint=f"{where}: {UNTOLD}", mark="unsaid")
    return Shade(NOBODY, hint=f"{where}: не закреплён", mark="hole") if school.card.on_list else Shade()


def _dot(session: Session, data: Helping, school: Supported, found: Sequence[Helper], where: str, role: str,
         **more: str) -> Shade:
    text = ONE if len(found) == 1 else str(len(found))
    link = to_rows(session, text, "support_helpers",
                   {"school_id": school.card.school_id, "role_id": role, **more}, day=data.day)
    return Shade(text, link=link, hint=f"{where}: {'; '.join(map(who, found))}", mark="there")


def who(helper: Helper) -> str:
    """«учитель МАОУ гимназии № 1, математика, приказ от 13.02.2026 № 22»."""
    return ", ".join(filter(None, (helper.who, helper.subject, helper.document or NO_ORDER)))


def by_subject(session: Session, data: Helping) -> Shown | None:
    """Of every school its subjects: with a tutor, or without one where it may be needed."""
    if not data.subjects:
        return None
    head: tuple[Cell, ...] = ("Школа", *(Marked(wording.capital(subject), "upright") for subject in data.subjects))
    lines = [[_name(session, school), *(_tutor(session, data, school, subject) for subject in data.subjects)]
             for school in data.schools]
    plain = tuple(_plain(school, [_state(school, subject) for subject in data.subjects]) for school in data.schools)
    made = Block("support-subjects", "Предметы и тьюторы", _set(data), data.day, METRICS[SUBJECTS].source,
                 ("Школа", *data.subjects), plain, bare=True, notes=(_signs(data), _without(session, data)))
    return Shown(made, body=_matrix(head, lines))


def _state(school: Supported, subject: str) -> str:
    if school.of(TUTOR, subject):
        return "тьютор"
    if school.of(TUTOR, "") and subject in school.asked:
        return "тьютор школы"
    return "не закреплён" if subject in school.asked else ""


def _tutor(session: Session, data: Helping, school: Supported, subject: str) -> Shade:
    state, where = _state(school, subject), f"{school.card.name}, {subject}"
    if state == "тьютор":
        return _dot(session, data, school, school.of(TUTOR, subject), where, TUTOR, subject=subject)
    if not state:
        return Shade()
    if not school.told:
        return Shade("?", hint=f"{where}: {UNTOLD}", mark="unsaid")
    if state == "тьютор школы":
        return Shade(WHOLE, hint=f"{where}: тьютор закреплён за всей школой", mark="hole")
    return Shade(NOBODY, hint=f"{where}: тьютор не закреплён", mark="hole")


def _signs(data: Helping) -> str:
    """What a blank is, and whose subjects are not known."""
    unknown = [school.card.name for school in data.schools if not school.taught]
    whole = any(school.of(TUTOR, "") for school in data.schools)
    parts = [f"{SIGNS}Пусто: предмет не ведут или по нему нет ни дефицитов, ни результатов."]
    if whole:
        parts.append(f"{WHOLE} тьютор закреплён за всей школой.")
    if unknown:
        parts.append(f"Кадров по предметам нет: {', '.join(unknown)}.")
    return " ".join(parts)


def _without(session: Session, data: Helping) -> Cell:
    figure = data.figures[SUBJECTS]
    if not figure.denominator:
        return ""
    link = to_rows(session, wording.k_of_n(figure.numerator, figure.denominator), SUBJECTS, {}, day=data.day)
    rest = f" Нигде нет тьюторов по предметам: {', '.join(data.rest)}." if data.rest else ""
    whose = " школ перечня" if session.scope.sees_all else ""
    return ("Тьютор не закреплён: ", link, f" предметов{whose}.{rest}")


def held(session: Session, data: Helping) -> Shown | None:
    """What mentors, tutors and curators held in the year, by the log."""
    if not data.held:
        return None
    roles = [role for role in ROLES if any(one == role for one, _ in data.held)]
    head = ("Кто проводил", *map(wording.event_kinds, data.kinds))
    lines: list[list[Shade | Cell]] = [
        [_role(role), *(_held(session, data, role, kind) for kind in data.kinds)] for role in roles]
    plain: tuple[tuple[Held, ...], ...] = tuple(
        (_role(role), *(data.held.get((role, kind), 0) for kind in data.kinds)) for role in roles)
    made = Block("support-held", f"Что они провели в {data.year} году", data.held_set, data.day,
                 METRICS["events_count"].source, head, plain, bare=True,
                 notes=("По столбцу «Кто проводил» журнала мероприятий.",))
    return Shown(made, body=heat.cells(head, lines))


def _held(session: Session, data: Helping, role: str, kind: str) -> Shade:
    n = data.held.get((role, kind), 0)
    if not n:
        return Shade()
    where = {**data.where, "organiser": role, "event_kind": kind, "year": str(data.year)}
    return Shade(str(n), n, to_rows(session, str(n), "events_count", where, day=data.day),
                 hint=f"{_role(role)}, {wording.event_kinds(kind)}: {n}")


def _matrix(head: Sequence[Cell], lines: Sequence[Sequence[Shade | Cell]]) -> Markup:
    first = heat.cells(head, lines[:MOST], mark="shnor-dots")
    return first + html.fold(f"Ещё {wording.counted(len(lines) - MOST, 'школа')}",
                             heat.cells(head, lines[MOST:], mark="shnor-dots")) if len(lines) > MOST else first


def tile(session: Session, data: Helping) -> list[Tile]:
    """Schools of the list with a mentor by order, and those without; nothing where nobody was entered."""
    figure = data.figures[SHARE]
    if not (figure.denominator and session.scope.sees_all):  # a part of the list is no list
        return []
    return [Tile("Наставник закреплён приказом", to_rows(session, str(figure.numerator), SHARE, {}, day=data.day),
                 whole=f"{_of(figure.denominator)} перечня", words=_missing(data) + _no_order(figure), id=SHARE)]


def _of(n: int) -> str:
    return f"из {n} {wording.agreed(n, 'школы', 'школ', 'школ')}"


def _missing(data: Helping) -> str:
    """Where the centre has something to do."""
    missing = [school.card.name for school in data.schools if school.card.on_list and not school.of(MENTOR)]
    if not missing:
        return "у каждой школы перечня есть наставник"
    return f"не закреплён: {', '.join(missing[:2])}" + (f" и ещё {len(missing) - 2}" if len(missing) > 2 else "")
