"""Fakes that remember, for tests and benches of LINDA and of what is built on her."""
