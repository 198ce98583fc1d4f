"""A morning's first scan and first bill need nothing of SQLAlchemy, whose import customers would wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.shops import World, enrolled, new_till

_A_MORNING = """
import sys
from pathlib import Path
from uuid import UUID

from loyalpos.app import new_outside
from loyalpos.engine.bills import Bill
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY

outside = new_outside()
till = Till(Shop.open(Path(sys.argv[1]), PUBLISHED_KEY, outside))
till.days.open()
member = UUID(sys.argv[2])
till.counter.desk(member)
till.counter.record_bill(outside.new_id(), member, Bill(123_000))
loaded = [name for name in sys.modules if name.startswith("sqlalchemy.")]
print(till.counter.desk(member).member.visits, *loaded)
till.shop.close()
"""


def test_the_first_scan_and_the_first_bill_of_a_day_go_without_sqlalchemy(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(1))
    member = enrolled(till)
    till.shop.close()
    done = subprocess.run(
        [sys.executable, "-c", _A_MORNING, str(till.shop.file.path), member.hex],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["1"]
