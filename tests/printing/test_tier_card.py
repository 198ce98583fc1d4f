"""What a tier brings stands on the printed card: its package, and the number to call."""

from __future__ import annotations

import unicodedata
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from loyalpos.engine.program import AmountOff, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.customer.program import short_lines
from loyalpos.printing.customer.tongue import Language
from loyalpos.printing.sheet import cards_pdf
from tests.printing.conftest import face

PLAN = TierPlan(
    tiers=(
        Tier("silver", "Bạc", 1_000_000, 1_000),
        Tier("gold", "Vàng", 5_000_000, package="Gói Thượng Khách", hotline="0909 123 456"),
    )
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("rewards", [0, 8])
def test_package_and_hotline_are_read_back_from_the_card_whatever_else_is_on_it(
    tmp_path: Path, language: Language, rewards: int
) -> None:
    program = Program(
        1,
        (AmountRule("base", 10_000),),
        tuple(
            AmountOff(f"off{at}", f"Giảm {at}0 nghìn", at * 100, at * 10_000) for at in range(1, rewards + 1)
        ),
        tiers=PLAN,
    )
    out = tmp_path / "card.pdf"
    cards_pdf([replace(face(), program_lines=short_lines(program, language))], out, layout="cr80")
    said = ""
    with closing(pypdfium2.PdfDocument(out)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                said += f" {text.get_text_range()}"
    said = unicodedata.normalize("NFC", " ".join(said.replace("\u00a0", " ").split()))
    assert "0909 123 456" in said
    assert "Gói Thượng Khách" in said
