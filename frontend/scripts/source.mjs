import { readFile } from "node:fs/promises";
import ts from "typescript";

const OPTIONS = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };

/** The module at `path` below src, for tests in a Node that reads no TypeScript; it imports nothing but types. */
export async function source(path) {
  const written = await readFile(new URL(`../src/${path}`, import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(written, { compilerOptions: OPTIONS });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`);
}
