"use client";

import { LegalPage } from "./LegalPage";

/** How texting with the shop works: what carriers ask a texting programme to say. */
export function Terms() {
  return (
    <LegalPage title="Terms of texting">
      {({ shop, assistant, reach }) => (
        <>
          <section>
            <h2>Who texts you, and what for</h2>
            <p>
              {shop} answers texts at {reach}, mostly through {assistant}. You get answers about your repair,
              prices, open times, booking confirmations, changes and reminders. No advertising campaigns.
            </p>
          </section>
          <section>
            <h2>How you agree</h2>
            <p>
              By texting the number first, or by giving your mobile number in the chat, ticking the box there
              and confirming with the code we text you. Agreeing is never a condition of buying anything.
            </p>
          </section>
          <section>
            <h2>How often, and what it costs</h2>
            <p>
              Message frequency varies: it depends on what you ask. Message and data rates may apply, as in
              your plan. Carriers are not liable for delayed or undelivered messages.
            </p>
          </section>
          <section>
            <h2>How to stop, and how to get help</h2>
            <p>
              Reply STOP to end; one last text confirms it. Reply START to begin again. Reply HELP for help,
              or call {reach}.
            </p>
          </section>
          <section>
            <h2>Prices and times</h2>
            <p>
              Prices are where a repair starts. A booking is made when you get its confirmation with a code.
              Ask us to move or cancel it at any time.
            </p>
          </section>
        </>
      )}
    </LegalPage>
  );
}
