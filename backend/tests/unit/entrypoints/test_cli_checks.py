"""`linda doctor` and `linda shop check`: what is well, what is not, and the way to repair it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from linda import __version__
from linda.adapters.shop_file.sections import sections_of
from linda.bootstrap import join
from linda.domain.limits import CODES_TEXTED, LIMITS
from linda.settings import LOCAL_ACCOUNT
from linda.testing.responses_script import says
from linda.testing.responses_server import ResponsesServer
from tests.shop_desk import ROOT, local_settings, open_shop
from tests.terminal import SHOP_FILE, TWILIO, Terminal, a_free_port

UP = ("up", "--port", str(a_free_port()))
COMMANDS = (
    ("up",),
    ("chat",),
    ("say",),
    ("state",),
    ("state", "show"),
    ("state", "set"),
    ("slots",),
    ("leads",),
    ("book",),
    ("doctor",),
    ("shop",),
    ("shop", "check"),
    ("shop", "export"),
    ("qr",),
    ("store",),
    ("store", "copy"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert f"Usage: linda {' '.join(command)}" in terminal.does(*command, "--help")


def test_every_command_is_listed(terminal: Terminal) -> None:
    listed = terminal.does("--help")
    assert all(f"\n  {first} " in listed for first, *_ in COMMANDS)
    assert terminal.does("--version") == f"linda, version {__version__}\n"


def test_a_healthy_house_is_all_well_and_in_the_order_of_the_phases(terminal: Terminal) -> None:
    lines = terminal.does("doctor").splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "ok  1 imports",
        "ok  1 settings",
        "ok  1 files",
        "ok  1 shop file",
        "ok  2 AWS",
        "ok  4 store",
        "ok  4 settings",
        "ok  4 limits",
        "ok  5 phone",
        "ok  5 proxies",
        "ok  7 brain",
    ]
    assert "8 services" in lines[3]
    assert lines[4] == "ok  2 AWS: off; LINDA_STORE=dynamodb or --aws looks there"
    assert lines[5].endswith("0 waiting")
    assert "simulated; set TWILIO_ACCOUNT_SID" in lines[8]
    assert lines[9] == (
        "ok  5 proxies: only this machine is answered, through no tunnel and no proxy (docs/tunnels.md)"
    )
    assert lines[10] == "ok  7 brain: rules (offline); set OPENAI_API_KEY to add a model"


def test_in_local_mode_an_address_elsewhere_is_found(terminal: Terminal) -> None:
    terminal.variables = {"LINDA_SITE_URL": "https://shop.example.com"}
    said = broken(terminal)
    assert "BAD 5 proxies: LINDA_SITE_URL is 'https://shop.example.com', which is not this machine" in said
    assert said.count("LINDA_SITE_URL") == 2, "said once, with the way out"


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({}, "no proxy is believed: a limit by address counts the one that has the connection"),
        (
            {"LINDA_TRUSTED_PROXIES": "127.0.0.1,10.0.0.0/8,::1"},
            "addresses are believed from 127.0.0.1, 10.0.0.0/8, ::1",
        ),
        ({"LINDA_PROXY_SECRET": "s" * 32}, "addresses are believed from whoever sends LINDA_PROXY_SECRET"),
    ],
)
def test_with_a_real_phone_the_proxies_that_are_believed_are_named(
    terminal: Terminal, variables: dict[str, str], says: str
) -> None:
    nobody = f"http://127.0.0.1:{a_free_port()}"
    terminal.variables = {**TWILIO, "LINDA_TWILIO_API_URL": nobody, **variables}
    said = broken(terminal)
    assert f"ok  5 proxies: {says}\n" in said
    assert "s" * 32 not in said


def test_a_schema_that_is_not_what_the_tools_declare_is_found(terminal: Terminal) -> None:
    schema = Path("backend/schemas/functions.json")
    schema.parent.mkdir(parents=True)
    shutil.copy(ROOT / schema, schema)
    assert "ok  7 schemas: " in terminal.does("doctor")
    schema.write_text("[]", encoding="utf-8")
    said = broken(terminal)
    assert "BAD 7 schemas: backend/schemas/functions.json is not what the tools declare -> make generate\n" in said


def test_a_model_that_answers_is_named(terminal: Terminal) -> None:
    with ResponsesServer(says("Hello.")) as server:
        terminal.variables = {
            "OPENAI_API_KEY": "sk-secret",
            "OPENAI_MODEL": "gpt-9",
            "OPENAI_BASE_URL": server.base_url,
        }
        said = terminal.does("doctor")
    assert "ok  7 brain: model gpt-9, the rules when it fails" in said
    assert "secret" not in said


def test_vendors_that_do_not_answer_are_named_with_the_command_that_looks_closer(terminal: Terminal) -> None:
    nobody = f"http://127.0.0.1:{a_free_port()}"
    account = {"TWILIO_ACCOUNT_SID": LOCAL_ACCOUNT, "LINDA_TWILIO_API_URL": nobody}
    terminal.variables = {**TWILIO, **account, "OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": nobody}
    lines = broken(terminal).splitlines()
    bad = {line.split(":")[0]: line for line in lines if line.startswith("BAD")}
    assert list(bad) == ["BAD 5 phone", "BAD 6 webhook", "BAD 7 brain"]
    assert bad["BAD 5 phone"].endswith(" -> python backend/test_twilio_connection.py")
    assert bad["BAD 6 webhook"].endswith(" -> python backend/scripts/deploy_lambda.py")
    assert bad["BAD 7 brain"].endswith(" -> python backend/test_openai_connection.py")
    assert "secret" not in "".join(lines)


def broken(terminal: Terminal, *arguments: str) -> str:
    result = terminal.run("doctor", *arguments)
    assert result.exit_code == 1
    return result.stdout


def test_wrong_settings_are_all_named_with_their_repair(terminal: Terminal) -> None:
    terminal.variables = {"LINDA_STORE": "postgres", "LINDA_OWNER_PHONE": "brandon"}
    said = broken(terminal)
    assert said.startswith(
        "BAD 1 settings: LINDA_STORE is 'postgres'; it must be one of sqlite, dynamodb.\nLINDA_OWNER_PHONE: "
    )
    assert said.endswith(" -> mend the variables named above\n")


def test_a_broken_shop_file_is_found(terminal: Terminal) -> None:
    Path("shop.toml").write_text("name = 7\n", encoding="utf-8")
    terminal.variables = {"LINDA_SHOP_FILE": "shop.toml"}
    said = broken(terminal)
    assert "BAD 1 shop file: " in said
    assert " -> linda shop check\n" in said
    assert "ok  4 store" in said, "one thing broken does not hide the others"


def test_a_store_that_can_not_be_used_is_found_and_left_as_it_is(terminal: Terminal) -> None:
    file = terminal.folder / "data" / "linda.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"this is no database" * 100)
    said = broken(terminal)
    assert f"BAD 4 store: The database {file} can't be used" in said
    assert " -> move the file aside, or name another folder with LINDA_DATA_DIR" in said
    assert file.read_bytes() == b"this is no database" * 100


def test_findings_are_there_as_json(terminal: Terminal) -> None:
    assert [each["is_well"] for each in terminal.json("doctor")] == [True] * 11
    terminal.variables = {"LINDA_STORE": "x"}
    result = terminal.run("doctor", "--json")
    assert (result.exit_code, '"repair": "mend the variables named above"' in result.stdout) == (1, True)


def test_a_good_shop_file_is_fine(terminal: Terminal) -> None:
    said = terminal.does("shop", "check", str(SHOP_FILE))
    assert said.startswith(f"{SHOP_FILE} is fine: EmperorLinda Cell Phone Repairs, 8 services, Mon-Sat 9 AM-5 PM")
    assert terminal.json("shop", "check")["services"] == 8


def test_every_mistake_is_named_with_its_line(terminal: Terminal) -> None:
    shutil.copy(SHOP_FILE, "mine.toml")
    text = Path("mine.toml").read_text(encoding="utf-8")
    text = text.replace('owner = "Brandon"', "owner = 7").replace("max_percent = 15", "max_percent = 150")
    Path("mine.toml").write_text(text.replace('tue = "9:00-17:00"', 'tue = "17:00-9:00"'), encoding="utf-8")
    said = terminal.fails(1, "shop", "check", "mine.toml").splitlines()
    assert len(said) == 3
    assert all(line.startswith("mine.toml line ") for line in said)
    assert [key for key in ("owner", "tue", "max_percent") if any(key in line for line in said)] == [
        "owner",
        "tue",
        "max_percent",
    ]


@pytest.mark.parametrize(
    "command", [("say", "hi"), ("slots",), ("state", "show"), ("leads",), ("shop", "check"), ("up",)]
)
def test_no_command_starts_with_a_broken_shop_file(terminal: Terminal, command: tuple[str, ...]) -> None:
    Path("broken.toml").write_text("[hours\n", encoding="utf-8")
    terminal.variables = {"LINDA_SHOP_FILE": "broken.toml"}
    assert "broken.toml line 1" in terminal.fails(1, *command)
    assert not (terminal.folder / "data").exists()


@pytest.mark.parametrize("command", [("say", "hi"), ("slots",), ("leads",), UP, ("shop", "check")])
def test_no_command_starts_with_wrong_settings(terminal: Terminal, command: tuple[str, ...]) -> None:
    terminal.variables = {"LINDA_PUBLIC_URL": "http://["}
    assert terminal.fails(1, *command).startswith("LINDA_PUBLIC_URL is 'http://['")


def test_a_data_folder_that_is_a_file_is_a_wrong_command_line(terminal: Terminal) -> None:
    Path("file").write_text("", encoding="utf-8")
    assert "--data" in terminal.fails(2, "leads", "--data", "file")


def change_settings(terminal: Terminal) -> None:
    """Change the shop as somebody does on the dashboard, in the data folder of `terminal`."""
    with open_shop(folder=terminal.folder / "data") as linda:
        add_ons = sections_of(linda.shop)["add_ons"]
        linda.records.shop_settings.put_in_force({"add_ons": [{**add_ons[0], "price": "18"}, add_ons[1]]}, over=0)


def test_the_shop_file_is_exported_with_what_was_changed(terminal: Terminal) -> None:
    shipped = SHOP_FILE.read_text(encoding="utf-8")
    assert terminal.does("shop", "export") == shipped
    change_settings(terminal)
    assert terminal.does("shop", "export") == shipped.replace("price = 15\npitch", "price = 18\npitch")


def test_the_shop_file_can_be_overwritten_by_its_own_export(terminal: Terminal) -> None:
    change_settings(terminal)
    own = terminal.folder / "shop.toml"
    shutil.copy(SHOP_FILE, own)
    terminal.variables = {"LINDA_SHOP_FILE": str(own)}
    assert terminal.does("shop", "export", "--out", str(own)) == f"{own} is the shop as it is in force.\n"
    assert "price = 18\npitch" in own.read_text(encoding="utf-8")
    assert terminal.does("shop", "export") == own.read_text(encoding="utf-8")


def test_an_export_writes_over_nothing_but_the_file_it_is_for(terminal: Terminal) -> None:
    elsewhere, own = terminal.folder / "precious", terminal.folder / "exported.toml"
    elsewhere.write_text("stays", encoding="utf-8")
    own.with_name(f"{own.name}.new").symlink_to(elsewhere)
    terminal.does("shop", "export", "--out", str(own))
    assert elsewhere.read_text(encoding="utf-8") == "stays"
    assert not own.is_symlink()


def test_an_export_leaves_its_file_to_those_who_may_read_it(terminal: Terminal) -> None:
    own = terminal.folder / "shop.toml"
    for mode in (0o600, 0o644):
        shutil.copy(SHOP_FILE, own)
        own.chmod(mode)
        terminal.does("shop", "export", "--out", str(own))
        assert own.stat().st_mode & 0o777 == mode


def test_an_export_that_can_not_be_written_is_a_sentence(terminal: Terminal) -> None:
    said = terminal.fails(1, "shop", "export", "--out", str(terminal.folder / "nowhere/shop.toml"))
    assert said.endswith("nowhere/shop.toml can't be written (No such file or directory); name another file.\n")


def test_settings_that_do_not_fit_the_shop_file_are_named(terminal: Terminal) -> None:
    change_settings(terminal)
    own = terminal.folder / "shop.toml"
    own.write_text(SHOP_FILE.read_text(encoding="utf-8").replace("iphone_screen", "apple_screen"), encoding="utf-8")
    terminal.variables = {"LINDA_SHOP_FILE": str(own)}
    said = broken(terminal)
    assert "BAD 4 settings: add_ons[0].after: must be ids of services (apple_screen" in said
    assert " -> save them on the dashboard again, or go back to the file there\n" in said


def test_the_limits_at_work_are_named_and_one_that_is_used_up_says_what_does_instead(terminal: Terminal) -> None:
    (line,) = [each for each in terminal.does("doctor").splitlines() if "4 limits" in each]
    assert f"{len(LIMITS)} at work (docs/security.md): text-number, call-number" in line
    assert "USED UP" not in line
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        for _ in range(CODES_TEXTED.most):
            linda.records.rates.take({CODES_TEXTED: "owner"})
    (line,) = [each for each in terminal.does("doctor").splitlines() if "4 limits" in each]
    assert "USED UP for 23:59" in line or "USED UP for 1 day" in line
    assert "recovery code" in line


def test_the_doctor_names_what_others_may_read_with_the_command_that_repairs_it(terminal: Terminal) -> None:
    terminal.does("say", "hi")
    data = terminal.folder / "data"
    data.chmod(0o755)
    (data / "linda.sqlite3").chmod(0o644)
    for _ in range(2):
        bad = next(line for line in terminal.run("doctor").stdout.splitlines() if line.startswith("BAD"))
        assert bad == (
            f"BAD 1 files: others on this machine may read {data}, {data}/linda.sqlite3"
            f" -> chmod 700 {data}; chmod 600 {data}/linda.sqlite3"
        ), "the doctor looks, and changes nothing"
    terminal.does("say", "hi")
    assert "BAD" not in terminal.does("doctor")
