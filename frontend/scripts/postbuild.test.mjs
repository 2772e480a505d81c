import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { withCallAndText } from "./callAndText.mjs";
import { missingOnVercel } from "./onVercel.mjs";
import { blocked, policyOf, withPolicy } from "./policy.mjs";
import { isTooHeavy } from "./weight.mjs";

const PAGE =
  '<!DOCTYPE html><html><head><meta charSet="utf-8"/><script>first()</script></head>' +
  '<body><p class="style">a onclick= in text</p><script src="/a.js" async=""></script><script>second("<p style=1>")</script></body></html>';

const hash = (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

test("the policy names exactly the page's inline scripts, and no unsafe word", () => {
  const policy = policyOf(PAGE);
  const scripts = `script-src 'self' ${hash("first()")} ${hash('second("<p style=1>")')};`;
  assert.ok(policy.includes(scripts), policy);
  assert.doesNotMatch(policy, /unsafe/);
});

test("the policy is the first thing in the head, and the charset still comes in time", () => {
  assert.match(
    withPolicy(PAGE, policyOf(PAGE)),
    /<head><meta http-equiv="Content-Security-Policy" content="[^"]+"\/>/,
  );
  assert.throws(() => withPolicy(PAGE, "x".repeat(1000)), /charset/);
});

test("words in text and in scripts are no inline style", () => {
  assert.deepEqual(blocked(PAGE), []);
});

for (const [what, tag] of [
  ["an inline <style>", "<style>p{}</style>"],
  ["a style attribute", '<p style="color:red">'],
  ["an inline event handler", '<img src="/a.png" onerror="x()">'],
]) {
  test(`${what} stops the build`, () => {
    assert.match(blocked(PAGE.replace("<body>", `<body>${tag}`)).join(), new RegExp(what));
  });
}

test("without a shop in the environment the placeholders stay for the server", () => {
  const html = withCallAndText(PAGE, {});
  assert.match(html, /href="tel:__LINDA_PHONE__"/);
  assert.match(html, /<\/noscript><\/body>/);
});

test("a shop in the environment is filled in, whatever its name holds", () => {
  const html = withCallAndText(PAGE, {
    LINDA_SHOP_NAME: 'A & B "$&" <Phones>',
    LINDA_SHOP_PHONE: "+19045550100",
  });
  assert.match(html, /<p>A &amp; B &quot;\$&amp;&quot; &lt;Phones><\/p>/);
  assert.match(html, /href="sms:\+19045550100">Text \(904\) 555-0100</);
  assert.doesNotMatch(html, /__LINDA/);
});

test("half a shop, or a number nobody can dial, stops the build", () => {
  assert.throws(() => withCallAndText(PAGE, { LINDA_SHOP_NAME: "A" }), /set both or neither/);
  assert.throws(
    () => withCallAndText(PAGE, { LINDA_SHOP_NAME: "A", LINDA_SHOP_PHONE: "904" }),
    /must look like/,
  );
});

test("Vercel builds nothing without the shop and the API's address; elsewhere neither is asked for", () => {
  assert.equal(missingOnVercel({ VERCEL: "1" }, "https://API-ID.execute-api").length, 2);
  const shop = { LINDA_SHOP_NAME: "A", LINDA_SHOP_PHONE: "+19045550100" };
  assert.deepEqual(missingOnVercel({ VERCEL: "1", ...shop }, "https://abc.execute-api"), []);
  assert.deepEqual(missingOnVercel({}, "https://API-ID.execute-api"), []);
});

test("170 KB is the most a first visit may load", () => {
  assert.equal(isTooHeavy(170), false);
  assert.equal(isTooHeavy(170.1), true);
});
