"""Empty forms as files: a link gives one without a run of a page."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def empty_form(request: Request) -> Response:
    """The empty workbook of a kind, under the kind's title."""
    from shnor.datasets import KINDS  # slow, and a second start of run.py needs no forms
    from shnor.service.centre import templates

    kind = KINDS.get(request.path_params["kind"])
    if kind is None:
        return PlainTextResponse("Такой формы нет.", 404)
    name = f"attachment; filename*=UTF-8''{quote(kind.title)}.xlsx"
    return Response(await run_in_threadpool(templates.kind_template, kind.id), media_type=XLSX,
                    headers={"content-disposition": name, "cache-control": "no-cache"})
