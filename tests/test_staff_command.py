"""Where the shop has PINs, a script is nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.__main__ import main
from loyalpos.engine.staff import Role
from tests.shops import World, new_till


def test_a_script_takes_nothing_out_of_a_shop_with_pins_and_brings_nothing_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    till = new_till(tmp_path / "shop", World())
    owner = till.staff.add(till.shop.outside.new_id(), "Bà Mây", Role.OWNER)
    backup = till.days.back_up(tmp_path / "backups", "restore")
    till.staff.set_pin(owner.id, "271828")
    till.shop.close()
    folder = ["--data-dir", str(tmp_path / "shop")]
    assert main(["export", str(tmp_path / "out"), *folder]) == 1
    assert main(["restore", str(backup.path), "--yes", *folder]) == 1
    assert not (tmp_path / "out").exists()
    assert "PIN" in capsys.readouterr().err
