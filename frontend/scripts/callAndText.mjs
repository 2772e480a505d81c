const TEL = /^\+[1-9]\d{7,14}$/;
const LINK = "inline-flex min-h-11 items-center font-semibold underline underline-offset-4";

const BLOCK =
  '<noscript data-display="__LINDA_PHONE_DISPLAY__" data-phone="__LINDA_PHONE__" data-shop="__LINDA_SHOP__" id="call-and-text">' +
  '<div class="mx-auto grid max-w-6xl gap-2 p-4 text-lg"><p>__LINDA_SHOP__</p>' +
  `<p><a class="${LINK}" href="tel:__LINDA_PHONE__">Call __LINDA_PHONE_DISPLAY__</a></p>` +
  `<p><a class="${LINK}" href="sms:__LINDA_PHONE__">Text __LINDA_PHONE_DISPLAY__</a></p></div></noscript>`;

function displayed(phone) {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function filledIn(shop, phone) {
  return BLOCK.replaceAll("__LINDA_SHOP__", () => escaped(shop))
    .replaceAll("__LINDA_PHONE__", phone)
    .replaceAll("__LINDA_PHONE_DISPLAY__", displayed(phone));
}

/**
 * The page with call and text links for a browser without JavaScript.
 *
 * LINDA's own server fills the placeholders in as it serves the page. A static host cannot: there the environment
 * says who the shop is while the pages are built.
 */
export function withCallAndText(html, { LINDA_SHOP_NAME: shop, LINDA_SHOP_PHONE: phone }) {
  if (!shop !== !phone)
    throw new Error("LINDA_SHOP_NAME and LINDA_SHOP_PHONE go together: set both or neither");
  if (phone && !TEL.test(phone))
    throw new Error(`LINDA_SHOP_PHONE must look like +19045550100, not ${phone}`);
  const block = phone ? filledIn(shop, phone) : BLOCK;
  return html.replace(/<\/body>/i, () => `${block}</body>`);
}
