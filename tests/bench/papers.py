"""“My data” of ten years on paper and as JSON, beside the same texts painted plainly."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from random import Random

from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.my_data import MyData
from loyalpos.printing.listing import Listing
from tests.bench.printed import at_most_s, ratio
from tests.shops import World, enrolled, new_till

__all__ = ["bench_papers", "ten_years"]

_DAYS = 3_650
_TURNS = 3
_MOST_RATIO = 6.0
_MOST_S = 10.0
_LINE_UNITS = 450
_LINES_OF_PAGE = 60


def bench_papers(folder: Path, days: int = _DAYS) -> list[str]:
    """Write a member's data in turns with a plain painting of every text that stands on it."""
    from PySide6.QtWidgets import QApplication

    from loyalpos.engine.times import ShopTime
    from loyalpos.printing.lettering import fit
    from loyalpos.printing.listing import put_out_listing
    from loyalpos.services.my_data import write_json
    from loyalpos.ui.office.my_data_paper import my_data_listing

    # Another bench in this process may want to show a window.
    application = QApplication.instance() or QApplication([])
    own = ten_years(folder / "shop", days)
    ours: list[float] = []
    bare: list[float] = []
    pages = 0
    for _ in range(_TURNS):
        listing = my_data_listing(own, "Quán Cà Phê Mây", "12 Hàng Bài", ShopTime())
        bare.append(plain_s(listing, folder / "plain.pdf"))
        fit.cache_clear()
        began = time.perf_counter()
        listing = my_data_listing(own, "Quán Cà Phê Mây", "12 Hàng Bài", ShopTime())
        pages = put_out_listing(listing, folder / "own.pdf")
        write_json(folder / "own.json", own)
        ours.append(time.perf_counter() - began)
    del application
    return [
        f"  {len(own.bills)} bills on {pages} pages {min(ours):.2f} s, their texts alone {min(bare):.2f} s",
        ratio("my data, paper and JSON", ours, bare, 50, most=_MOST_RATIO),
        at_most_s("my data, paper and JSON", min(ours), _MOST_S),
    ]


def ten_years(folder: Path, days: int) -> MyData:
    """Know a member as after so many daily visits: a week of them, repeated with other days and totals."""
    world = World(seed=9)
    till = new_till(folder, world)
    till.days.open()
    member = enrolled(till)
    for number in range(7):
        till.counter.record_bill(world.new_id(), member, Bill(35_000 + 7_000 * number, number=f"HD-{number}"))
        till.my_data.note(member, "page")
        world.clock.forward(days=1)
    own = till.my_data.of(member)
    till.shop.close()
    rng = Random(3)
    lines = own.statement.lines
    bills = []
    written = []
    for day in range(days):
        later, total = timedelta(days=day), rng.randrange(20, 400) * 1_000
        bills.append(replace(own.bills[day % 7], at=own.bills[0].at + later, total_vnd=total))
        one = lines[1 + day % 7]
        told = replace(one.line, at=one.line.at + later, balance=day * 3, total_vnd=total)
        written.append(replace(one, line=told))
    statement = replace(own.statement, lines=tuple(written))
    return replace(own, statement=statement, bills=tuple(bills))


def plain_s(listing: Listing, out: Path) -> float:
    """Paint every text of a paper as it is, line after line, with nothing measured; give the seconds."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QPdfWriter

    from loyalpos.printing.pdf import UNITS_PER_INCH
    from loyalpos.printing.typefaces import Weight, typeface

    texts = [text for table in listing.tables for row in table.rows for text in (*row.cells, *row.under)]
    began = time.perf_counter()
    writer = QPdfWriter(str(out))
    writer.setResolution(UNITS_PER_INCH)
    painter = QPainter(writer)
    painter.setFont(typeface(Weight.REGULAR, 290))
    for at, text in enumerate(texts):
        if at and at % (_LINES_OF_PAGE * 4) == 0:
            writer.newPage()
        column, line = at % 4, at // 4 % _LINES_OF_PAGE
        painter.drawText(QPointF(1_500 + 4_500 * column, 1_400 + _LINE_UNITS * line), text)
    painter.end()
    return time.perf_counter() - began
