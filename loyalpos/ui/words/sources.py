"""How customers came to know of the shop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.members import Source

__all__ = ["source_text"]


def source_text(source: Source) -> str:
    """Name a way on which customers hear of the shop."""
    match source:
        case Source.PASSING:
            return QCoreApplication.translate("Sources", "Passing by")
        case Source.FRIEND:
            return QCoreApplication.translate("Sources", "A friend")
        case Source.FACEBOOK:
            return QCoreApplication.translate("Sources", "Facebook")
        case Source.ZALO:
            return QCoreApplication.translate("Sources", "Zalo")
        case Source.TIKTOK:
            return QCoreApplication.translate("Sources", "TikTok")
        case Source.MAP:
            return QCoreApplication.translate("Sources", "Maps on the phone")
        case Source.LEAFLET:
            return QCoreApplication.translate("Sources", "A leaflet or sign")
        case Source.OTHER:
            return QCoreApplication.translate("Sources", "Something else")
