"""How cards look is kept in the journal: the design, the logo, and the names they are tried with."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.card_design import LONGEST_TERMS, CardDesign
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.services.backups import restore_backup
from loyalpos.services.card_design import TierOnCard
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import PROGRAM, World, enrolled, new_till, reopened

PNG = b"\x89PNG a small logo"
GOLD = Tier("gold", "Vàng", 1_000_000, perks=("bàn yên tĩnh",), hotline="0909 123 456")
DESIGN = CardDesign("night", tier=True, since=False, hotline="1900 6868", terms="Đổi trả trong 7 ngày.")


def records(till: Till) -> int:
    with till.shop.file.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM record").scalar_one())


def test_a_shop_that_never_chose_has_the_cards_it_always_had(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    look = till.card_designs.look()
    assert look.design == CardDesign()
    assert look.design.template == "classic"
    assert look.logo is None
    assert look.names == ()
    till.shop.close()


def test_a_description_from_before_there_was_a_choice_is_read_as_it_was() -> None:
    old = {"name": "Quán Mây", "brand": "#0f6e5f"}
    assert from_json(old, ShopDescription) == ShopDescription("Quán Mây")
    assert to_json(ShopDescription("Quán Mây")) == {"name": "Quán Mây"}


def test_a_design_is_kept_with_the_shop_s_colour(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    before = till.shop.description
    till.card_designs.save(DESIGN, "#a8324a")
    till = reopened(till, world)
    assert till.shop.description == replace(before, card=DESIGN, brand="#a8324a")
    assert till.card_designs.look().design == DESIGN
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_the_same_design_again_writes_nothing(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.card_designs.save(DESIGN, "#a8324a")
    written = records(till)
    till.card_designs.save(DESIGN, "#a8324a")
    assert records(till) == written
    till.shop.close()


def test_an_owner_s_text_becomes_one_paragraph_that_is_not_too_long(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.card_designs.save(replace(DESIGN, terms="  Đổi trả\n\ntrong 7 ngày.  " + "x" * 999), "#a8324a")
    terms = till.card_designs.look().design.terms
    assert terms.startswith("Đổi trả trong 7 ngày. xxx")
    assert len(terms) == LONGEST_TERMS
    till.shop.close()


def test_a_logo_is_kept_changed_taken_away_and_comes_back_with_a_backup(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    first = world.new_id()
    till.card_designs.show_logo(first, PNG)
    till.card_designs.show_logo(world.new_id(), PNG + b"2")
    # The same action once more, as after a power cut, changes nothing.
    till.card_designs.show_logo(first, PNG)
    till = reopened(till, world)
    assert till.card_designs.logo() == PNG + b"2"
    till.days.open()
    made = till.days.close(tmp_path / "backups")
    till.card_designs.show_logo(world.new_id(), None)
    assert till.card_designs.look().logo is None
    path = till.shop.file.path
    till.shop.close()
    restore_backup(path, made, PUBLISHED_KEY, world.outside())
    back = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    assert back.card_designs.logo() == PNG + b"2"
    assert check(back.shop.file).is_clean
    back.shop.close()


def test_the_longest_names_come_first(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    for digit, name in enumerate(("An", "Công Tằng Tôn Nữ Thị Ninh", None, "Nguyễn Văn Đức")):
        enrolled(till, f"091234567{digit}", name)
    assert till.card_designs.look().names == ("Công Tằng Tôn Nữ Thị Ninh", "Nguyễn Văn Đức", "An")
    till.shop.close()


def test_a_card_says_the_tier_its_member_has(tmp_path: Path) -> None:
    world = World()
    program = replace(PROGRAM, tiers=TierPlan(tiers=(Tier("silver", "Bạc", 100_000), GOLD)))
    till = new_till(tmp_path, world, program=program)
    member = enrolled(till)
    assert till.card_designs.tier_of(member) == TierOnCard()
    till.counter.record_bill(world.new_id(), member, Bill(2_000_000, number="1"))
    assert till.card_designs.tier_of(member) == TierOnCard("Vàng", ("bàn yên tĩnh",), "0909 123 456")
    assert till.card_designs.look().tier.name == "Vàng"
    till.shop.close()


def test_no_record_of_a_logo_is_personal(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.card_designs.show_logo(world.new_id(), PNG)
    with till.shop.file.read() as connection:
        body, private = connection.exec_driver_sql(
            "SELECT body, private FROM record WHERE kind = 'logo_changed'"
        ).one()
    assert private is None
    assert json.loads(body)["request"]["image"]
    till.shop.close()
