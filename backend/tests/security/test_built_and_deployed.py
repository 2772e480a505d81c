"""What LINDA is built from and how she is deployed: pinned parts, TLS, no debugging, no store of our own to leak."""

import json
import re
import ssl
from typing import Any

import pytest

from linda.adapters.aws_wire.connections import Connections
from linda.adapters.openai_brain.wire import trusted
from tests.shop_desk import ROOT

TEMPLATE = (ROOT / "infra/template.yaml").read_text(encoding="utf-8")
VERCEL = json.loads((ROOT / "frontend/vercel.json").read_text(encoding="utf-8"))
POLICY = (ROOT / "frontend/scripts/policy.mjs").read_text(encoding="utf-8")
SHELL = ROOT / "frontend/src/features/shell"
DESK = ROOT / "frontend/src/app/desk"
LOCKS = ["backend/requirements.txt", "backend/requirements-dev.txt", "backend/lambda/requirements.txt"]
WEAK = re.compile(r"NULL|RC4|DES|MD5|EXP|ADH|AECDH|aNULL|anon", re.IGNORECASE)


@pytest.mark.parametrize("name", LOCKS)
def test_each_part_of_linda_is_pinned_with_its_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    parts = re.split(r"\n(?=[a-z])", text.replace("\\\n", ""))
    assert len(parts) > 10
    for part in parts:
        assert re.match(r"[A-Za-z0-9._\[\]-]+==\S+.*--hash=sha256:[0-9a-f]{64}", part, re.DOTALL), part[:60]
    assert not re.search(r"index-url|find-links|git\+|https?://", text)


@pytest.mark.parametrize("name", ["frontend/package-lock.json", "infra/local/package-lock.json"])
def test_each_part_of_the_pages_is_pinned_with_its_hash(name: str) -> None:
    packages = json.loads((ROOT / name).read_text(encoding="utf-8"))["packages"]
    parts = {path: each for path, each in packages.items() if path}
    assert parts
    for path, each in parts.items():
        assert each.get("link") or (each["version"] and each["integrity"].startswith("sha512-")), path


def test_what_is_installed_is_held_against_its_hash() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if re.search(r"pip install .*-r ", line)]
    assert len(installs) >= 4
    assert [line for line in installs if "--require-hashes" not in line] == []
    assert "ci --ignore-scripts" in makefile


def contexts() -> list[ssl.SSLContext]:
    """Return whom the clients trust: the model's, and the one that asks AWS."""
    line: Any = Connections("https://127.0.0.1:9", connect_s=1, read_s=1, most=1)._line()
    return [trusted(), line._context]


def test_our_clients_speak_no_tls_before_1_2() -> None:
    for context in contexts():
        assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
        assert context.maximum_version in {ssl.TLSVersion.MAXIMUM_SUPPORTED, ssl.TLSVersion.TLSv1_3}


def test_our_clients_use_no_weak_cipher() -> None:
    for context in contexts():
        names = [str(each["name"]) for each in context.get_ciphers()]
        assert names
        assert [name for name in names if WEAK.search(name)] == []


def test_our_clients_believe_nobody_without_a_certificate_for_its_name() -> None:
    for context in contexts():
        assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_the_pages_ask_the_api_over_tls_alone() -> None:
    destinations = [each["destination"] for each in VERCEL["rewrites"]]
    assert destinations
    assert [each for each in destinations if not each.startswith("https://")] == []


def test_the_template_has_no_certificate_of_its_own_and_no_weaker_tls() -> None:
    assert "AWS::ApiGatewayV2::Api" in TEMPLATE
    assert not re.search(r"DomainName:|SecurityPolicy:|CertificateArn|MutualTls|AWS::Lambda::Url|FunctionUrl", TEMPLATE)


def test_nothing_is_deployed_for_debugging() -> None:
    assert not re.search(r"DEBUG|POWERTOOLS_DEV|PYTHONDEVMODE|reload", TEMPLATE)
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "backend/linda/entrypoints").rglob("*.py"))
    assert not re.search(r"debug\s*=\s*True|reload\s*=\s*True", sources)


def test_the_policy_of_a_page_lets_nothing_in_from_elsewhere() -> None:
    directives = re.findall(r'^\s+"([a-z-]+) ([^"]+)",$', POLICY, re.MULTILINE)
    assert dict(directives) == {
        "default-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "font-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    assert "unsafe" not in POLICY


def test_vercel_sends_the_same_headers_as_the_gateway() -> None:
    from linda.entrypoints.http_headers import header_set

    ours = header_set(https=True)
    (everywhere,) = [each["headers"] for each in VERCEL["headers"] if each["source"] == "/(.*)"]
    sent = {each["key"].lower(): each["value"] for each in everywhere}
    assert sent == {name: ours[name] for name in sent}
    assert ours.keys() - sent.keys() == {"content-security-policy", "cache-control"}
    framed = [
        each for rule in VERCEL["headers"] for each in rule["headers"] if each["key"] == "Content-Security-Policy"
    ]
    assert framed == [{"key": "Content-Security-Policy", "value": "frame-ancestors 'none'"}]


def test_vercel_keeps_no_answer_of_the_api() -> None:
    (api,) = [each["headers"] for each in VERCEL["headers"] if each["source"] == "/api/(.*)"]
    assert api == [{"key": "x-vercel-enable-rewrite-caching", "value": "0"}]


def test_every_page_of_the_desk_has_the_way_out_in_its_frame() -> None:
    pages = {str(path.parent.relative_to(DESK)) for path in DESK.rglob("page.tsx")}
    assert {each for each in pages if not each.startswith("(shell)")} == {"sign-in"}
    assert "<Shell>" in (DESK / "(shell)/layout.tsx").read_text(encoding="utf-8")
    frame = (SHELL / "Shell.tsx").read_text(encoding="utf-8")
    for name in ("Sidebar", "BottomBar"):
        assert f"<{name}" in frame
        assert "onClick={signOut}" in (SHELL / f"{name}.tsx").read_text(encoding="utf-8")


def test_who_signs_out_leaves_nothing_of_the_desk_in_memory() -> None:
    signing_out = (SHELL / "useSignOut.ts").read_text(encoding="utf-8")
    ended, left = signing_out.index("session.signOut()"), signing_out.index('window.location.assign("/desk/sign-in/")')
    assert ended < left, "a load of another page, which a change of route would not be"


def test_types_are_strict_in_both_languages() -> None:
    assert "strict = true" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (
        json.loads((ROOT / "frontend/tsconfig.json").read_text(encoding="utf-8"))["compilerOptions"]["strict"] is True
    )


def test_every_body_of_the_api_refuses_a_field_it_does_not_name() -> None:
    described = json.loads((ROOT / "backend/schemas/openapi.json").read_text(encoding="utf-8"))
    schemas, seen = described["components"]["schemas"], set[str]()
    todo = [
        body for path in described["paths"].values() for each in path.values() for body in [each.get("requestBody")]
    ]
    names = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(todo)))
    while names:
        name = names.pop()
        seen.add(name)
        names |= set(re.findall(r"#/components/schemas/(\w+)", json.dumps(schemas[name]))) - seen
    objects = {name: schemas[name] for name in seen if schemas[name]["type"] == "object"}
    assert len(objects) > 10
    assert [name for name, each in objects.items() if each.get("additionalProperties") is not False] == []
