"""A month's report while the school fills it in: every cell is written down at once, without names of people."""

from collections.abc import Mapping

from shnor.desk import Draft
from shnor.service.desk.own import SchoolDesk, Written, without_people


def of(own: SchoolDesk) -> Draft:
    """What was typed and has not been accepted yet: a report that came back or was taken back is mended here."""
    draft = own.desk.drafts.of(own.school, own.month)
    taken = [one for one in own.desk.post.over(own.school) if one.state == "accepted" and one.way == "form"
             and one.month == own.month]
    if draft.at and any(one.begun >= draft.at for one in taken):
        own.desk.drafts.drop(own.school, own.month)
        return Draft()
    return draft


def put(own: SchoolDesk, name: str, text: str) -> Written:
    """Write down one cell. Raises Refused for a text that is too long."""
    kept = without_people(text)
    put_all(own, {name: kept.text})
    return kept


def put_all(own: SchoolDesk, values: Mapping[str, str]) -> None:
    """Several cells whose texts passed the door. What has been accepted meanwhile does not come back with them."""
    of(own)
    own.desk.drafts.put(own.school, own.month, values, by=own.by.title)
