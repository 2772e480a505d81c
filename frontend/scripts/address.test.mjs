import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { source } from "./source.mjs";

const { authenticatorLink, deskAddress, isName, numberLink, ownAddress, webLink } =
  await source("format/address.ts");
const HERE = "https://shop.example";
const DESK = `${HERE}/desk/`;

const ELSEWHERE = [
  "/\t/other.example/",
  "/\n/other.example/",
  "/\r/other.example/",
  "\t//other.example/",
  " //other.example/",
  "//other.example/",
  "///other.example/",
  "/\\other.example/",
  "\\\\other.example/",
  "/\\/other.example/",
  "//other.example\\@shop.example/",
  "https:/\\other.example/",
  "HTTPS://other.example/",
  "http://shop.example/desk/",
  "https://shop.example:444/desk/",
  "https://shop.example.other.example/desk/",
  "https://shop.example@other.example/desk/",
  "https://other.example\\@shop.example/desk/",
  "https://other.example#@shop.example/desk/",
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "JaVaScRiPt://shop.example/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  `blob:${HERE}/desk/`,
  `filesystem:${HERE}/temporary/desk/`,
  "vbscript:x",
  "file:///desk/",
  "ftp://shop.example/desk/",
  "about:blank",
  "https://",
  "https://[/desk/",
  "//",
  "///",
  "/.//other.example/",
  "/desk/..//other.example/",
  "/desk/%2e%2e//other.example/",
  "/%2e//other.example/",
];

for (const address of ELSEWHERE) {
  test(`${JSON.stringify(address)} is no place of this site, and no page to go to after signing in`, () => {
    assert.equal(ownAddress(address, HERE), null);
    assert.equal(deskAddress(address, HERE), DESK);
  });
}

for (const address of [
  "",
  "/",
  "/desk",
  "/deskother/",
  "/api/public/call",
  "/desk/../api/public/call",
  "/desk/%2E%2e/api/leads.csv",
  "/desk/..\\api/leads.csv",
  "/desk/sign-in/?next=/desk/inbox/",
  "/phone/",
  "?next=/desk/",
  "https:other.example/",
]) {
  test(`${JSON.stringify(address)} is no page of the desk: the cockpit opens after signing in`, () => {
    assert.equal(deskAddress(address, HERE), DESK);
  });
}

for (const [address, opens] of [
  ["/desk/inbox/?c=%2B19045550142&view=done", "/desk/inbox/?c=%2B19045550142&view=done"],
  ["/desk/settings/#security", "/desk/settings/#security"],
  ["/desk/inbox/?c=//other.example/", "/desk/inbox/?c=//other.example/"],
  [`${HERE}/desk/leads/`, "/desk/leads/"],
  ["https://owner:secret@shop.example/desk/leads/", "/desk/leads/"],
]) {
  test(`${address} opens after signing in, without a name or a password in it`, () => {
    assert.equal(deskAddress(address, HERE), HERE + opens);
  });
}

test("a place of this site keeps its query and its hash", () => {
  assert.equal(ownAddress("/poster/?paper=a4#top", HERE), `${HERE}/poster/?paper=a4#top`);
});

for (const [written, link] of [
  ["https://shop.example/a?b=c", "https://shop.example/a?b=c"],
  [
    "http://localhost:8000/api/public/appointment.ics?booking=x",
    "http://localhost:8000/api/public/appointment.ics?booking=x",
  ],
  ["HTTPS://SHOP.example", "https://shop.example/"],
  ["https://shop.example@other.example/", undefined],
  ["https://:secret@other.example/", undefined],
  ["javascript:alert(1)//https://", undefined],
  ["https:\\\\other.example", "https://other.example/"],
  ["https://", undefined],
  ["//other.example/", undefined],
  ["/desk/", undefined],
  ["ftp://other.example/", undefined],
]) {
  test(`a text's ${JSON.stringify(written)} is a link to the web as the browser reads it, or no link`, () => {
    assert.equal(webLink(written), link);
  });
}

for (const [scheme, phone, link] of [
  ["tel", "+19045550142", "tel:+19045550142"],
  ["sms", "+19045550142", "sms:+19045550142"],
  ["tel", "+19045550142;phone-context=other.example", undefined],
  ["sms", "+19045550142?body=hi", undefined],
  ["tel", "*21*19045550142#", undefined],
  ["tel", "//other.example", undefined],
  ["tel", "+1904555\n0142", undefined],
  ["tel", "", undefined],
  ["tel", undefined, undefined],
]) {
  test(`${scheme} with ${JSON.stringify(phone)} dials that number and nothing else`, () => {
    assert.equal(numberLink(scheme, phone), link);
  });
}

test("the link to the authenticator app opens that app and nothing else", () => {
  const link = "otpauth://totp/LINDA:desk?secret=ABC&issuer=LINDA";
  assert.equal(authenticatorLink(link), link);
  for (const other of ["javascript:alert(1)//otpauth:", "https://other.example/?otpauth:", "otpauth", ""])
    assert.equal(authenticatorLink(other), undefined);
});

// A fixed place of this site with encoded parts behind it, a function of the one module, or a name from this list.
const FIXED = /^["'`](\/[a-z"'`]|#)/;
const READ = /^(ownAddress|deskAddress|webLink|numberLink|authenticatorLink)\(/;
const KNOWN = new Set([
  "features/inbox/HeadList.tsx: href",
  "features/inbox/Inbox.tsx: url",
  "features/leads/LeadCards.tsx: conversationOf(lead)",
  "features/leads/LeadTable.tsx: conversationOf(lead)",
  "features/shell/BottomBar.tsx: place.href",
  "features/shell/Sidebar.tsx: place.href",
  "features/simulator/Tappable.tsx: link",
]);
const WAYS = [
  /\b(?:href|src|formAction)=\{?((?:[^{}\n]|\$\{[^{}]*\})*)/g,
  /\b(?:router\.(?:push|replace|prefetch)|location\.(?:assign|replace)|window\.open)\(([^\n]*?)(?:, \{[^\n]*)?\);/g,
  /\blocation(?:\.href)?\s*=\s*([^=\n][^\n]*);/g,
];

function strange(file, text) {
  const found = WAYS.flatMap((way) => [...text.matchAll(way)].map(([, address]) => address));
  return found
    .filter((address) => !FIXED.test(address) && !READ.test(address))
    .map((address) => `${file}: ${address}`)
    .filter((each) => !KNOWN.has(each));
}

test("no address of the pages comes from outside the code without being read by the one module for it", async () => {
  const names = await readdir(new URL("../src", import.meta.url), { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith("schema.d.ts"));
  const found = await Promise.all(
    files.map(async (name) =>
      strange(name, await readFile(new URL(`../src/${name}`, import.meta.url), "utf8")),
    ),
  );
  assert.ok(files.length > 100);
  assert.deepEqual(found.flat(), []);
});

for (const way of [
  "<a href={part}>",
  "location.assign(asked);",
  "window.open(data.url, { x: 1 });",
  "<img src={picture} />",
  'router.push(leaving ?? "/desk/");',
  "window.location.href = next;",
  'href={phone ?? "/"}',
]) {
  test(`that looks for ${way}, and finds it`, () => {
    assert.equal(strange("a.tsx", way).length, 1);
  });
}

test("a name that leads up a path, or nowhere, is no name", () => {
  for (const name of [".", "..", "", "%2e", ".%2E", "%2e%2e"]) assert.equal(isName(name), false, name);
  for (const name of ["+19045550142", "...", "a.b", "..a", "a/b", "2026-02-10"])
    assert.equal(isName(name), true, name);
});
