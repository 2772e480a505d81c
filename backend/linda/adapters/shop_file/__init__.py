"""The shop file: reads `shop.toml`, names every mistake in it with its line, and gives a `Shop`."""

from linda.adapters.shop_file.load import load_shop, parse_shop
from linda.adapters.shop_file.schema import shop_schema

__all__ = ["load_shop", "parse_shop", "shop_schema"]
