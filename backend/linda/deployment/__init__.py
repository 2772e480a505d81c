"""Bringing LINDA to AWS: the package her functions run from."""

from linda.deployment.package import Package, build
from linda.deployment.problem import NotBuilt

__all__ = ["NotBuilt", "Package", "build"]
