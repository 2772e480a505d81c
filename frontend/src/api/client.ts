import type { Session } from "./contract";
import { Problem, problemOf } from "./problem";

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Options = { body?: unknown; query?: Record<string, string | number>; headers?: Record<string, string> };

const OPEN_TO_ALL = ["/api/public", "/api/chat", "/api/session", "/api/simulator"];

let csrf: string | null = null;

/** Remembers the token that unsafe requests carry; every Session brings it. */
export function rememberSession(session: Session): Session {
  csrf = session.csrf;
  return session;
}

// The longest turn takes 12.5 s; a connection that hangs longer is a lost one.
const PATIENCE = 15_000;
const POLL_PATIENCE = 6000;

async function reach(path: string, init: RequestInit): Promise<Response> {
  const patience = init.method === undefined || init.method === "GET" ? POLL_PATIENCE : PATIENCE;
  try {
    return await fetch(path, { ...init, credentials: "same-origin", signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Problem(0, "Can't reach LINDA. Check the connection and try again.");
  }
}

function signInIfNeeded(path: string) {
  const isOpen = OPEN_TO_ALL.some(
    (open) => path === open || path.startsWith(`${open}/`) || path.startsWith(`${open}?`),
  );
  if (isOpen || window.location.pathname.startsWith("/desk/sign-in")) return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/desk/sign-in/?next=${encodeURIComponent(here)}`);
}

async function token(fresh: boolean): Promise<string | null> {
  if (fresh || csrf === null) {
    const response = await reach("/api/session", {});
    if (response.ok) rememberSession(await response.json());
  }
  return csrf;
}

async function attempt(method: Method, path: string, options: Options, fresh: boolean): Promise<Response> {
  const headers = new Headers(options.headers);
  if (options.body !== undefined) headers.set("content-type", "application/json");
  if (method !== "GET") {
    const value = await token(fresh);
    if (value) headers.set("x-csrf-token", value);
  }
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  return reach(path, { method, headers, body });
}

/**
 * Asks LINDA and returns the answer's JSON (undefined for 204).
 *
 * Throws a Problem with a sentence fit to show; 401 leads to the sign-in page and back. A 403 is tried once more
 * with a fresh token, because another tab may have signed in anew.
 */
export async function request<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const query = options.query
    ? `?${new URLSearchParams(Object.entries(options.query).map(([k, v]) => [k, String(v)]))}`
    : "";
  let response = await attempt(method, path + query, options, false);
  if (response.status === 403 && method !== "GET")
    response = await attempt(method, path + query, options, true);
  if (response.status === 401) signInIfNeeded(path);
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}
