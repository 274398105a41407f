"""A key never stands in what is kept, and what is no key never ruins an answer."""

import pytest

from harvester.services.redacting import redact_bytes


@pytest.mark.parametrize(
    ("secret", "kept"),
    [
        ("0123456789abcdef0123456789abcdef0123", b"<x>***</x>"),
        ("x", b"<x>0123456789abcdef0123456789abcdef0123</x>"),
    ],
)
def test_a_key_is_taken_out_of_an_answer_and_a_letter_is_not(secret: str, kept: bytes) -> None:
    assert redact_bytes(b"<x>0123456789abcdef0123456789abcdef0123</x>", (secret,)) == kept
