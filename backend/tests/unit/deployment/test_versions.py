"""Old versions, old packages and the bucket: what is in use is never removed."""

from typing import Any

import pytest

from linda.deployment.release import KEPT, ensure_bucket, key_of, prune, remove_bucket
from linda.deployment.versions import prune as prune_versions
from tests.stubbed_aws import ACCOUNT, BUCKET, StubbedAws


def a_function(account: StubbedAws, versions: list[str], *aliases: dict[str, Any]) -> None:
    account.answers("lambda", "list_aliases", {"Aliases": list(aliases)})
    found = [{"Version": version} for version in ["$LATEST", *versions]]
    account.answers("lambda", "list_versions_by_function", {"Versions": found})


@pytest.mark.parametrize(
    ("versions", "aliases", "removed"),
    [
        (["1"], [{"FunctionVersion": "1"}], []),
        (["1", "2"], [{"FunctionVersion": "2"}], []),
        (["8", "9", "10", "11"], [{"FunctionVersion": "11"}], ["9", "8"]),
        (["1", "2", "3"], [{"FunctionVersion": "1"}], ["2"]),
        (["1", "2", "3"], [{"FunctionVersion": "1"}, {"FunctionVersion": "2"}], ["3"]),
        (
            ["1", "2", "3"],
            [{"FunctionVersion": "1", "RoutingConfig": {"AdditionalVersionWeights": {"3": 0.1}}}],
            ["2"],
        ),
    ],
)
def test_a_version_that_an_alias_points_at_is_never_removed(
    versions: list[str], aliases: list[dict[str, Any]], removed: list[str]
) -> None:
    account = StubbedAws()
    a_function(account, versions, *aliases)
    for number in removed:
        account.answers("lambda", "delete_function", {}, {"FunctionName": "linda-x", "Qualifier": number})
    assert prune_versions(account.aws, "linda-x") == len(removed)
    account.assert_all_asked()


@pytest.mark.parametrize(("deployed", "removed"), [("7", ["4", "3"]), ("3", ["5", "4"])])
def test_the_package_of_the_release_is_never_removed_however_old(deployed: str, removed: list[str]) -> None:
    account = StubbedAws()
    found = [{"Key": key_of(str(age)), "LastModified": age} for age in (5, 3, 7, 4, 6)]
    account.answers("s3", "list_objects_v2", {"Contents": found})
    for name in removed:
        account.answers("s3", "delete_object", {}, _at(key_of(name)))
    assert prune(account.aws, BUCKET, ACCOUNT, deployed) == len(found) - KEPT
    account.assert_all_asked()


def _at(key: str) -> dict[str, str]:
    return {"Bucket": BUCKET, "Key": key, "ExpectedBucketOwner": ACCOUNT}


def test_a_new_bucket_is_private_and_encrypted() -> None:
    account = StubbedAws()
    account.refuses("s3", "head_bucket", "404", status=404)
    account.answers("s3", "create_bucket", {}, {"Bucket": BUCKET})
    closed = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    account.answers(
        "s3",
        "put_public_access_block",
        {},
        {
            "Bucket": BUCKET,
            "ExpectedBucketOwner": ACCOUNT,
            "PublicAccessBlockConfiguration": dict.fromkeys(closed, True),
        },
    )
    account.answers("s3", "put_bucket_encryption")
    ensure_bucket(account.aws, BUCKET, ACCOUNT)
    account.assert_all_asked()


def test_a_bucket_is_emptied_before_it_is_deleted_and_none_is_no_mistake() -> None:
    account = StubbedAws()
    account.answers("s3", "head_bucket")
    account.answers("s3", "list_objects_v2", {"Contents": [{"Key": key_of("1"), "LastModified": 0}]})
    account.answers("s3", "delete_object", {}, _at(key_of("1")))
    account.answers("s3", "delete_bucket", {}, {"Bucket": BUCKET, "ExpectedBucketOwner": ACCOUNT})
    assert remove_bucket(account.aws, BUCKET, ACCOUNT)
    account.refuses("s3", "head_bucket", "404", status=404)
    assert not remove_bucket(account.aws, BUCKET, ACCOUNT)
    account.assert_all_asked()
