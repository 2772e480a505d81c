"""The security standards LINDA is held against: their rows, the tests that prove them, and the page they make."""
