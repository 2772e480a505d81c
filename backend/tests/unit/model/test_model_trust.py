"""Whom the model's client believes: the authorities' certificates, read once in a process, and nobody without one."""

import ssl

import pytest

from linda.adapters.openai_brain.wire import Wire, trusted


def test_the_certificates_are_read_once_for_every_client(monkeypatch: pytest.MonkeyPatch) -> None:
    Wire("key", "https://127.0.0.1:9/v1").close()
    monkeypatch.setattr(ssl, "SSLContext", None)
    monkeypatch.setattr(ssl, "create_default_context", None)
    Wire("another key", "https://127.0.0.1:9/v1").close()


def test_a_server_must_prove_its_name() -> None:
    assert (trusted().verify_mode, trusted().check_hostname) == (ssl.CERT_REQUIRED, True)
    assert trusted().cert_store_stats()["x509_ca"] > 50
