"""Files of old customers, and what their refusal says."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.errors import ListUnreadable
from loyalpos.services.list_file import read_list

OLD_XLS = Path(__file__).parent / "old_list.xls"


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def why_unreadable(path: Path) -> str:
    with pytest.raises(ListUnreadable) as refusal:
        read_list(path)
    assert refusal.value.path == path
    return refusal.value.why
