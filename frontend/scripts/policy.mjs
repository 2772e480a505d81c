import { createHash } from "node:crypto";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const TAG = /<[a-z][^>]*>/gi;

// React escapes ">" and quotes inside attributes, so that a tag ends at its first ">".
const FORBIDDEN = [
  [/^<style\b/i, "an inline <style>"],
  [/\sstyle\s*=/i, "a style attribute"],
  [/\son[a-z]+\s*=/i, "an inline event handler"],
];

/** The scripts written out in the page, without those loaded by `src`. */
function inlineScripts(html) {
  return [...html.matchAll(SCRIPT)]
    .filter(([, attributes]) => !/\bsrc=/.test(attributes))
    .map(([, , body]) => body);
}

/** What the policy below would block in this page, as sentences. */
export function blocked(html) {
  const tags = html.replace(SCRIPT, "<script$1></script>").match(TAG) ?? [];
  return tags.flatMap((tag) =>
    FORBIDDEN.filter(([pattern]) => pattern.test(tag)).map(([, what]) => `${what}: ${tag.slice(0, 120)}`),
  );
}

/** The Content-Security-Policy that lets exactly this page's scripts run. */
export function policyOf(html) {
  const hashes = inlineScripts(html).map(
    (body) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`,
  );
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...new Set(hashes)].join(" ")}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** The page with its policy as the first thing in the head: what comes before a policy is not covered by it. */
export function withPolicy(html, policy) {
  const page = html.replace(
    /<head>/i,
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
  );
  const charset = page.search(/<meta charset=/i);
  if (charset < 0 || charset > 1000)
    throw new Error("the charset must stand in the first 1024 bytes of the page");
  return page;
}
