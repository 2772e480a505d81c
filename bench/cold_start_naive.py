"""What one would write first: every library imported and every client made at the top, one webhook."""

import base64
import os
from typing import Any
from urllib.parse import parse_qsl

import boto3  # type: ignore[import-untyped]
import openai
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]
from twilio.twiml.messaging_response import MessagingResponse  # type: ignore[import-untyped]

TOKEN = os.environ["TWILIO_AUTH_TOKEN"]
validator = RequestValidator(TOKEN)
twilio = Client(os.environ["TWILIO_ACCOUNT_SID"], TOKEN)
model = openai.OpenAI()
table = boto3.resource("dynamodb").Table(os.environ["NAIVE_TABLE"])


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer one text: verify, remember, ask the model, answer TwiML."""
    form = dict(parse_qsl(base64.b64decode(event["body"]).decode(), keep_blank_values=True))
    url = os.environ["LINDA_PUBLIC_URL"] + event["rawPath"]
    if not validator.validate(url, form, event["headers"]["x-twilio-signature"]):
        return {"statusCode": 403}
    lead = table.get_item(Key={"lead_id": form["From"]}).get("Item", {"lead_id": form["From"], "talk": []})
    answer = model.responses.create(
        model="gpt-4o",
        instructions="You answer the phone of a repair shop.",
        input=[*lead["talk"], {"role": "user", "content": form["Body"]}],
    )
    table.put_item(Item={**lead, "talk": [*lead["talk"], {"role": "user", "content": form["Body"]}]})
    response = MessagingResponse()
    response.message(answer.output_text)
    return {"statusCode": 200, "headers": {"content-type": "text/xml"}, "body": str(response)}
