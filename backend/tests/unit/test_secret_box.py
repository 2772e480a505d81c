"""Scope: what is sealed is opened whole and by whom has the key, or not at all."""

import base64

import pytest
from cryptography.fernet import Fernet

from linda.domain.errors import SecretLost
from linda.records.secret_box import SecretBox

KEY, OTHER = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_what_was_changed_at_any_place_is_not_opened() -> None:
    box = SecretBox(lambda: [KEY])
    sealed = base64.urlsafe_b64decode(box.seal("JBSWY3DPEHPK3PXP"))
    for place in range(len(sealed)):
        changed = bytes([*sealed[:place], sealed[place] ^ 1, *sealed[place + 1 :]])
        with pytest.raises(SecretLost):
            box.open(base64.urlsafe_b64encode(changed).decode())


def test_the_same_secret_is_never_sealed_alike() -> None:
    box = SecretBox(lambda: [KEY])
    sealed = [base64.urlsafe_b64decode(box.seal("JBSWY3DPEHPK3PXP")) for _ in range(100)]
    assert len({each[9:25] for each in sealed}) == 100, "the initialization vector (Fernet's form: version, time, IV)"
    assert {each[0] for each in sealed} == {0x80}, "each says by which form it was sealed"


def test_a_key_is_put_before_the_old_one_and_neither_opens_what_another_sealed() -> None:
    sealed = SecretBox(lambda: [KEY]).seal("secret")
    assert SecretBox(lambda: [OTHER, KEY]).open(sealed) == "secret"
    with pytest.raises(SecretLost):
        SecretBox(lambda: [OTHER]).open(sealed)
