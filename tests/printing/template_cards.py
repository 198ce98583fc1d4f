"""A card with everything on it in every template, painted for a test to look at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtGui import QImage, QPainter

from loyalpos.engine.card_design import CardDesign
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace, paint_side
from loyalpos.printing.card_parts import SideOfCard, Words
from loyalpos.printing.card_templates import card_template
from tests.printing.conftest import face

TEMPLATES = ("classic", "paper", "stamp", "scan", "wave", "night")
BRANDS = ("#0f6e5f", "#f2c230", "#a8324a", "#000000", "#ffffff", "#777777", "#0000ff", "#00ff00")
PX = 0.1
EDGE = 20

every_template = pytest.mark.parametrize("template", TEMPLATES)


def full(template: str, name: str | None = "Nguyễn Văn Đức", **more: Any) -> CardFace:
    design = CardDesign(
        template,
        tier=True,
        perks=True,
        hotline="1900 6868",
        greeting="Cảm ơn bạn đã là khách quen của quán!",
        terms="Hàng đổi trả trong 7 ngày kèm hoá đơn; điểm của món trả lại được trừ.",
    )
    named = name is not None
    return replace(
        face(name, since=date(2026, 3, 8) if named else None),
        design=design,
        tier="Vàng" if named else "",
        perks=("bàn yên tĩnh", "giao hàng miễn phí") if named else (),
        **more,
    )


def sides(template: str) -> tuple[SideOfCard, SideOfCard]:
    read = card_template(template)
    return read.front, read.back


def wordless(side: SideOfCard) -> SideOfCard:
    return replace(side, parts=tuple(part for part in side.parts if not isinstance(part, Words)))


def picture(card: CardFace, side: SideOfCard, scale: float = PX) -> Image.Image:
    size = round(CARD_WIDTH * scale) + 2 * EDGE, round(CARD_HEIGHT * scale) + 2 * EDGE
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.translate(EDGE, EDGE)
    painter.scale(scale, scale)
    paint_side(painter, card, side)
    painter.end()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX")
