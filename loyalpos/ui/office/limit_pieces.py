"""How often, and how many points, at most: limits as the tail of a rule's or a reward's sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rules import Limit, Per, Rule, StampRule, TicketRule, VoucherRule
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.words import units

__all__ = ["LimitPieces", "counted_by", "offer_spans"]


def offer_spans(box: ChoiceBox) -> None:
    """List the spans a limit or a cap may have."""
    box.offer(
        [
            (Per.BILL.value, QCoreApplication.translate("Limits", "bill")),
            (Per.DAY.value, QCoreApplication.translate("Limits", "day")),
            (Per.WEEK.value, QCoreApplication.translate("Limits", "week")),
            (Per.MONTH.value, QCoreApplication.translate("Limits", "month")),
            (Per.YEAR.value, QCoreApplication.translate("Limits", "year")),
            (Per.EVER.value, QCoreApplication.translate("Limits", "customer, for ever")),
        ]
    )


def counted_by(rule: Rule, points_name: str) -> str:
    """Name what the limits of a rule count beside how often, in the language of the moment."""
    match rule:
        case StampRule():
            return QCoreApplication.translate("Limits", "stamps")
        case TicketRule():
            return QCoreApplication.translate("Limits", "tickets")
        case VoucherRule():
            return QCoreApplication.translate("Limits", "vouchers")
        case _:
            return points_name


class LimitPieces:
    """The boxes of some limits, their places in a sentence, and the limits they make."""

    def __init__(self, limits: tuple[Limit, ...]) -> None:
        self.rows: list[tuple[NumberBox | None, NumberBox | None, ChoiceBox]] = []
        for limit in limits:
            per = ChoiceBox()
            offer_spans(per)
            per.choose(limit.per.value)
            self.rows.append((_box(limit.times), _box(limit.points), per))

    def boxes(self) -> dict[str, QWidget]:
        """Every box by its place in the sentence."""
        named: dict[str, QWidget] = {}
        for at, (times, points, per) in enumerate(self.rows):
            named |= {
                f"{name}{at}": box for name, box in (("times", times), ("most", points)) if box is not None
            }
            named[f"per{at}"] = per
        return named

    def by_path(self) -> dict[str, QWidget]:
        """Every number by its path below what is limited."""
        return {
            f"limits[{at}].{name}": box
            for at, (times, points, _) in enumerate(self.rows)
            for name, box in (("times", times), ("points", points))
            if box is not None
        }

    def value(self) -> tuple[Limit, ...]:
        """The limits as typed."""
        return tuple(
            Limit(
                Per(per.choice()),
                None if times is None else times.value(),
                None if points is None else points.value(),
            )
            for times, points, per in self.rows
        )

    def words(self, counted: str) -> tuple[str, ...]:
        """Say each limit, with places for its boxes, in the language of the moment.

        Args:
            counted: What is counted beside how often.
        """
        return tuple(self._words(at, counted) for at in range(len(self.rows)))

    def _words(self, at: int, counted: str) -> str:
        times, points, per = self.rows[at]
        per.setAccessibleName(QCoreApplication.translate("Limits", "Span of the limit"))
        offer_spans(per)
        if times is not None:
            times.setAccessibleName(QCoreApplication.translate("Limits", "How often at most"))
            times.set_unit(*units.times())
        if points is not None:
            points.setAccessibleName(QCoreApplication.translate("Limits", "How many at most"))
            points.set_unit(counted)
        if times is None:
            words = QCoreApplication.translate("Limits", "at most {most} each {per}")
        elif points is None:
            words = QCoreApplication.translate("Limits", "at most {times} each {per}")
        else:
            words = QCoreApplication.translate("Limits", "at most {times} and {most} each {per}")
        for name in ("times", "most", "per"):
            words = words.replace(f"{{{name}}}", f"{{{name}{at}}}")
        return words.replace(f"{{most{at}}}", "") if times is None and points is None else words


def _box(value: int | None) -> NumberBox | None:
    if value is None:
        return None
    box = NumberBox(Number.WHOLE)
    box.set_value(value)
    return box
