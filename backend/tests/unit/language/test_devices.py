"""Phones as customers text them."""

import pytest

from linda.language.devices import Device, read_devices

NAMED = """
iphnoe 13 scren = iPhone 13
ip 13 pro mx = iPhone 13 Pro Max
iphone13promax = iPhone 13 Pro Max
ip13pm = iPhone 13 Pro Max
iphone 12 pm screen = iPhone 12 Pro Max
14 pro max = iPhone 14 Pro Max
13 mini = iPhone 13 mini
my sisters 12 pro = iPhone 12 Pro
IPHONE 14 PLUS = iPhone 14 Plus
iphone 8+ = iPhone 8 Plus
7 plus = iPhone 7 Plus
iphone 6s plus = iPhone 6s Plus
iphone 12s = iPhone 12
my iphone is a 13 = iPhone 13
its an iphone, a 13 pro = iPhone 13 Pro
i phone 11 = iPhone 11
my i phone is cracked = iPhone
ifone 13 = iPhone 13
iphon xr = iPhone XR
xr = iPhone XR
xs max = iPhone XS Max
iphone x = iPhone X
x max cracked = iPhone X Max
se 2020 = iPhone SE 2020
iphone se 2nd gen = iPhone SE 2020
iphone se (3rd gen) = iPhone SE 2022
se 3 gen = iPhone SE 2022
iphone se = iPhone SE
16e = iPhone 16e
iphone 16e = iPhone 16e
iphone air = iPhone Air
15 plus = iPhone 15 Plus
iphone 15 pro, cracked = iPhone 15 Pro
iphone pro max = iPhone
iphone at 12 = iPhone
iphone 5 minutes ago = iPhone
iphone 4 pm = iPhone
apple phone = iPhone
sam s22 ultra = Galaxy S22 Ultra
samsng galxy s21 = Galaxy S21
samsung 22 ultra = Galaxy S22 Ultra
samsung s22+ = Galaxy S22 Plus
galaxy s 20 fe = Galaxy S20 FE
s20fe = Galaxy S20 FE
s22ultra = Galaxy S22 Ultra
s 22 ultra = Galaxy S22 Ultra
s10e = Galaxy S10e
s24 = Galaxy S24
2 galaxy s22s = Galaxy S22
a14 = Galaxy A14
samsung a14 5g = Galaxy A14 5G
galaxy a03s = Galaxy A03s
note 20 = Galaxy Note 20
note20 ultra = Galaxy Note 20 Ultra
z flip 4 = Galaxy Z Flip 4
zflip4 = Galaxy Z Flip 4
flip 5 = Galaxy Z Flip 5
galaxy z fold3 = Galaxy Z Fold 3
fold 5 = Galaxy Z Fold 5
galaxy tab a8 = Galaxy Tab A8
j7 = Galaxy J7
galaxy = Samsung
sumsung = Samsung
pixel 7a = Pixel 7a
pixle 6 = Pixel 6
google pixel 8 pro = Pixel 8 Pro
pixel 4 xl = Pixel 4 XL
google phone = Google Pixel
moto g power 2021 = Motorola G Power 2021
motorla edge = Motorola Edge
razr = Motorola Razr
lg stylo 6 = LG Stylo 6
stylo 5 = LG Stylo 5
lg g8 = LG G8
oneplus 9 pro = OnePlus 9 Pro
one plus nord = OnePlus Nord
my droid wont charge = Android phone
andriod = Android phone
ipad = iPad
ipad air 2 = iPad Air 2
ipad mini = iPad mini
ipad 9th gen = iPad 9th
macbook = MacBook
apple watch = Apple Watch
huawei = Huawei
"""
SEVERAL = {
    "iphone 13 and a galaxy s21": ("iPhone 13", "Galaxy S21"),
    "two iphones and a pixel 6": ("iPhone", "Pixel 6"),
    "iphone xr and xs": ("iPhone XR", "iPhone XS"),
    "my s22 and my wifes 14 pro": ("Galaxy S22", "iPhone 14 Pro"),
    "iphone 11, iphone 11 again": ("iPhone 11",),
    "android, its a samsung a14": ("Galaxy A14",),
    "an iphone. the 13 pro one": ("iPhone 13 Pro",),
}
NONE = """
can i come at 11|my phone is cracked|the 13|i need a new plan|at 3:30|$79|9045550142|note for you|see you at 8 plus tax
sam told me|i will flip out|fold it|5 minutes|s|a|what about 14|tuesday the 13th|my phones|i phone you later|
"""


def _rows() -> list[tuple[str, str]]:
    return [(text, label) for text, _, label in (row.partition(" = ") for row in NAMED.strip().splitlines())]


def _texts(table: str) -> list[str]:
    return [text for line in table.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize(("text", "label"), _rows())
def test_a_phone_is_named(text: str, label: str) -> None:
    assert [device.label for device in read_devices(text)] == [label]


@pytest.mark.parametrize(("text", "label"), _rows())
def test_its_name_is_read_back_as_the_same_phone(text: str, label: str) -> None:
    device = read_devices(text)[0]
    if device.brand != "other" and device.model:
        assert [again.label for again in read_devices(label)] == [label]


@pytest.mark.parametrize(("text", "label"), _rows())
def test_case_and_words_around_it_change_nothing(text: str, label: str) -> None:
    for changed in (text.upper(), f"hi, {text}", f"how much for {text}?", f"{text}!!"):
        assert [device.label for device in read_devices(changed)] == [label]


@pytest.mark.parametrize(("text", "labels"), SEVERAL.items())
def test_several_phones_are_read_in_order_and_each_once(text: str, labels: tuple[str, ...]) -> None:
    assert tuple(device.label for device in read_devices(text)) == labels


@pytest.mark.parametrize("text", _texts(NONE))
def test_what_names_no_phone_yields_none(text: str) -> None:
    assert read_devices(text) == ()


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("2 iphone 12s", 2),
        ("two cracked iphone 11s", 2),
        ("both my iphone 11s", 2),
        ("a couple of galaxy s21", 2),
        ("16 pro max x2", 2),
        ("3 old samsungs", 3),
        ("two iphones, 12 pro", 2),
        ("iphone 13", 1),
        ("at 2 my iphone 13", 1),
        ("99 iphones", 1),
    ],
)
def test_the_quantity_is_counted_within_reason(text: str, quantity: int) -> None:
    assert read_devices(text)[0].quantity == quantity


@pytest.mark.parametrize(
    "text",
    [
        "how much 4 iphone 13 scren",
        "how much 4 my iphone 13 screen",
        "hey how much 4 cracked iphone 13 glass and battery",
        "price 4 samsung s22 screen?",
        "how much would it be 4 iphone 13 battery",
        "what u charge 4 iphone 13",
        "what do you charge me 4 iphone xr screen",
        "quote 4 iphone 6s screen pls",
        "can u quote me 4 iphone 8 plus screen",
        "how much it cost 4 iphone xs screen",
        "how much 2 iphone 13 screen",
        "how much 2 fix iphone 13 screen",
        "how much u charge 2 fix my iphone 12",
    ],
)
def test_a_4_or_2_between_a_price_word_and_one_phone_is_no_count(text: str) -> None:
    assert read_devices(text)[0].quantity == 1


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("how much 4 iphone 13 screens", 4),
        ("how much 4 iphone 13 cracked screens", 4),
        ("how much 4 iphone 13s", 4),
        ("how much 2 iphone 13 pros", 2),
        ("price 4 iphones", 4),
        ("how much 4 iphone 13 batteries", 4),
        ("how much 3 iphone 13 screen", 3),
        ("how much 4 of my iphone 13", 4),
        ("how much 4 2 iphone 13 screens", 2),
        ("how much 4 2 iphone 13 screen", 2),
        ("how much for 4 iphone 13 screen", 4),
        ("price of 2 iphone 12 screen", 2),
        ("how much to fix 2 iphone 12", 2),
        ("how much is 2 iphone 12", 2),
        ("how much 4 iphone 13 x2", 2),
        ("i have 4 iphone 13, how much", 4),
    ],
)
def test_a_number_that_counts_stays_a_count_beside_a_price_word(text: str, quantity: int) -> None:
    assert read_devices(text)[0].quantity == quantity


@pytest.mark.parametrize(
    ("brand", "text", "label"),
    [
        ("iphone", "the 13", "iPhone 13"),
        ("iphone", "13 pro", "iPhone 13 Pro"),
        ("iphone", "its a 12", "iPhone 12"),
        ("iphone", "X", "iPhone X"),
        ("iphone", "se", "iPhone SE"),
        ("samsung", "s22", "Galaxy S22"),
        ("samsung", "22 ultra", "Galaxy S22 Ultra"),
        ("google", "7a", "Pixel 7a"),
        ("oneplus", "9 pro", "OnePlus 9 Pro"),
        ("motorola", "g7", "Motorola G7"),
    ],
)
def test_a_bare_number_answers_the_question_which_one(brand: str, text: str, label: str) -> None:
    assert [device.label for device in read_devices(text, asked_brand=brand)] == [label]


@pytest.mark.parametrize(("brand", "text"), [("iphone", "not sure"), ("android", "14"), ("iphone", "99"), ("lg", "7")])
def test_no_model_is_made_up_for_the_brand_asked_about(brand: str, text: str) -> None:
    assert read_devices(text, asked_brand=brand) == ()


def test_a_brand_alone_is_not_specific() -> None:
    assert not Device("iphone").is_specific
    assert Device("samsung", "Galaxy S22").is_specific
    assert Device("samsung").label == "Samsung"
