"""Thermal cards: a scanner reads the code, and every name fits."""

from __future__ import annotations

from datetime import date

import pytest

from loyalpos.printing.lettering import fit
from loyalpos.printing.slip import WIDTHS
from loyalpos.printing.thermal_card import places_of, thermal_card
from tests.printing.conftest import NAMES, face
from tests.printing.slips import LONGEST_NAME, codes_on


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("name", [*NAMES[:4], "Ẩn", LONGEST_NAME, "W" * 60, None])
def test_a_thermal_card_is_read_and_nothing_on_it_is_clipped(width: int, name: str | None) -> None:
    card = face(name, shop="Quán Cà Phê Mây", since=date(2026, 11, 23))
    raster = thermal_card(card, width)
    assert codes_on(raster) == [card.code]
    places = places_of(width)
    boxes = [places.kind, places.name, places.number, places.contact, places.code]
    for one in boxes:
        assert one.top() >= places.band.bottom()
        assert one.bottom() <= raster.height
        assert one.right() <= width
        assert not any(one is not other and one.intersects(other) for other in boxes)


@pytest.mark.parametrize("width", WIDTHS.values())
def test_names_of_two_to_sixty_letters_fit_the_thermal_card(width: int) -> None:
    from loyalpos.printing.thermal_card import _NAME

    box = places_of(width).name
    for letters in range(2, 61):
        fitted = fit(LONGEST_NAME[:letters], _NAME, box.width(), box.height())
        assert not fitted.shortened
        assert not fitted.overflows


def test_a_card_without_a_name_has_a_line_to_write_on() -> None:
    assert thermal_card(face(None), 576) != thermal_card(face(""), 576)
