"""The table of a block as a file of Excel."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from shnor.ui.server.forms import XLSX
from shnor.ui.server.person import PERSON

GONE = "Эта ссылка устарела: откройте страницу ещё раз и нажмите «Excel»."


async def export(request: Request) -> Response:
    """`/shnor/table/{key}/{name}`: what a drawn block offered to whoever asks under the key."""
    from shnor.ui.run import exports  # slow, and a second start of run.py needs no tables
    from shnor.workbooks.table import workbook

    person = request.scope.get(PERSON)  # nobody on one's own computer
    table = exports.offered(request.path_params["key"], person.login if person else "")
    if table is None:
        return PlainTextResponse(GONE, 404)
    name = f"attachment; filename*=UTF-8''{quote(request.path_params['name'])}"
    return Response(await run_in_threadpool(workbook, table), media_type=XLSX,
                    headers={"content-disposition": name, "cache-control": "no-store"})
