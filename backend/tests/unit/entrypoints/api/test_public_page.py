"""What anybody may know of the shop: true at the moment it is asked, without signing in."""

from datetime import timedelta

from tests.owner_program import Answer, OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, clock_of, phone_of


def page(program: OwnerProgram) -> Answer:
    return OwnerProgram(program.linda, token=None).send("GET", "/api/public")


def test_nobody_has_to_sign_in_to_see_state_openings_and_prices() -> None:
    with open_api() as program:
        shown = page(program).body
    assert (shown["says"], shown["is_open"], shown["walk_ins"]) == ("Brandon is at the shop.", True, True)
    assert (shown["next_opening_says"], shown["left_today"]) == ("today at 10:30 AM", 23)
    assert shown["prices"][0] == {
        "id": "iphone_screen",
        "name": "iPhone screen",
        "price_cents": 7900,
        "says": "$79",
        "minutes": 45,
        "fee": False,
    }
    assert [each["says"] for each in shown["prices"] if not each["price_cents"]] == ["free", "free"]
    assert shown["hours"][-1] == {"day": "Sun", "says": "closed"}
    assert shown["simulated"] is True


def test_a_change_of_state_and_a_booking_show_within_two_seconds() -> None:
    with open_api() as program:
        page(program)
        change = {"version": 0, "state": {"mode": "GYM", "until": "2026-02-10T15:30:00-05:00"}}
        program.send("PUT", "/api/state", change)
        clock_of(program.linda).advance(timedelta(seconds=2))
        shown = page(program).body
        assert (shown["says"], shown["walk_ins"]) == ("Brandon is at the gym until 3:30 PM.", False)
        assert (shown["next_opening_says"], shown["left_today"]) == ("today at 3:30 PM", 3)
        phone_of(program.linda).text(CUSTOMER, "book iphone 13 screen today at 3:30pm")
        clock_of(program.linda).advance(timedelta(seconds=2))
        assert page(program).body["left_today"] == 0


def test_the_links_to_call_and_text_need_no_script() -> None:
    with open_api() as program:
        stranger = program.linda.routes["/api"]
        for path, scheme in (("call", "tel"), ("text", "sms")):
            event = {
                "rawPath": f"/api/public/{path}",
                "rawQueryString": "",
                "headers": {},
                "requestContext": {"stage": "$default", "http": {"method": "GET", "path": "", "sourceIp": "192.0.2.7"}},
            }
            event["requestContext"]["http"]["path"] = event["rawPath"]  # type: ignore[index]
            answer = stranger(event, None)
            assert (answer["statusCode"], answer["headers"]["location"]) == (302, f"{scheme}:+19045550100")
