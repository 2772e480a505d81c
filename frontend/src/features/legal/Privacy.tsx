"use client";

import { LegalPage } from "./LegalPage";

/** What is kept about a customer, and with whom it is never shared. */
export function Privacy() {
  return (
    <LegalPage title="Privacy">
      {({ shop, assistant, reach }) => (
        <>
          <p>
            {shop} repairs phones. {assistant} is the software that answers its texts, calls and this page's
            chat.
          </p>
          <section>
            <h2>What is kept</h2>
            <p>
              Your number, what you write or say to us, the device and repair you ask about, your bookings,
              and your name if you give it. Calls are not recorded; what is said may be kept as written words.
              The chat keeps a random token in your browser so that it knows you again. There is no
              advertising and no tracking on this page.
            </p>
          </section>
          <section>
            <h2>What it is for</h2>
            <p>To quote, book and carry out your repair, and to honor its warranty. Nothing else.</p>
          </section>
          <section>
            <h2>Who else sees it</h2>
            <p>
              We do not sell your data.{" "}
              <strong>
                We do not share mobile numbers, or the consent to be texted, with third parties or affiliates
                for marketing or any other purpose of theirs.
              </strong>{" "}
              Companies that carry messages and run the software for us (the phone carrier, the host, and a
              language model where one is used) handle them on our behalf only.
            </p>
          </section>
          <section>
            <h2>Texts</h2>
            <p>
              Reply STOP to any text and no more will come; START brings them back; HELP explains. How texting
              works stands in the terms.
            </p>
          </section>
          <section>
            <h2>Your data</h2>
            <p>To see what is kept about you, to correct it or to have it removed, text or call {reach}.</p>
          </section>
        </>
      )}
    </LegalPage>
  );
}
