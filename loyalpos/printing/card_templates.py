"""The templates that come with the program, each read when it is first drawn."""

from __future__ import annotations

import sys
from functools import cache

from loyalpos.engine.card_design import CardDesign
from loyalpos.engine.documents import text_of
from loyalpos.errors import DocumentUnsound, TemplateUnsound
from loyalpos.printing.card_template import CardTemplate, read_template
from loyalpos.settings import resource

__all__ = ["card_template", "template_names"]

_ENDING = ".card.json"


@cache
def template_names() -> tuple[str, ...]:
    """List the templates in the order in which they are offered, damaged ones last."""
    names = (path.name.removesuffix(_ENDING) for path in resource("cards").glob(f"*{_ENDING}"))
    return tuple(sorted(names, key=lambda name: (_order(name), name)))


def card_template(name: str) -> CardTemplate:
    """Give a template; for a name that is not there the first one.

    Raises:
        TemplateUnsound: Its file cannot be read, or is none.
    """
    # By the list of names, and not by looking on the disk for each side of each card.
    return _read(name if name in template_names() else CardDesign().template)


def _order(name: str) -> int:
    try:
        return _read(name).order
    except TemplateUnsound:
        return sys.maxsize


@cache
def _read(name: str) -> CardTemplate:
    path = resource("cards", name + _ENDING)
    try:
        return read_template(text_of(path.read_bytes()))
    except OSError as error:
        raise TemplateUnsound(name, "$") from error
    except DocumentUnsound as error:
        raise TemplateUnsound(name, error.path) from error
