"""Programmes of help as a table with small pictures; help by subject, kind by kind."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from shnor import periods, wording, wording_change
from shnor.charts import inline
from shnor.metrics import METRICS
from shnor.service.pages.demand import OPTION, Asked, Demand
from shnor.service.pages.programmes import ATTENDANCE, PEOPLE, SESSIONS, Part, ProgrammesPage
from shnor.ui.kit import heat
from shnor.ui.kit.block import Block, Held, Row, Shown
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Cell, Link, Marked, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.support.matrices import month_name

SOURCE = METRICS[SESSIONS].source
NOT_SAID, NOT_ASKED = "не указано", "не спрашивали"
Line = list[Shade | Cell | Markup]


def rows_of(session: Session, data: ProgrammesPage, asked: Demand | None) -> Row:
    return [programmes(session, data), demand(session, data, asked)], [subjects(session, data)]


def programmes(session: Session, data: ProgrammesPage) -> Shown | None:
    """A programme a line, its modules under it."""
    if not data.programmes:
        return None
    head = ("Программа, модуль", "занятия, янв → дек", "занятий", "пришли", "из приглашённых", "школ")
    lines: list[Line] = []
    plain: list[tuple[Held, ...]] = []
    for programme in data.programmes:
        for part in (programme.whole, *programme.modules):
            lines.append(_line(session, data, part, inside=part is not programme.whole))
            plain.append(_plain(part))
    coming = [f"{programme.whole.name}: {wording.day(programme.coming)}" for programme in data.programmes
              if programme.coming]
    made = Block("support-programmes", f"Программы помощи в {data.year} году", data.set, data.day, SOURCE,
                 ("Программа, модуль", "занятий", "пришли", "приглашено", "школ"), tuple(plain), bare=True,
                 notes=(f"Дальше: {'; '.join(coming)}." if coming else "", _counted(data)))
    return Shown(made, body=heat.cells(head, lines, mark="shnor-programmes"))


def demand(session: Session, data: ProgrammesPage, found: Demand | None) -> Shown | None:
    """What teachers chose in the survey beside what was held, what most wished first."""
    if found is None:
        return None
    head = ("Модуль", "хотели бы", "занятий", "пришли")
    plain: tuple[tuple[Held, ...], ...] = tuple(
        (one.name, wording.figure_text(one.wished) if one.wished else NOT_ASKED, one.sessions,
         one.people if one.held else None) for one in found.asked)
    made = Block("support-demand", f"Что просили и что провели: модули, {data.year} год", found.set, data.day,
                 f"{METRICS[OPTION].source}; {SOURCE}", head, plain, bare=True,
                 notes=(f"Опрос {wording.quoted(found.survey)}, {periods.parse(found.wave).title}, вопрос "
                        f"{wording.quoted(found.question)}: можно было выбрать несколько. Модуль опроса и модуль "
                        "программы — один, если названы одними словами.",))
    return Shown(made, body=heat.cells(head, [_asked(session, data, one) for one in found.asked],
                                       mark="shnor-programmes"))


def _asked(session: Session, data: ProgrammesPage, one: Asked) -> Line:
    wished: Cell = NOT_ASKED
    if one.wished:
        words = wording_change.of_few(wording.figure_text(one.wished), one.wished.denominator or 0)
        wished = to_rows(session, words, OPTION, one.where)
    sessions: Cell = "не было" if not one.sessions or one.held is None else to_rows(
        session, str(one.sessions), SESSIONS, one.held.where, day=data.day)
    came: Cell = "" if not one.people or one.held is None else to_rows(
        session, str(one.people), PEOPLE, one.held.where, day=data.day)
    return [one.name, wished, sessions, came]


def _counted(data: ProgrammesPage) -> str:
    """What is left out of the people, and how a session over a border stands."""
    silent = sum(sum(programme.whole.figures[PEOPLE].more.values()) for programme in data.programmes)
    across = [f"{programme.whole.name} {_days(code)}" for programme in data.programmes
              for code in programme.whole.across]
    words = (f"Занятие через границу месяца стоит один раз, в месяце первого дня{_named(across)}. Человек на двух "
             "занятиях посчитан дважды.")
    return words + (f" Занятий без числа пришедших: {silent}." if silent else "")


def _named(across: list[str]) -> str:
    """« (Умные каникулы 28.03–05.04)»"""
    return f" ({'; '.join(across)})" if across else ""


def _days(code: str) -> str:
    """«28.03–05.04»"""
    return f"{periods.first_day(code):%d.%m}{wording.DASH}{periods.final_day(code):%d.%m}"


def _plain(part: Part) -> tuple[Held, ...]:
    attended = part.figures[ATTENDANCE]
    return (part.name, part.figures[SESSIONS].numerator, part.figures[PEOPLE].numerator, attended.denominator or None,
            part.schools)


def _line(session: Session, data: ProgrammesPage, part: Part, *, inside: bool) -> Line:
    n, people, attended = (part.figures[name] for name in (SESSIONS, PEOPLE, ATTENDANCE))
    said = ", ".join(f"{month_name_of(data, place)} {count}" for place, count in enumerate(part.held) if count)
    picture = Markup(inline.months(part.held, part.ahead, f"{part.name}: {said or 'занятий не было'}", step=14))
    share: Cell | Markup = NOT_SAID
    if attended.denominator:
        words = f"{attended.numerator} из {attended.denominator}"
        share = tag("<span class='shnor-ofplan'>{}{}</span>",
                    Markup(inline.bullet(attended.numerator, attended.denominator, words, width=48)),
                    words)
    return [Marked(part.name, "shnor-inside" if inside else "shnor-strong"), picture,
            to_rows(session, str(n.numerator), SESSIONS, part.where, day=data.day) if n.numerator else "0",
            to_rows(session, str(people.numerator), PEOPLE, part.where, day=data.day) if people.numerator else NOT_SAID,
            share, str(part.schools) if part.schools else NOT_SAID]


def month_name_of(data: ProgrammesPage, place: int) -> str:
    return month_name(date(data.year, place + 1, 1))


def subjects(session: Session, data: ProgrammesPage) -> Shown | None:
    """Kind × subject; the last line is sessions of programmes."""
    if not data.subjects:
        return None
    head: tuple[Cell, ...] = ("Предмет", *map(wording.event_kinds, data.kinds),
                              *(["занятия программ"] if data.sessions else []))
    lines: list[Line] = [[wording.capital(subject), *(_event(session, data, kind, subject) for kind in data.kinds),
              *([_session(session, data, subject)] if data.sessions else [])] for subject in data.subjects]
    plain: tuple[tuple[Held, ...], ...] = tuple(
        (subject, *(data.by_subject.get((kind, subject), 0) for kind in data.kinds),
         *([data.sessions.get(subject, 0)] if data.sessions else [])) for subject in data.subjects)
    made = Block("support-by-subject", f"Помощь по предметам в {data.year} году", data.subjects_set, data.day,
                 f"{METRICS['events_count'].source}; {SOURCE}", tuple(map(str, head)), plain, bare=True,
                 notes=("Записи, в которых предмет назван. Пусто: записей нет.",))
    return Shown(made, body=heat.cells(head, lines))


def _event(session: Session, data: ProgrammesPage, kind: str, subject: str) -> Shade:
    n = data.by_subject.get((kind, subject), 0)
    return _shade(session, data, n, "events_count", {"event_kind": kind, "subject": subject},
                  f"{subject}, {wording.event_kinds(kind)}")


def _session(session: Session, data: ProgrammesPage, subject: str) -> Shade:
    return _shade(session, data, data.sessions.get(subject, 0), SESSIONS, {"subject": subject},
                  f"{subject}, занятия программ")


def _shade(session: Session, data: ProgrammesPage, n: int, metric: str, where: Mapping[str, str], said: str) -> Shade:
    if not n:
        return Shade()
    link: Link = to_rows(session, str(n), metric, {**data.where, **where, "year": str(data.year)}, day=data.day)
    return Shade(str(n), n, link, hint=f"{said}: {n}")
