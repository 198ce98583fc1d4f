"""A program with everything in it, its document and the schema both are held to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from jsonschema import Draft202012Validator

from loyalpos.engine.program import (
    AmountOff,
    Blackout,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    SpentPoints,
    UnknownReward,
)
from loyalpos.engine.program_document import (
    program_from_json,
    program_to_json,
)
from loyalpos.engine.rules import AmountRule, UnknownRule
from loyalpos.errors import DocumentUnsound
from tests.engine.whole_programs import (
    Step,
    changed,
    without,
)

__all__ = ["DOCUMENTS", "EARLIER", "EVERYTHING", "SCHEMA", "SCHEMAS", "SMALLEST"]

SCHEMAS = Path(__file__).parents[2] / "resources" / "schema"


DOCUMENTS = Path(__file__).parent / "documents"


EVERYTHING = Program(
    3,
    (AmountRule("amount", 10_000, 2, 50_000), UnknownRule("later", "stamps")),
    (
        AmountOff("off", "Giảm 10.000 ₫", 20, 10_000, 50_000),
        PercentOff("share", "Giảm 10 %", 20, 1_000, 30_000),
        PercentOff("uncapped", "Giảm 5 %", 20, 500),
        Gift("gift", "Cà phê sữa đá", 10, counted=True),
        PayWithPoints("pay", "Trả bằng điểm", 5, 5_000, 5_000),
        UnknownReward("raffle", "Vòng quay", "raffle"),
    ),
    starts=date(2026, 12, 1),
    remainder=Remainder.CARRIED,
    welcome_points=10,
    expiry=Expiry(ExpiryKind.MONTHS, 12),
    blackouts=(Blackout(date(2027, 2, 1), date(2027, 2, 14)),),
    spent_points=SpentPoints.NEVER,
)


SMALLEST = '{"format": "loyalpos.program", "version": 3, "revision": 0, "rules": []}'


def _schema(version: int) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"program-{version}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


SCHEMA = _schema(3)


EARLIER = (DOCUMENTS / "program_1.json").read_text("utf-8")
"""A document as version 1 wrote it, with everything that could stand in one."""


def _accepted(text: str) -> bool:
    # A number with a point is none of ours, though JSON Schema calls 1.0 an integer.
    return bool(SCHEMA.is_valid(json.loads(text, parse_float=lambda digits: 0.5)))


def _changed(place: tuple[Step, ...], value: object) -> str:
    return changed(program_to_json(EVERYTHING), place, value)


def _without(place: tuple[Step, ...]) -> str:
    return without(program_to_json(EVERYTHING), place)


def _read(text: str) -> Program | DocumentUnsound:
    try:
        return program_from_json(text)
    except DocumentUnsound as refused:
        return refused
