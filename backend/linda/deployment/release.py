"""A release: one hash over package, template and parameters, and the bucket its package lies in."""

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.deployment.aws import Aws, code_of, explained
from linda.deployment.package import Package
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.template import Template

FOLDER = "releases/"
KEPT = 3
"""Packages that stay: that of the release, and two before it that AWS may have to go back to."""

_DIGITS = 20


def release_of(package: Package, template: Template, parameters: Mapping[str, str]) -> str:
    """Return the release's name: the same package, template and parameters, the same name.

    The parameters are in it because an alias stays on its version, with its old environment, until a version is
    published, and that happens only when the key of the code changes (aws/serverless-application-model, issue 3820).
    """
    content = json.dumps([package.sha256, template.text, dict(sorted(parameters.items()))])
    return hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]


def key_of(release: str) -> str:
    """Return the key of the release's package."""
    return f"{FOLDER}{release}.zip"


def bucket_name(name: str, account: str, region: str) -> str:
    """Return the code bucket's name, which no other account is likely to have."""
    return f"{name}-code-{account}-{region}"


def ensure_bucket(aws: Aws, bucket: str, account: str) -> None:
    """Make sure that the bucket is there, ours, private and encrypted; raises `DeploymentStopped`.

    Not versioned: a package is named after what is in it, so nothing is ever written over.
    """
    s3 = aws.client("s3")
    with explained(f"making bucket {bucket}", aws.region):
        if not _is_there(s3, bucket, account):
            place = {} if aws.region == "us-east-1" else {"LocationConstraint": aws.region}
            s3.create_bucket(Bucket=bucket, **({"CreateBucketConfiguration": place} if place else {}))
        blocks = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        s3.put_public_access_block(
            Bucket=bucket,
            ExpectedBucketOwner=account,
            PublicAccessBlockConfiguration=dict.fromkeys(blocks, True),
        )
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
        s3.put_bucket_encryption(
            Bucket=bucket, ExpectedBucketOwner=account, ServerSideEncryptionConfiguration={"Rules": [rule]}
        )


def upload(aws: Aws, bucket: str, account: str, release: str, package: Path) -> None:
    """Put the package into the bucket, whole and checked by its hash, or not at all; raises `DeploymentStopped`."""
    content = package.read_bytes()
    checksum = base64.b64encode(hashlib.sha256(content).digest()).decode()
    with explained("uploading the package", aws.region):
        aws.client("s3").put_object(
            Bucket=bucket, Key=key_of(release), Body=content, ChecksumSHA256=checksum, ExpectedBucketOwner=account
        )


def prune(aws: Aws, bucket: str, account: str, release: str) -> int:
    """Delete the packages of old releases, never that of `release`; returns how many."""
    s3 = aws.client("s3")
    with explained("removing the packages of old releases", aws.region):
        newest = sorted(_packages(s3, bucket, account), key=lambda each: each["LastModified"], reverse=True)
        keys = [each["Key"] for each in newest if each["Key"] != key_of(release)]
        for key in keys[KEPT - 1 :]:
            s3.delete_object(Bucket=bucket, Key=key, ExpectedBucketOwner=account)
    return len(keys[KEPT - 1 :])


def remove_bucket(aws: Aws, bucket: str, account: str) -> bool:
    """Delete the bucket with all packages; returns whether there was one."""
    s3 = aws.client("s3")
    with explained(f"deleting bucket {bucket}", aws.region):
        if not _is_there(s3, bucket, account):
            return False
        for each in _packages(s3, bucket, account):
            s3.delete_object(Bucket=bucket, Key=each["Key"], ExpectedBucketOwner=account)
        s3.delete_bucket(Bucket=bucket, ExpectedBucketOwner=account)
    return True


def _is_there(s3: Any, bucket: str, account: str) -> bool:
    try:
        s3.head_bucket(Bucket=bucket, ExpectedBucketOwner=account)
    except ClientError as error:
        if code_of(error) in {"404", "NoSuchBucket", "NotFound"}:
            return False
        if code_of(error) in {"403", "Forbidden", "AccessDenied"}:
            raise DeploymentStopped(
                f"Bucket {bucket} belongs to another account, or these credentials may not see it: deploy under "
                "another --name, or with credentials that may use S3."
            ) from error
        raise
    return True


def _packages(s3: Any, bucket: str, account: str) -> list[dict[str, Any]]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=FOLDER, ExpectedBucketOwner=account)
    return [each for page in pages for each in page.get("Contents", [])]
