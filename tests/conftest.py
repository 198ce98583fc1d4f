"""What every test stands on: unseen windows, and draws that can be repeated."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no defect, so no draw has a deadline; a failing draw prints the line that repeats it. What
# lands is judged by the same draws each time, fewer of them; new ones are drawn at the desk.
settings.register_profile("desk", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, max_examples=40)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
