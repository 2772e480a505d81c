import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 170;
const SOURCE = /<script\b(?![^>]*\bnomodule\b)[^>]*\bsrc="([^"]+)"/gi;

async function kilobytes(file) {
  return gzipSync(await readFile(file)).length / 1024;
}

/** How much JavaScript a first visit to this page loads, in KB as sent (gzip). */
export async function weightOf(html, out) {
  const sources = new Set([...html.matchAll(SOURCE)].map(([, source]) => source));
  const sizes = await Promise.all([...sources].map((source) => kilobytes(join(out, source))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A line of the table of sizes, marked when the page is too heavy. */
export function weightLine(page, size) {
  const mark = isTooHeavy(size) ? `  over ${LIMIT_KB} KB` : "";
  return `  ${page.padEnd(22)} ${size.toFixed(1).padStart(6)} KB${mark}`;
}

/** Whether people on a slow phone would wait too long. */
export function isTooHeavy(size) {
  return size > LIMIT_KB;
}
