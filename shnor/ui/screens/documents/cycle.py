"""«Управленческий цикл»: nine steps as a chain, each with its sign, and what proves it below."""

from shnor import wording
from shnor.datasets.works import GROUPS
from shnor.service.pages import cycle
from shnor.service.pages.cycle import PAPERS, STATES, Covered, Cycle, Proof, State
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import Cell, Markup, joined, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session

SIGNS: dict[State, str] = {"paper": "●", "data": "◐", "unknown": "○"}
HEAD = ("Шаг", "Есть ли", "Чем подтверждается")
SOURCE = "реестр документов; дорожные карты; отчёты школ; рекомендации; опросы; результаты"
LEGEND = ". ".join(f"{SIGNS[state]} {STATES[state]}" for state in SIGNS) + "."
NOTE = ("Документы года и прошлого года, а действующие дольше — по графе «Действует до»; шаг узнаётся по виду и "
        "заголовку документа. «Нет сведений» не значит, что работы не было.")

OF_GROUP = ("По группе процедур отобраны работы шага «Мониторинг» и документы: документ, который называет только "
            "процедуры других групп, не показан; остальное общее для всех процедур.")


def shown(session: Session, school: str, name: str, group: str = "") -> Shown | None:
    """Of a school, or of the municipality (school ""). group: of procedures, "" = all."""
    made = cache.built(session, cycle.build, day=session.day, school=school, group=group)
    if not made.steps:
        return None
    rows = tuple((one.step.title, STATES[one.state], "; ".join(proof.text for proof in proofs(one)))
                 for one in made.steps)
    of_group = f", {GROUPS[made.group]}" if made.group else ""
    block = Block("documents-cycle", f"Управленческий цикл {made.year} года{of_group}: {cycle.in_words(made)}", name,
                  session.day, SOURCE, HEAD, rows, sort=False, bare=True,
                  notes=(LEGEND, NOTE, *([OF_GROUP] if made.group else [])))
    return Shown(block, body=chain(made) + html.fold("Чем подтверждается каждый шаг", _table(session, made)))


def proofs(one: Covered) -> tuple[Proof, ...]:
    """Papers before data; of many papers the newest."""
    more = len(one.papers) - PAPERS
    rest = (Proof(f"ещё {wording.counted(more, 'документ')}"),) if more > 0 else ()
    return (*one.papers[:PAPERS], *rest, *one.data)


def chain(made: Cycle) -> Markup:
    return tag("<ol class='shnor-cycle'>{}</ol>", joined(
        tag("<li class='{}' title='{}'><b>{}</b>{}<span class='shnor-aloud'>: {}</span></li>", one.state,
            STATES[one.state], SIGNS[one.state], one.step.title, STATES[one.state]) for one in made.steps))


def _table(session: Session, made: Cycle) -> Markup:
    return html.table_html(HEAD, [[one.step.title, f"{SIGNS[one.state]} {STATES[one.state]}", _told(session, one)]
                                  for one in made.steps])


def _told(session: Session, one: Covered) -> Cell:
    told = [to_rows(session, proof.text, proof.metric, proof.where) if proof.metric else proof.text
            for proof in proofs(one)]
    return [piece for part in told for piece in ("; ", part)][1:]
