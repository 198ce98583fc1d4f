"""The style sheet, generated from the palette: only what Qt's own widgets cannot paint otherwise."""

from __future__ import annotations

from loyalpos.ui.widgets.palette import Palette

__all__ = ["style_sheet"]

_SHEET = """
QToolTip {{ color: {ink}; background: {card}; border: 1px solid {line}; padding: {p4}px; }}
Box {{
  color: {ink}; background: {card}; border: 1px solid {line}; border-radius: {p10}px;
  selection-color: {on_brand}; selection-background-color: {brand};
  placeholder-text-color: {quiet}; margin: 1px; padding: 0px;
}}
Box:hover {{ border-color: {quiet}; }}
Box:focus {{ border: 2px solid {brand}; margin: 0px; }}
Box[wrong="true"] {{ border: 2px solid {red}; margin: 0px; }}
TextArea {{
  color: {ink}; background: {card}; border: 1px solid {line}; border-radius: {p10}px;
  selection-color: {on_brand}; selection-background-color: {brand}; margin: 1px; padding: 0px;
}}
TextArea:hover {{ border-color: {quiet}; }}
TextArea:focus {{ border: 2px solid {brand}; margin: 0px; }}
TextArea:disabled {{ color: {quiet}; background: {paper}; }}
Box:disabled, Box[readOnly="true"] {{ color: {quiet}; background: {paper}; }}
Combo {{
  color: {ink}; background: {card}; border: 1px solid {line}; border-radius: {p8}px;
  margin: 1px; padding: {p4}px {p28}px {p4}px {p12}px;
}}
Combo:hover {{ border-color: {quiet}; background: {over}; }}
Combo:focus {{ border: 2px solid {brand}; margin: 0px; }}
Combo:disabled {{ color: {quiet}; background: {paper}; }}
Combo::drop-down {{ border: 0px; width: {p28}px; }}
Combo::down-arrow {{ image: none; }}
Combo QAbstractItemView {{
  color: {ink}; background: {card}; border: 1px solid {line}; outline: 0px; padding: {p4}px;
  selection-color: {brand}; selection-background-color: {brand_soft};
}}
Combo QAbstractItemView::item {{ min-height: {p36}px; padding: 0px {p8}px; border-radius: {p6}px; }}
Table {{
  color: {ink}; background: {card}; border: 1px solid {line}; border-radius: {p10}px; gridline-color: {line};
  selection-color: {ink}; selection-background-color: {brand_soft}; alternate-background-color: {card};
  outline: 0px;
}}
Table:focus {{ border: 2px solid {brand}; }}
Table::item {{ border: 0px; border-bottom: 1px solid {line}; padding: 0px {p12}px; }}
Table QHeaderView, Table QHeaderView::section {{ background: {card}; }}
Table QHeaderView {{ border-top-left-radius: {p10}px; border-top-right-radius: {p10}px; }}
Table QHeaderView::section {{
  color: {quiet}; border: 0px; border-bottom: 1px solid {line}; padding: {p8}px {head}px;
  border-top-left-radius: {p10}px; border-top-right-radius: {p10}px;
}}
QAbstractScrollArea::corner {{ background: transparent; border: 0px; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0px; }}
QScrollBar::handle {{ background: {line}; border-radius: {p4}px; margin: {p2}px; }}
QScrollBar::handle:vertical {{ min-height: {p36}px; }}
QScrollBar::handle:horizontal {{ min-width: {p36}px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
RowList {{ background: transparent; border: 0px; }}
QMenu {{ color: {ink}; background: {card}; border: 1px solid {line}; padding: {p4}px; }}
QMenu::item {{ padding: {p8}px {p28}px {p8}px {p16}px; border-radius: {p6}px; }}
QMenu::item:selected {{ color: {brand}; background: {brand_soft}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px {p8}px; }}
"""


def style_sheet(palette: Palette, scale_percent: int) -> str:
    """Write the style sheet of a palette at a text size."""
    lengths = {f"p{n}": (n * scale_percent + 50) // 100 for n in (2, 4, 6, 8, 10, 12, 16, 28, 36)}
    # Qt keeps three pixels more at the sides of a cell's text.
    lengths["head"] = lengths["p12"] + 3
    colours = {name: palette.colour(name) for name in palette.names()}
    return _SHEET.format(**colours, **lengths)
