"""What a command answers: sentences for a person, or one JSON document for a program."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

__all__ = ["DONE", "NOT_DONE", "fail", "say"]

DONE, NOT_DONE = 0, 1


def say(asked: argparse.Namespace, document: Mapping[str, object], *lines: str) -> None:
    """Say what came of it, as it was asked for."""
    print(json.dumps(document, ensure_ascii=False, indent=1) if asked.json else "\n".join(lines))


def fail(asked: argparse.Namespace, text: str, why: str, code: int = NOT_DONE) -> int:
    """Say why it was not done.

    Args:
        why: The same for programs, in every language.
        code: What the command exits with.

    Returns:
        That code.
    """
    if asked.json:
        print(json.dumps({"done": False, "why": why, "text": text}, ensure_ascii=False, indent=1))
    else:
        print(text, file=sys.stderr)
    return code
