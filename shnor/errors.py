"""What can go wrong, each with a Russian sentence a methodologist can act on."""


class ShnorError(Exception):
    """`str(error)` is shown to the user as it is: Russian, no technical words."""


class StoreError(ShnorError):
    """The base refused; nothing was written."""


class BaseInUse(StoreError):
    """Another process holds the base."""


class StateMoved(StoreError):
    """What was previewed was counted at an older state of the base."""


class MonthApproved(StoreError):
    """The month is approved and takes no rows until it is opened again."""
