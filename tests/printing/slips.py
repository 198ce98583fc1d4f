"""The slips of a till: their words, and the paper they are printed on."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import zxingcpp
from msgspec.structs import replace
from PySide6.QtGui import QImage

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.slips import Slip
from loyalpos.printing.customer.tongue import Language
from loyalpos.printing.lettering import fit
from loyalpos.printing.raster import Raster
from loyalpos.printing.slip import Block, Code, Mark, Pair, Say, code_side, laid_out, slip_raster
from loyalpos.printing.slip_words import SlipWishes, slip_blocks
from loyalpos.services.till import Till
from tests.shops import PROGRAM, World, new_till

SHOP = ShopDescription(
    "Quán Cà Phê Mây",
    "12 Hàng Bài, Hà Nội · 024 3825 0000",
    slip_terms="Đổi trả trong 3 ngày, còn hoá đơn.",
    slip_greeting="Cảm ơn anh chị ☕",
)

LONGEST_NAME = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên Nguyễn Trần Thị Ẩ"
CARRIED = replace(PROGRAM, remainder=Remainder.CARRIED)


def till_of(folder: Path, program: Program = PROGRAM, shop: ShopDescription = SHOP) -> Till:
    return new_till(folder, World(3), program=program, description=shop)


def sold(till: Till, member: UUID, total_vnd: int, *taken: Taken, number: str | None = None) -> UUID:
    action = till.shop.outside.new_id()
    return till.counter.record_bill(action, member, Bill(total_vnd, number=number), taken).bill


def told(till: Till, record: UUID) -> Slip:
    slip = till.slips.slip(record)
    assert slip is not None
    return slip


def blocks_of(
    till: Till, record: UUID, language: Language = "vi", *, code: bool = False, again: bool = False
) -> tuple[Block, ...]:
    wishes = SlipWishes(language, code=code, again=again)
    return slip_blocks(told(till, record), till.shop.description, wishes)


def words_of(blocks: tuple[Block, ...]) -> str:
    """Everything a slip says, a block to the line."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Say() | Mark():
                lines.append(block.text)
            case Pair():
                lines.append(f"{block.left} | {block.right}")
            case _:
                pass
    return "\n".join(lines).replace("\u00a0", " ")


def assert_nothing_clipped(blocks: tuple[Block, ...], width: int) -> Raster:
    """Every text is whole and inside its box, boxes lie apart and on the paper, and no dot outside them."""
    boxes, height = laid_out(blocks, width)
    for box in boxes:
        assert not box.shortened, box.text
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= width
        assert box.bottom <= height
        if isinstance(box.block, Code):
            assert box.width == box.height == code_side(width)
        if box.lettering is not None:
            edge = 20 if isinstance(box.block, Mark) else 0
            fitted = fit(box.text, box.lettering, box.width - edge, box.height - edge)
            assert not fitted.shortened, box.text
            assert not fitted.overflows, box.text
    for one in boxes:
        for other in boxes:
            assert one is other or not one.rectangle.intersects(other.rectangle), (one.text, other.text)
    raster = slip_raster(blocks, width)
    assert (raster.width, raster.height) == (width, height)
    image = raster.image()
    for box in boxes:
        for down in range(-1, box.height + 1):
            for across in range(-1, box.width + 1):
                at = box.left + across, box.top + down
                if 0 <= at[0] < width and 0 <= at[1] < height:
                    image.setPixel(*at, 0xFFFFFFFF)
    left = image.convertToFormat(QImage.Format.Format_Grayscale8)
    assert b"\x00" not in bytes(left.constBits()), "dots outside every box"
    return raster


def codes_on(raster: Raster) -> list[str]:
    image = raster.image().convertToFormat(QImage.Format.Format_Grayscale8)
    return [found.text for found in zxingcpp.read_barcodes(image)]
