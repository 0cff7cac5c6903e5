"""Where what a school has handed in stands, in words."""

from datetime import datetime

from shnor.desk import Sent
from shnor.service.month.forms import Forms

OVER = {"accepted": "принят", "returned": "возвращён"}


def told(sent: Sent, forms: Forms) -> str:
    """«отправлен 24.11 в 16:40, центр ещё не принял», «принят 25.11», «возвращён 25.11: не тот месяц»."""
    if sent.state == "open":
        return "проверен, но не отправлен"
    if sent.state == "sent":
        return f"отправлен {moment(sent.at or sent.begun, forms)}, центр ещё не принял"
    on = day(sent.closed or sent.begun, forms)
    if sent.state == "withdrawn":
        return f"{sent.note or 'взят обратно'} {on}"
    return ": ".join(filter(None, (f"{OVER[sent.state]} {on}", sent.note)))


def day(at: datetime, forms: Forms) -> str:
    """«24.11», as people here lived it."""
    return f"{at.astimezone(forms.zone):%d.%m}"


def moment(at: datetime, forms: Forms) -> str:
    """«24.11 в 16:40»."""
    return f"{at.astimezone(forms.zone):%d.%m в %H:%M}"
