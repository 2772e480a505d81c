"""Every failure of DynamoDB as a sentence that names the thing and the way out."""

import re
from collections.abc import Collection

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store.troubles import UNHEARD, code, said, trouble
from linda.domain.errors import StoreUnavailable

_CREATE = "run `python backend/scripts/create_tables.py`"
_KEYS = "run `aws configure`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
_SIGN_IN = "The AWS sign-in has ended: sign in again (`aws sso login`), or renew AWS_SESSION_TOKEN."
_NO_KEYS = f"There are no AWS credentials: {_KEYS}; or set LINDA_STORE=sqlite to do without AWS."
_STRANGER = f"AWS does not know these credentials: {_KEYS}."
_BAD_SIGNATURE = (
    f"AWS refuses the signature ({{said}}): the secret key belongs to another access key, or this machine's clock is "
    f"wrong. Set the clock, or {_KEYS}."
)
_DEAF = "DynamoDB at {endpoint} can't be reached ({said}): look at the network, AWS_REGION and AWS_ENDPOINT_URL."
_FORBIDDEN = "This AWS identity may not do that: {said}. Give it the DynamoDB actions listed in infra/template.yaml."
_OTHER = "DynamoDB in {region} failed: {said}. Try again; if it lasts, look at https://health.aws.amazon.com."
_SHAPE = (
    f"{{tables}} in {{region}} has another shape than LINDA's ({{said}}): set LINDA_TABLE_PREFIX and {_CREATE}, "
    "which leaves the tables of others alone."
)
_SENTENCES = {
    "ResourceNotFoundException": f"{{tables}} is not there in {{region}}: {_CREATE}, or correct AWS_REGION and "
    "LINDA_TABLE_PREFIX.",
    "AccessDeniedException": _FORBIDDEN,
    "AccessDenied": _FORBIDDEN,
    "ExpiredTokenException": _SIGN_IN,
    "ExpiredToken": _SIGN_IN,
    "SSOError": _SIGN_IN,
    "TokenRetrievalError": _SIGN_IN,
    "UnrecognizedClientException": _STRANGER,
    "InvalidClientTokenId": _STRANGER,
    "InvalidSignatureException": _BAD_SIGNATURE,
    "IncompleteSignatureException": _BAD_SIGNATURE,
    "NoCredentialsError": _NO_KEYS,
    "MissingAuthenticationTokenException": _NO_KEYS,
    "PartialCredentialsError": f"The AWS credentials are incomplete ({{said}}): {_KEYS}.",
    "CredentialRetrievalError": f"The AWS credentials could not be had ({{said}}): {_KEYS}.",
    "ProfileNotFound": "{said}: correct AWS_PROFILE, or run `aws configure --profile` with that name.",
    "InvalidRegionError": "AWS_REGION is {region}, which is no region of AWS: set one like us-east-1.",
    "HTTPClientError": _DEAF,
    "ConnectionError": _DEAF,
    "ValueError": "The address of DynamoDB can't be used ({said}): correct AWS_ENDPOINT_URL.",
}
_OTHER_SHAPE = re.compile(
    r"schema|specified index|Missing the key|Type mismatch|required keys|conditions on the keys", re.IGNORECASE
)


def explained(
    bad: Exception, *, region: str = "", endpoint: str = "", tables: Collection[str] = ()
) -> StoreUnavailable | ValueError:
    """Return the error of ours that `bad`, of boto3, is: `ValueError` for a request that DynamoDB never takes."""
    words = {"region": region, "endpoint": endpoint, "tables": " or ".join(tables) or "A table"}
    words["said"] = (said(bad) if isinstance(bad, ClientError) else str(bad)).rstrip(".")
    name = code(bad) if isinstance(bad, ClientError) else ""
    if name in {"ValidationException", "ValidationError"}:
        if not _OTHER_SHAPE.search(words["said"]):
            return ValueError(f"DynamoDB takes no such item in {words['tables']}: {words['said']}.")
        return StoreUnavailable(_SHAPE.format(**words))
    kind = trouble(bad)
    if kind is not None and kind is not UNHEARD:
        return StoreUnavailable(f"{words['tables']} in {region}: {kind.name}; try again in a moment.")
    names = [name] if name else [each.__name__ for each in type(bad).__mro__]
    sentence = next((_SENTENCES[each] for each in names if each in _SENTENCES), _OTHER)
    return StoreUnavailable(sentence.format(**words))
