// Runs after `next build`: gives every exported page its Content-Security-Policy, the public page its links without
// JavaScript, and stops a build that breaks the policy or is too heavy for a phone.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { withCallAndText } from "./callAndText.mjs";
import { missingOnVercel } from "./onVercel.mjs";
import { blocked, policyOf, withPolicy } from "./policy.mjs";
import { isTooHeavy, weightLine, weightOf } from "./weight.mjs";

const OUT = fileURLToPath(new URL("../out", import.meta.url));
const VERCEL = new URL("../vercel.json", import.meta.url);

/** "out/desk/index.html" -> "/desk/"; a page that is no folder keeps its name: "/404.html". */
function addressOf(file) {
  return `/${relative(OUT, file).split(sep).join("/")}`.replace(/\/index\.html$/, "/");
}

async function finish(file) {
  const address = addressOf(file);
  const exported = await readFile(file, "utf8");
  const html = address === "/" ? withCallAndText(exported, process.env) : exported;
  const policy = policyOf(html);
  await writeFile(file, withPolicy(html, policy));
  return { address, policy, problems: blocked(html), size: await weightOf(html, OUT) };
}

async function main() {
  const names = await readdir(OUT, { recursive: true });
  const files = names.filter((name) => name.endsWith(".html")).sort();
  const pages = await Promise.all(files.map((name) => finish(join(OUT, name))));
  const policies = Object.fromEntries(pages.map(({ address, policy }) => [address, policy]));
  await writeFile(join(OUT, "csp.json"), `${JSON.stringify(policies, null, 2)}\n`);

  process.stdout.write("\nFirst-page JavaScript, gzip\n");
  for (const { address, size } of pages) process.stdout.write(`${weightLine(address, size)}\n`);
  const problems = [
    ...missingOnVercel(process.env, await readFile(VERCEL, "utf8")),
    ...pages.flatMap(({ address, problems }) => problems.map((problem) => `${address} holds ${problem}`)),
  ];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0 || pages.some(({ size }) => isTooHeavy(size))) process.exitCode = 1;
}

await main();
