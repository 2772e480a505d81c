import createClient, { defaultPathSerializer } from "openapi-fetch";
import { isName } from "@/format/address";
import { askIfChanged, forgetAnswers } from "./conditional";
import type { Full, Session } from "./contract";
import { Problem } from "./problem";
import type { paths } from "./schema";

const OPEN_TO_ALL = /^\/api\/(public|chat|session|simulator)(\/|$)/;

// The longest turn takes 12.5 s; a connection that hangs longer is a lost one.
const PATIENCE = 15_000;
const POLL_PATIENCE = 6000;

// Undefined until it was asked for; null for a visitor, who needs none.
let csrf: string | null | undefined;

/** Remembers the token that unsafe requests carry; every Session brings it. */
export function rememberSession(session: Session): Session {
  csrf = session.csrf;
  return session;
}

async function reach(request: Request): Promise<Response> {
  const isSafe = request.method === "GET";
  const signal = AbortSignal.timeout(isSafe ? POLL_PATIENCE : PATIENCE);
  const go = (asked: Request) => fetch(asked, { cache: "no-store", signal });
  try {
    return await (isSafe ? askIfChanged(request, go) : go(request));
  } catch {
    throw new Problem(0, "Can't reach LINDA. Check the connection and try again.");
  }
}

async function withToken(request: Request, fresh: boolean): Promise<Request> {
  if (fresh || csrf === undefined) {
    const answer = await reach(new Request("/api/session"));
    if (answer.ok) rememberSession(await answer.json());
  }
  if (csrf) request.headers.set("x-csrf-token", csrf);
  return request;
}

function signIn() {
  const { pathname, search } = window.location;
  if (pathname.startsWith("/desk/sign-in")) return;
  window.location.assign(`/desk/sign-in/?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * Sends a request: with the token when it changes something, and to the sign-in page and back when the answer is 401.
 *
 * A 403 is tried once more with a fresh token, because another tab may have signed in anew.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const isSafe = request.method === "GET";
  let response = await reach(isSafe ? request : await withToken(request, false));
  if (response.status === 403 && !isSafe) response = await reach(await withToken(again, true));
  if (response.status === 401 && !OPEN_TO_ALL.test(new URL(request.url).pathname)) {
    forgetAnswers();
    signIn();
  }
  return response;
}

function pathOf(template: string, parts: Record<string, unknown>): string {
  if (Object.values(parts).some((part) => !isName(String(part))))
    throw new Problem(404, "There is no such thing.");
  return defaultPathSerializer(template, parts);
}

/** The API as its description has it: paths, parameters and bodies are checked against the server's own types. */
export const api = createClient<paths>({ fetch: send, pathSerializer: pathOf });

type Outcome<T> = { data?: T; error?: unknown; response: Response };

/** The answer of a call; throws a Problem with a sentence fit to show when there is none. */
export async function told<T>(call: Promise<Outcome<T>>): Promise<Full<T>> {
  const { data, error, response } = await call;
  if (response.ok) return data as Full<T>;
  const body = typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
  const detail = typeof body.detail === "string" ? body.detail : "LINDA could not do that. Try again.";
  throw new Problem(response.status, detail, body);
}
