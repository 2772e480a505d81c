from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linda.adapters.shop_file import load_shop, parse_shop
from linda.domain.errors import InvalidShop
from linda.domain.shop import Hours, Mode, Persona

SHOP_FILE = Path(__file__).parents[4] / "shop.toml"
TOML = SHOP_FILE.read_text(encoding="utf-8")
BROKEN = Path(__file__).with_name("broken.toml")


def changed(old: str, new: str) -> str:
    """Return the shipped shop file with `old` replaced; fails when it isn't there."""
    assert old in TOML
    return TOML.replace(old, new, 1)


def problems_of(toml: str) -> list[str]:
    with pytest.raises(InvalidShop) as caught:
        parse_shop(toml)
    return list(caught.value.problems)


def test_the_shipped_shop_is_the_one_of_the_plan() -> None:
    shop = load_shop(SHOP_FILE)
    prices = {service.id: (service.price, service.minutes) for service in shop.services}
    assert prices == {
        "iphone_screen": (7900, 45),
        "samsung_screen": (8900, 45),
        "battery": (4900, 30),
        "charging_port": (5900, 40),
        "back_glass": (6900, 45),
        "water_damage": (3900, 30),
        "diagnostics": (0, 15),
        "remote_diagnostic": (0, 15),
    }
    assert {item.id: item.price for item in shop.add_ons} == {"screen_protector": 1500, "phone_case": 2500}
    assert shop.booking.on_site_surcharge == 2000
    assert (shop.discounts.max_percent, len(shop.discounts.reasons)) == (15, 5)
    assert shop.timezone == ZoneInfo("America/New_York")
    assert shop.phone == "+19045550100"


def test_the_week_and_the_special_days_are_read_as_days_and_times() -> None:
    shop = load_shop(SHOP_FILE)
    assert shop.hours == {**dict.fromkeys(range(6), (Hours(time(9), time(17)),)), 6: ()}
    assert shop.closures == {date(2026, 12, 24): "Christmas Eve"}
    assert shop.special_hours == {date(2026, 12, 31): (Hours(time(9), time(13)),)}
    assert set(shop.modes) == set(Mode)
    assert shop.assistant.persona is Persona.PROFESSIONAL
    assert shop.device_aliases["droid"] == "android"


def test_what_may_be_left_out_takes_its_usual_value() -> None:
    head, _, rest = TOML.partition("[[add_ons]]")
    without = head + "[modes.WORK]" + rest.partition("[modes.WORK]")[2].partition("[device_aliases]")[0]
    shop = parse_shop(without.replace('country = "US"', "#").replace('state = "FL"', "#"))
    assert shop.add_ons == ()
    assert shop.device_aliases == {}
    assert (shop.country, shop.state) == ("US", "FL")


@pytest.mark.parametrize(
    ("price", "cents"),
    [
        ("79", 7900),
        ("0", 0),
        ("79.5", 7950),
        ("79.99", 7999),
        ("1.10", 110),
        ('"79"', 7900),
        ('"$79.50"', 7950),
        ("99999", 9999900),
    ],
)
def test_a_price_is_read_to_the_cent(price: str, cents: int) -> None:
    assert parse_shop(changed("price = 79\n", f"price = {price}\n")).services[0].price == cents


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ('"8:05 - 16:30"', (Hours(time(8, 5), time(16, 30)),)),
        ('["09:00-12:00", "13:00-17:00"]', (Hours(time(9), time(12)), Hours(time(13), time(17)))),
        ('["9:00-12:00", "12:00-17:00"]', (Hours(time(9), time(12)), Hours(time(12), time(17)))),
        ('"closed"', ()),
        ("[]", ()),
    ],
)
def test_hours_are_read_as_stretches(written: str, hours: tuple[Hours, ...]) -> None:
    assert parse_shop(changed('mon = "9:00-17:00"', f"mon = {written}")).hours[0] == hours


@pytest.mark.parametrize(
    "price",
    [
        "-1",
        "-0.5",
        "79.999",
        '"79,00"',
        '"79.5"',
        "nan",
        "inf",
        "1e3",
        "true",
        '""',
        '"free"',
        "[79]",
        "100000",
        "-nan",
    ],
)
def test_a_price_that_is_no_amount_of_dollars_is_refused(price: str) -> None:
    (problem,) = problems_of(changed("price = 79\n", f"price = {price}\n"))
    assert 'services[0].price: must be dollars, like 79 or "79.50"' in problem


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"cash", ', "7, ", "payment[0]: must be one line of 1 to 160 characters in quotes, not 7"),
        ('owner = "Brandon"', 'owner = " "', "owner: must be one line of 1 to 160 characters"),
        ('owner = "Brandon"', 'owner = """two\nlines"""', "owner: must be one line"),
        ('owner = "Brandon"', f'owner = "{"x" * 161}"', f'not "{"x" * 56}...'),
        ('timezone = "America/New_York"', "timezone = -5", "timezone: must be a time zone"),
        ('timezone = "America/New_York"', 'timezone = "/etc/passwd"', "timezone: must be a time zone"),
        ('timezone = "America/New_York"', 'timezone = "qqqqqq"', 'not "qqqqqq"'),
        ('phone = "+19045550100"', 'phone = "+1904555"', "phone: must be a phone number"),
        ('phone = "+19045550100"', "phone = 19045550100", "phone: must be a phone number"),
        ('voice = "Polly.Joanna-Neural"', 'voice = "alloy"', "assistant.voice: must be a voice of Twilio"),
        ('voice = "Polly.Joanna-Neural"', "voice = 5", "assistant.voice: must be a voice of Twilio"),
        ('country = "US"', 'country = "ZZ"', "country: must be a country and state with known public holidays"),
        ('"Labor Day"', '"Qqq"', 'holidays: must be public holidays of US FL, not "Qqq"; there are Christmas Day'),
        ('"Labor Day"', "5", "holidays[3]: must be one line"),
        ('mon = "9:00-17:00"', "mon = 9", 'hours.mon: must be "closed", or hours'),
        ('mon = "9:00-17:00"', 'mon = "9:00-9:00"', 'hours.mon: must open before it closes, not "9:00-9:00"'),
        ('mon = "9:00-17:00"', 'mon = "9:00-24:00"', 'hours.mon: must be "closed", or hours'),
        ('status = "{owner} is at the gym until {until}."', 'status = "{owner"', "modes.GYM.status: must be one line"),
        ('status = "{owner} is at the gym until {until}."', 'status = "{owner.mode}"', "may use {owner}, {note}, {un"),
        ('status = "{owner} is at the gym until {until}."', 'status = "{owner!r}"', "may use {owner}, {note}, {un"),
        ('status = "{owner} is at the gym until {until}."', "status = 5", "modes.GYM.status: must be one line"),
        ("[device_aliases]", "[device_aliases]\nmoto = 5", "device_aliases.moto: must be iphone or samsung or google"),
        ("[device_aliases]", '[device_aliases]\nMoto-G = "motorola"', "device_aliases.Moto-G: must be one word"),
        ('brand = "samsung"', 'brand = "nokia"', 'services[1].brand: must be iphone or samsung'),
        ("minutes = 30\nfee", "minutes = 485\nfee", "services[5].minutes: must fit into the opening hours of"),
        ("[closures]", "[closures]\nchristmas = 'x'", "closures.christmas: must be a date, like 2026-12-24"),
        ('brand = "samsung"', 'brand = "iphone"', 'screen for brand "iphone" is priced above'),
        ('repair = "charging_port"', 'repair = "battery"', "battery for all makes is priced above"),
        ('aliases = ["protector",', 'aliases = ["Free-Look",', 'but "Free-Look" already names services[6]'),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_sentence_that_says_what_is_legal(old: str, new: str, said: str) -> None:
    found = problems_of(changed(old, new))
    assert said in found[0]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("old", "new"), [("max_percent = 15", "max_percent = 30"), ("minutes = 30\nfee", "minutes = 480\nfee")]
)
def test_what_just_fits_is_accepted(old: str, new: str) -> None:
    assert parse_shop(changed(old, new)) != parse_shop(TOML)


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("services = 5", "services: must be a list"),
        ("services = [5]", "services[0]: must be a table of keys and values"),
        ("services = []", "services: must have at least one entry"),
        ("hours = 5", "hours: must be a table of keys and values"),
        ("payment = 5", "payment: must be a list in square brackets"),
        ("payment = []", "payment: must have at least one entry"),
        ("closures = 5\nspecial_hours = {}", "closures: must be a table of keys and values"),
        ("discounts = 5", "discounts: must be a table of keys and values"),
        ('[[services]]\nid = 5\naliases = 5', "services[0].aliases: must be a list in square brackets"),
        ('[[add_ons]]\nafter = 5', "add_ons[0].after: must be a list in square brackets"),
        ("holidays = 5", "holidays: must be a list in square brackets"),
        ("zzzzz = 5", "zzzzz: is not a key LINDA knows; legal here: name, owner,"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_shape_is_named_beside_all_that_is_missing(toml: str, expected: str) -> None:
    found = problems_of(toml)
    assert any(expected in problem for problem in found)
    assert any("booking: is missing" in problem for problem in found)


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("a = 1\nb = = 2\n", "shop.toml line 2: Invalid value"),
        ('a = "x', "shop.toml line 1: Unterminated string"),
        ("a = 1\n\na = 2\n", "shop.toml line 3: Cannot overwrite a value"),
        ("a = 1\n[b\n", "shop.toml line 2: "),
        ("a = " + "[" * 50_000, "shop.toml: lists or tables are nested far too deep."),
        ("a = " + "1" * 5_000, "shop.toml: a number in it is far too long."),
    ],
)
def test_a_file_that_is_not_toml_is_named_with_the_line(toml: str, problem: str) -> None:
    (found,) = problems_of(toml)
    assert found.startswith(problem)


def test_a_missing_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(InvalidShop, match=r"nowhere\.toml: can't be read .*LINDA_SHOP_FILE"):
        load_shop(tmp_path / "nowhere.toml")


def test_a_file_in_another_encoding_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'name = "A"\nowner = "Ren\xe9"\n')
    with pytest.raises(InvalidShop, match=r"latin\.toml line 2: must be saved as UTF-8"):
        load_shop(path)


def test_the_mark_some_editors_put_first_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "bom.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode())
    assert load_shop(path) == load_shop(SHOP_FILE)


def test_every_mistake_of_a_broken_file_is_listed_with_its_line_and_key() -> None:
    text = BROKEN.read_text(encoding="utf-8")
    expected = sorted(
        (number, key)
        for number, line in enumerate(text.splitlines(), 1)
        if "# WRONG " in line
        for key in line.partition("# WRONG ")[2].split(", ")
    )
    with pytest.raises(InvalidShop) as caught:
        load_shop(BROKEN)
    found = []
    for problem in caught.value.problems:
        place, _, sentence = problem.partition(": ")
        name_and_line, _, key = place.partition(", ")
        assert sentence
        found.append((int(name_and_line.removeprefix("broken.toml line ")), key))
    assert sorted(found) == expected
    assert len(expected) >= 35
