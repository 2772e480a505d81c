// Conditional requests (RFC 9110, section 13). The browser stores nothing of what the API says, because it is about
// customers; so the last value of each address and its tag are kept here, in the memory of this page, which ends with it.

type Kept = { tag: string; body: string; headers: Headers };

const MOST = 32;

let answers = new Map<string, Kept>();

/** Forgets every answer, and those that are on their way. */
export function forgetAnswers() {
  answers = new Map();
}

function keep(memory: Map<string, Kept>, address: string, answer: Kept) {
  // What was asked for last stands last, so that the first is the one nobody asks for any more.
  memory.delete(address);
  memory.set(address, answer);
  const [oldest] = memory.keys();
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest);
}

/** The answer to a GET, which costs a 304 where it is the one of before. */
export async function askIfChanged(
  request: Request,
  reach: (request: Request) => Promise<Response>,
): Promise<Response> {
  const memory = answers;
  const before = memory.get(request.url);
  if (before) request.headers.set("if-none-match", before.tag);
  const response = await reach(request);
  if (response.status === 304 && before) {
    keep(memory, request.url, before);
    return new Response(before.body, { headers: before.headers });
  }
  const tag = response.headers.get("etag");
  if (response.status !== 200 || !tag) return response;
  const { headers } = response;
  const body = await response.text();
  keep(memory, request.url, { tag, body, headers });
  return new Response(body, { headers });
}
