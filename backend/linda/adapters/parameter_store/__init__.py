"""Secrets in AWS's Parameter Store; boto3 is imported when a client is made."""

from linda.adapters.parameter_store.reading import connect, read_secrets

__all__ = ["connect", "read_secrets"]
