"""What the counter is busy with."""

from enum import Enum

__all__ = ["View"]


class View(Enum):
    """What the counter is busy with; each shows other panels."""

    IDLE = "idle"
    BILL = "bill"
    ENROL = "enrol"
    RETURN = "return"
    LINK = "link"
    SERVE = "serve"
    TERMS = "terms"
