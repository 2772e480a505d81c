"""A small client for AWS's JSON protocols, for functions whose first answer can't wait for boto3.

`client` has it; here is only what tells whether it is to be used, for those who never ask AWS load this too.
"""

from linda.adapters.aws_wire.access import Access

__all__ = ["Access"]
