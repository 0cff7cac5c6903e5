"""The show itself: one page with everything inside, which goes on when the line is lost."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from shnor.errors import ShnorError
from shnor.scope import Role
from shnor.ui.server.headers import POLICY_NAME
from shnor.ui.server.person import PERSON

WATCH: frozenset[Role] = frozenset({"coordinator", "head", "guest"})
CLOSED = "Этот показ не открыт. Попросите координатора открыть его для гостей семинара."


async def show(request: Request) -> Response:
    """`/shnor/show/{id}`: to the coordinator and the head any show, to a guest one that is open to guests."""
    person = request.scope.get(PERSON)  # nobody on one's own computer
    role: Role = person.role if person else "coordinator"
    if role not in WATCH:
        return PlainTextResponse(CLOSED, 403)
    try:
        page = await run_in_threadpool(_page, request.path_params["id"], role)
    except ShnorError as error:
        return PlainTextResponse(str(error), 404)
    if page is None:
        return PlainTextResponse(CLOSED, 403)
    from shnor.reports.slides import html

    return HTMLResponse(page, headers={
        "cache-control": "no-store", POLICY_NAME: f"{html.policy()}; frame-ancestors 'none'"})


def _page(id: str, role: Role) -> bytes | None:
    """None: a guest may not see it. Raises ShnorError."""
    from shnor.reports.slides import html  # slow, and a second start of run.py shows nothing
    from shnor.ui.run import shows
    from shnor.ui.screens.show import made

    opened = shows.store()
    kept = shows.of(opened).kept.get(id)
    if role == "guest" and not kept.guests:
        return None
    built = made.made(opened, kept)
    shows.tell(opened, kept, built)
    return html.html(built.deck)
