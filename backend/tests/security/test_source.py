"""What LINDA's source does not contain, so that whole kinds of attack have nothing to work on."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from linda.adapters.simulated_phone.twiml_grammar import read_voice_twiml
from tests.shop_desk import ROOT

LINDA = ROOT / "backend/linda"
PAGES = ROOT / "frontend/src"

UNUSED = {
    "a directory": {"ldap", "ldap3"},
    "XPath or a parser of foreign XML": {"lxml", "xmltodict", "elementpath"},
    "LaTeX": {"pylatex", "latex"},
    "a cache server": {"memcache", "pymemcache", "pylibmc", "redis"},
    "mail": {"smtplib", "imaplib", "poplib", "email.mime"},
    "deserialization that runs code": {"pickle", "marshal", "shelve", "dill", "jsonpickle", "yaml"},
    "template engines": {"jinja2", "mako", "django", "string.Template"},
    "GraphQL": {"graphql", "graphene", "strawberry", "ariadne"},
    "OAuth, OIDC and SAML": {"authlib", "oauthlib", "jwt", "jose", "saml2", "onelogin"},
    "WebRTC": {"aiortc", "webrtc"},
    "memory outside Python": {"ctypes", "cffi", "mmap"},
    "embeddings and vector stores": {
        "numpy",
        "faiss",
        "chromadb",
        "pinecone",
        "qdrant_client",
        "langchain",
        "llama_index",
    },
    "models of our own": {"torch", "transformers", "tensorflow", "onnxruntime", "sklearn"},
    "uploads": {"multipart", "python_multipart", "cgi"},
    "archives from outside": {"tarfile", "shutil.unpack_archive"},
}
RUNS_CODE = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv"}
STARTS_PROGRAMS = ("deployment/", "testing/")
READS_XML = ("adapters/simulated_phone/",)
DIGESTS = {"sha256", "scrypt"}
BY_CHANCE = {
    "adapters/dynamo_store/calls.py",
    "adapters/dynamo_store/engine.py",
    "adapters/parameter_store/reading.py",
    "entrypoints/functions/snapshot.py",
}
"""Where chance spreads pauses, and keeps nothing secret."""
COMMANDS = ("entrypoints/cli/", "entrypoints/phases/", "entrypoints/terminal.py")
MARKUP = {"app/layout.tsx", "features/settings/Enrol.tsx", "features/signin/EnrolStep.tsx"}
"""Where markup goes into a page as it is: a script of ours, and a QR code that our server draws."""


@cache
def sources() -> dict[str, ast.Module]:
    """Return every module by its path under the package."""
    paths = sorted(LINDA.rglob("*.py"))
    return {str(each.relative_to(LINDA)): ast.parse(each.read_text(encoding="utf-8")) for each in paths}


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def importing(*modules: str) -> set[str]:
    """Return the files that import one of `modules`, or something in it."""
    found = set()
    for path, tree in sources().items():
        if any(each == module or each.startswith(f"{module}.") for each in imports(tree) for module in modules):
            found.add(path)
    return found


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def pages() -> dict[str, str]:
    paths = [each for each in PAGES.rglob("*.ts*") if each.name != "schema.d.ts"]
    return {str(each.relative_to(PAGES)): each.read_text(encoding="utf-8") for each in paths}


def test_the_source_is_looked_through_at_all() -> None:
    assert len(sources()) > 400
    assert len(pages()) > 100
    assert importing("sqlite3") == {f"adapters/sqlite_store/{name}.py" for name in ("engine", "opening", "writing")}


@pytest.mark.parametrize("what", UNUSED)
def test_no_module_uses(what: str) -> None:
    assert importing(*UNUSED[what]) == set()


def test_no_text_is_run_as_code() -> None:
    found = {(path, ast.unparse(call.func)) for path, tree in sources().items() for call in calls(tree)}
    assert {each for each in found if each[1] in RUNS_CODE} == set()


def test_only_the_installers_tools_start_programs_and_none_through_a_shell() -> None:
    assert [path for path in importing("subprocess", "pty") if not path.startswith(STARTS_PROGRAMS)] == []
    assert importing("subprocess"), "or this could not fail"
    asked = [key.arg for tree in sources().values() for call in calls(tree) for key in call.keywords]
    assert "shell" not in asked


def test_only_the_simulated_phone_reads_xml() -> None:
    assert {path for path in importing("xml") if not path.startswith(READS_XML)} == set()


def test_xml_that_points_to_a_file_brings_nothing_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("PRIVATE", encoding="utf-8")
    document = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><Response><Say>&x;</Say></Response>'
    with pytest.raises(ValueError, match="undefined entity"):
        read_voice_twiml("text/xml", document.encode())


def test_every_digest_is_sha256_or_scrypt() -> None:
    found = set[str]()
    for tree in sources().values():
        for call in calls(tree):
            name = ast.unparse(call.func)
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "hashlib":
                found.add(call.func.attr)
            if name in {"hmac.new", "hmac.digest"}:
                found.add(ast.unparse(call.args[2]).strip("'"))
    assert found == DIGESTS


def test_what_nobody_may_guess_is_never_drawn_by_chance() -> None:
    assert importing("random") == BY_CHANCE
    assert importing("secrets"), "or this could not fail"


def test_no_page_leads_to_an_address_that_nothing_has_looked_at() -> None:
    led = re.compile(r"location\.(?:assign|replace)\((.{0,12})|location(?:\.href)? = ")
    found = [match[1] or "" for text in pages().values() for match in led.finditer(text)]
    assert found, "or this could not fail"
    assert [each for each in found if not each.lstrip('"`').startswith(("/desk/", "deskAddress("))] == []


def test_what_a_terminal_would_obey_is_written_out_wherever_a_command_tells_something() -> None:
    """But for two files that are printed as they are: a drawing of ours, and the owner's own shop file."""
    prints = re.compile(r"click\.(secho|echo)|\bprint\(|stdout\.write")
    told = {path: ast.unparse(tree) for path, tree in sources().items()}
    where = {path for path, text in told.items() if path.startswith(COMMANDS) and prints.search(text)}
    assert where == {"entrypoints/terminal.py", "entrypoints/cli/qr.py", "entrypoints/cli/shop.py"}


def test_markup_goes_into_a_page_in_known_places_alone() -> None:
    raw = re.compile(r"dangerouslySetInnerHTML|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write")
    assert {path for path, text in pages().items() if raw.search(text)} == MARKUP


@pytest.mark.parametrize(
    "pattern",
    [
        r"\beval\(|new Function\(|setTimeout\(\s*[\"'`]",
        r"postMessage\(|addEventListener\(\s*[\"']message",
        r"<(object|embed|applet)\b",
        r"https?://(?!localhost)[a-z0-9-]+\.[^\"'`\s]*\.(js|css|woff2?)",
        r"__proto__|\.constructor\.prototype|Object\.setPrototypeOf",
        r"\bjsonp\b|callback=\?",
    ],
)
def test_no_page_uses(pattern: str) -> None:
    assert [path for path, text in pages().items() if re.search(pattern, text, re.IGNORECASE)] == []


def test_no_page_asks_for_a_password() -> None:
    assert [
        path for path, text in pages().items() if re.search(r"type=[\"{']+password|passwd|secret question", text)
    ] == []


def test_a_browser_keeps_the_theme_and_the_visitors_token_and_nothing_else() -> None:
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open")
    where = {path for path, text in pages().items() if kept.search(text)}
    assert where == {"components/theme.ts", "components/themeScript.ts", "features/chat/visitor.ts"}
