"""Cards ordered without a window: the same services, faces and painting as on the office's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.batches import Batch, Way
from loyalpos.engine.codes import CardScan, decode
from loyalpos.errors import BatchUnknown, CannotWrite, CodeUnknown, MemberWithoutCard
from loyalpos.printing.calibration import TRUE, Calibration
from loyalpos.printing.image import sheet_pictures
from loyalpos.printing.layouts import Holds, SheetLayout
from loyalpos.printing.png import write_png
from loyalpos.printing.sheet import cards_pdf
from loyalpos.services.till import Till
from loyalpos.settings import try_folder
from loyalpos.ui.office.card_face import CardLines, blank_face, card_lines, face_of

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["Made", "Order", "carry_out"]


class Order(Struct, frozen=True):
    """Which cards, on which paper, and where to.

    Attributes:
        out: A ``.pdf`` file, or a ``.png`` whose name more pages follow with a number each.
        layout: How they lie on paper.
        blanks: So many new ones; 0 where others are wanted.
        codes: Of members, as they are scanned or read aloud.
        batch: The number of a batch whose blanks are wanted again.
        first: Number of the first card to paint.
        calibration: Of the printer the file is meant for.
    """

    out: Path
    layout: SheetLayout
    blanks: int = 0
    codes: tuple[str, ...] = ()
    batch: int | None = None
    first: int = 1
    calibration: Calibration = TRUE


class Made(Struct, frozen=True):
    """What came of an order: how many cards, in which files, and the number of their batch."""

    cards: int
    files: tuple[Path, ...]
    batch: int | None


def carry_out(till: Till, order: Order) -> Made:
    """Make what was ordered; new blanks are a batch of the shop from then on.

    Raises:
        CannotWrite: The file cannot be written; no batch was made if that could be known before.
        CodeUnknown: No member has one of the codes.
        MemberWithoutCard: One of the members has no card of ours.
        BatchUnknown: There is no such batch.
    """
    if not order.out.parent.is_dir():
        raise CannotWrite(order.out)
    try_folder(order.out.parent)
    batch, faces = _faces(till, order)
    faces = faces[order.first - 1 :]
    if order.out.suffix.lower() == ".png":
        files = tuple(_write_pictures(faces, order))
    else:
        files = (order.out,) if _write_pdf(faces, order) else ()
    if files and order.layout.holds is Holds.CARDS:
        run = till.shop.outside.new_id()
        which = None if batch is None else batch.id
        till.print_runs.send(run, [face.code for face in faces], Way.FILE, batch=which)
    return Made(len(faces), files, None if batch is None else batch.number)


def _faces(till: Till, order: Order) -> tuple[Batch | None, tuple[CardFace, ...]]:
    lines = card_lines(till)
    if order.codes:
        return None, tuple(_member_face(till, code, lines) for code in order.codes)
    if order.blanks:
        action = till.shop.outside.new_id()
        codes = till.cards.issue(action, order.blanks)
        batch = till.cards.batch(action)
    else:
        batch = next((one for one in till.cards.batches() if one.number == order.batch), None)
        if batch is None:
            raise BatchUnknown(order.batch or 0)
        codes = till.cards.blanks_of(batch.id)
    return batch, tuple(blank_face(till, code, lines) for code in codes)


def _member_face(till: Till, typed: str, lines: CardLines) -> CardFace:
    decoded = decode("".join(typed.split()))
    code = decoded.code if isinstance(decoded, CardScan) else typed.strip()
    owner = till.members.by_code(code)
    if owner.why is not None:
        raise owner.why
    if owner.member is None:
        raise CodeUnknown(typed)
    face = face_of(till, till.members.member(owner.member), lines)
    if face is None:
        raise MemberWithoutCard(typed)
    # An account may have several cards of ours; the one that was named is printed.
    return replace(face, code=code) if isinstance(decoded, CardScan) else face


def _write_pdf(faces: tuple[CardFace, ...], order: Order) -> int:
    return cards_pdf(faces, order.out, layout=order.layout, calibration=order.calibration)


def _write_pictures(faces: tuple[CardFace, ...], order: Order) -> Iterator[Path]:
    sheets = -(-len(faces) // order.layout.cards)
    pages = sheets * (2 if order.layout.is_two_sided else 1)
    # One by one: a sheet of A4 takes 35 MB while it is drawn.
    for number, picture in enumerate(sheet_pictures(faces, order.layout), start=1):
        name = order.out.name if pages == 1 else f"{order.out.stem}-{number}{order.out.suffix}"
        path = order.out.with_name(name)
        write_png(path, picture)
        yield path
