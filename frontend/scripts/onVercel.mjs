/** What is missing for pages that Vercel serves, as sentences; nothing where somebody else builds. */
export function missingOnVercel(env, config) {
  if (!env.VERCEL) return [];
  const found = [];
  if (!env.LINDA_SHOP_NAME || !env.LINDA_SHOP_PHONE)
    found.push(
      "Set LINDA_SHOP_NAME and LINDA_SHOP_PHONE in the project, so that people can call without JavaScript.",
    );
  if (config.includes("API-ID"))
    found.push("Put your API's address into frontend/vercel.json, where API-ID stands now.");
  return found;
}
