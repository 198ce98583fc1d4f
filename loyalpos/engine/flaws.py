"""Why a document of somebody else's cannot be read."""

from enum import StrEnum

__all__ = ["Flaw"]


class Flaw(StrEnum):
    """Why a document cannot be read."""

    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    REPEATED = "repeated"
    OTHER_FORMAT = "other_format"
    OTHER_VERSION = "other_version"
    MISSING = "missing"
    UNEXPECTED = "unexpected"
    NOT_WHOLE = "not_whole"
    NOT_TEXT = "not_text"
    NOT_YES_NO = "not_yes_no"
    NOT_DATE = "not_date"
    NOT_INSTANT = "not_instant"
    NOT_CHOICE = "not_choice"
    NOT_LIST = "not_list"
    NOT_OBJECT = "not_object"
    NOT_FRACTION = "not_fraction"
    TOO_DEEP = "too_deep"
    OUT_OF_RANGE = "out_of_range"
    OUT_OF_ORDER = "out_of_order"
    NO_SUCH_NAME = "no_such_name"
