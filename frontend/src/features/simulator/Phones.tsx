"use client";

import { UserPlus } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { SimulatorPage } from "@/api/contract";
import { Button } from "@/components/Button";
import { INPUT_CLASS } from "@/components/Field";
import { Segmented } from "@/components/Segmented";
import { Composer } from "@/features/chat/Composer";
import { Calling } from "./Calling";
import { Openers } from "./Openers";
import { CUSTOMER, type Opener, OWNER } from "./openers";
import { Phone } from "./Phone";
import { Texts } from "./Texts";
import type { useCalling } from "./useCalling";
import type { usePeople } from "./usePeople";
import type { useTexting } from "./useTexting";

type Side = "customer" | "owner";
type Means = "text" | "call";
type Props = {
  page: SimulatorPage;
  people: ReturnType<typeof usePeople>;
  texting: ReturnType<typeof useTexting>;
  calling: ReturnType<typeof useCalling>;
  disabled: boolean;
};

function Failure({ texting, person }: { texting: Props["texting"]; person: string }) {
  const { outcome, send } = texting;
  if (!outcome?.problem || outcome.person !== person) return null;
  const { problem, unsent } = outcome;
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-4 text-error text-sm" role="alert">
      <p>{unsent ? problem : `No answer came. Twilio says: ${problem}`}</p>
      {unsent && (
        <Button className="text-sm" kind="quiet" onClick={() => send(person, unsent)}>
          Send again
        </Button>
      )}
    </div>
  );
}

function WhoTexts({ people }: Pick<Props, "people">) {
  return (
    <div className="flex gap-2">
      <select
        aria-label="Customer"
        className={`${INPUT_CLASS} min-w-0`}
        onChange={(event) => people.choose(event.target.value)}
        value={people.selected}
      >
        {people.people.map(({ phone, label }) => (
          <option key={phone} value={phone}>
            {label}
          </option>
        ))}
      </select>
      <Button className="shrink-0" icon={<UserPlus aria-hidden size={16} />} onClick={people.addNew}>
        New<span className="sr-only"> customer</span>
      </Button>
    </div>
  );
}

type HeldProps = Pick<Props, "page" | "texting" | "disabled"> & {
  person: string;
  owner: string;
  contact: string;
  empty: string;
  openers: readonly Opener[];
  /** Stands above the texts. */
  above?: ReactNode;
};

/** One phone in somebody's hand, with texts to try under it. */
function Held(props: HeldProps) {
  const { page, texting, disabled, person, owner, contact, empty, openers, above } = props;
  const send = (text: string) => texting.send(person, text);
  return (
    <>
      <Phone contact={contact} now={page.now}>
        {above}
        <Texts
          empty={empty}
          isBusy={texting.isBusy(person)}
          key={person}
          label={`Texts on the phone of ${owner}`}
          texts={page.texts.filter((text) => text.person === person)}
          unseen={texting.unseen(person)}
        />
        <Failure person={person} texting={texting} />
        <Composer disabled={disabled} label={`Text from ${owner}`} onSend={send} placeholder="Text message" />
      </Phone>
      <Openers disabled={disabled} label={`Texts to try as ${owner}`} onSay={send} openers={openers} />
    </>
  );
}

/** The customer's phone, with which he texts or calls. */
function Customers({ page, people, texting, calling, disabled }: Props) {
  const [means, setMeans] = useState<Means>("text");
  const person = people.selected;
  const call = calling.of(person);
  const choose = (
    <div className="border-line border-b px-4 py-2">
      <Segmented
        choices={[
          { value: "text", label: "Text" },
          { value: "call", label: call && !call.is_over ? "On a call" : "Call" },
        ]}
        label="Text or call"
        onChoose={setMeans}
        value={means}
      />
    </div>
  );
  if (means === "call") {
    return (
      <Phone contact={page.shop} isCompact now={page.now}>
        {choose}
        <Calling calling={calling} disabled={disabled} key={person} page={page} person={person} />
      </Phone>
    );
  }
  return (
    <Held
      above={choose}
      contact={page.shop}
      disabled={disabled}
      empty="Text the shop, or tap one of the texts below."
      openers={CUSTOMER}
      owner="the customer"
      page={page}
      person={person}
      texting={texting}
    />
  );
}

/** The customer's and the owner's phone; a small screen shows one of them. */
export function Phones({ page, people, texting, calling, disabled }: Props) {
  const [side, setSide] = useState<Side>("customer");
  useEffect(() => {
    if (window.location.hash === "#owner") setSide("owner");
  }, []);
  const section = (which: Side) =>
    `grid min-w-0 content-start gap-3 ${which === side ? "" : "max-md:hidden"}`;
  const shared = { page, texting, disabled };
  return (
    <div className="grid min-w-0 content-start gap-4 self-start xl:sticky xl:top-4">
      <div className="md:hidden">
        <Segmented
          choices={[
            { value: "customer", label: "Customer" },
            { value: "owner", label: page.owner },
          ]}
          label="Whose phone"
          onChoose={setSide}
          value={side}
        />
      </div>
      <div className="grid min-w-0 gap-5 md:grid-cols-2">
        <section aria-label="The customer's phone" className={section("customer")}>
          <WhoTexts people={people} />
          <Customers {...shared} calling={calling} people={people} />
        </section>
        <section aria-label="The owner's phone" className={section("owner")}>
          <p className="flex min-h-11 items-center font-medium max-md:hidden">{page.owner}'s phone</p>
          <Held
            {...shared}
            contact={page.assistant}
            empty={`What ${page.assistant} texts you appears here.`}
            openers={OWNER}
            owner={page.owner}
            person={page.owner_phone}
          />
        </section>
      </div>
    </div>
  );
}
