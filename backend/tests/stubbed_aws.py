"""An AWS that answers what it was told to, in that order, and nothing else (botocore's Stubber)."""

from collections.abc import Mapping
from typing import Any

import boto3  # type: ignore[import-untyped]
from botocore.stub import ANY, Stubber  # type: ignore[import-untyped]

from linda.deployment.aws import Aws

ACCOUNT = "111122223333"
BUCKET = f"linda-code-{ACCOUNT}-us-east-1"
STACK_ID = f"arn:aws:cloudformation:us-east-1:{ACCOUNT}:stack/linda/1"
TYPE = "AWS::CloudFormation::Stack"


class StubbedAws:
    """Each client is boto3's own and checks requests and answers by AWS's description; only the network is missing."""

    def __init__(self) -> None:
        self._stubbers: dict[str, Stubber] = {}
        self.aws = Aws("us-east-1", self._connect)

    def _connect(self, service: str) -> Any:
        client = boto3.client(
            service,
            region_name="us-east-1",
            aws_access_key_id="AKIATEST",
            aws_secret_access_key="test",  # noqa: S106 - no request leaves the process
        )
        self._stubbers[service] = Stubber(client)
        self._stubbers[service].activate()
        return client

    def _stubber(self, service: str) -> Stubber:
        self.aws.client(service)
        return self._stubbers[service]

    def answers(
        self, service: str, call: str, answer: Mapping[str, Any] | None = None, asked: Mapping[str, Any] | None = None
    ) -> None:
        """Answer the next `call`; `asked` is what it must be called with, when that matters."""
        self._stubber(service).add_response(call, dict(answer or {}), dict(asked) if asked else None)

    def refuses(self, service: str, call: str, code: str, message: str = "", status: int = 400) -> None:
        """Refuse the next `call`."""
        self._stubber(service).add_client_error(call, code, message, status)

    def assert_all_asked(self) -> None:
        """Fail when something that was told was never asked for."""
        for stubber in self._stubbers.values():
            stubber.assert_no_pending_responses()

    # --- Whole conversations

    def signs_in(self) -> None:
        self.answers("sts", "get_caller_identity", {"Account": ACCOUNT})

    def has_stack(self, status: str, **described: Any) -> None:
        """Describe the stack once; an empty `status` is no stack."""
        if not status:
            self.refuses("cloudformation", "describe_stacks", "ValidationError", "Stack with id linda does not exist")
            return
        stack = {"StackName": "linda", "StackId": STACK_ID, "StackStatus": status, "CreationTime": 0, **described}
        self.answers("cloudformation", "describe_stacks", {"Stacks": [stack]})

    def reads_the_template(self, **defaults: str) -> None:
        declared = {"CodeBucket": None, "CodeKey": None, "Release": None, "TablePrefix": "", **defaults}
        declared |= {"Architecture": "arm64", "Runtime": "python3.13"}
        parameters = [
            {"ParameterKey": key, **({} if value is None else {"DefaultValue": value})}
            for key, value in declared.items()
        ]
        self.answers("cloudformation", "get_template_summary", {"Parameters": parameters})

    def is_examined(self, status: str = "", **described: Any) -> None:
        """Answer all that is asked before anything is written."""
        self.signs_in()
        self.has_stack(status, **described)
        self.reads_the_template()
        if status in {"", "REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE"}:
            self.answers("dynamodb", "list_tables", {"TableNames": []})

    def draws_up(self, *changes: str, kind: str = "CREATE") -> None:
        asked = {
            "StackName": "linda",
            "ChangeSetName": ANY,
            "ChangeSetType": kind,
            "TemplateBody": ANY,
            "Parameters": ANY,
            "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            "ImportExistingResources": True,
        }
        self.answers("cloudformation", "create_change_set", {"Id": "arn:aws:x:1"}, asked)
        found = [
            {
                "Type": "Resource",
                "ResourceChange": {"Action": "Add", "LogicalResourceId": name, "ResourceType": "AWS::S3::Bucket"},
            }
            for name in changes
        ]
        answer = {"Status": "CREATE_COMPLETE", "Changes": found}
        if not changes:
            answer = {"Status": "FAILED", "StatusReason": "The submitted information didn't contain changes."}
        self.answers("cloudformation", "describe_change_set", answer)

    def discards(self, status: str = "REVIEW_IN_PROGRESS", *, others: int = 0) -> None:
        """Take the change set away, and with it the empty place of a new stack."""
        self.answers("cloudformation", "delete_change_set", {}, {"ChangeSetName": ANY, "StackName": "linda"})
        self.has_stack(status)
        if status == "REVIEW_IN_PROGRESS":
            self.answers(
                "cloudformation", "list_change_sets", {"Summaries": [{"ChangeSetName": "other"} for _ in range(others)]}
            )
            if not others:
                self.answers("cloudformation", "delete_stack", {}, {"StackName": "linda"})

    def has_a_bucket(self) -> None:
        self.answers("s3", "head_bucket", {}, {"Bucket": BUCKET, "ExpectedBucketOwner": ACCOUNT})
        self.answers("s3", "put_public_access_block")
        self.answers("s3", "put_bucket_encryption")

    def stores_secrets(self) -> None:
        """Find every secret there already, twice: what changed, and what is there beside."""
        values = {"TWILIO_AUTH_TOKEN": "the-token", "LINDA_SECRET_KEYS": "the-key"}
        stored = [{"Name": f"/linda/{name}", "Type": "SecureString", "Value": each} for name, each in values.items()]
        for _ in range(2):
            self.answers("ssm", "get_parameters", {"Parameters": stored})

    def executes(self) -> None:
        self.has_a_bucket()
        self.answers("s3", "put_object")
        self.stores_secrets()
        self.answers("cloudformation", "execute_change_set")
