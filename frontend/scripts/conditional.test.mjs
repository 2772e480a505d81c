import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { askIfChanged, forgetAnswers } = await source("api/conditional.ts");
const PLACE = "https://shop.example/api/leads";

/** A server with one value at each address, which tells nobody twice what they have. */
function server(value = "Maya") {
  const asked = [];
  const site = {
    value,
    status: 200,
    asked,
    reach: async (request) => {
      const known = request.headers.get("if-none-match");
      asked.push(known);
      const etag = `"${site.value}"`;
      if (site.status !== 200) return new Response('{"detail":"no"}', { status: site.status });
      if (known === etag) return new Response(null, { status: 304, headers: { etag } });
      return new Response(site.value, { headers: { etag, "content-type": "application/json" } });
    },
    ask: (place = PLACE) => askIfChanged(new Request(place), site.reach),
  };
  forgetAnswers();
  return site;
}

test("what has not changed is not sent again, and is told as it was", async () => {
  const site = server();
  for (const known of [null, '"Maya"', '"Maya"']) {
    const answer = await site.ask();
    assert.equal(site.asked.at(-1), known);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.equal(await answer.text(), "Maya");
  }
});

test("what has changed is told anew", async () => {
  const site = server();
  await site.ask();
  site.value = "Joy";
  assert.equal(await (await site.ask()).text(), "Joy");
  assert.equal(await (await site.ask()).text(), "Joy");
  assert.deepEqual(site.asked, [null, '"Maya"', '"Joy"']);
});

test("each address has its own answer, query and all", async () => {
  const site = server();
  await site.ask();
  await site.ask(`${PLACE}?limit=1`);
  assert.deepEqual(site.asked, [null, null]);
});

test("a no is told as it is and is not remembered", async () => {
  const site = server();
  site.status = 503;
  assert.equal((await site.ask()).status, 503);
  site.status = 200;
  await site.ask();
  assert.deepEqual(site.asked, [null, null]);
});

test("an answer without a tag is not remembered", async () => {
  forgetAnswers();
  const asked = [];
  const reach = async (request) => {
    asked.push(request.headers.get("if-none-match"));
    return new Response("{}");
  };
  for (const _ of [1, 2]) await askIfChanged(new Request(PLACE), reach);
  assert.deepEqual(asked, [null, null]);
});

test("after signing out nothing is remembered", async () => {
  const site = server();
  await site.ask();
  forgetAnswers();
  await site.ask();
  assert.deepEqual(site.asked, [null, null]);
});

test("an answer that was on its way when somebody signed out is not remembered either", async () => {
  const site = server();
  const onItsWay = askIfChanged(new Request(PLACE), async (request) => {
    forgetAnswers();
    return site.reach(request);
  });
  assert.equal(await (await onItsWay).text(), "Maya");
  await site.ask();
  assert.deepEqual(site.asked, [null, null]);
});

test("so many answers are remembered and no more; those asked for last stay", async () => {
  const site = server();
  for (let at = 0; at < 100; at += 1) {
    await site.ask(`${PLACE}?after=${at}`);
    await site.ask();
  }
  await site.ask(`${PLACE}?after=0`);
  assert.equal(site.asked.at(-1), null);
  await site.ask();
  assert.equal(site.asked.at(-1), '"Maya"');
});
