"use client";

import type { SimulatorPage } from "@/api/contract";
import { BeforeCall } from "./BeforeCall";
import { OnCall } from "./OnCall";
import type { useCalling } from "./useCalling";

type Props = {
  page: SimulatorPage;
  person: string;
  calling: ReturnType<typeof useCalling>;
  disabled: boolean;
};

/** The call side of a customer's phone. */
export function Calling({ page, person, calling, disabled }: Props) {
  const call = calling.of(person);
  const pending = calling.pending(person);
  const failure = calling.failure(person);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
      {call ? (
        <OnCall
          assistant={page.assistant}
          call={call}
          disabled={disabled}
          key={call.sid}
          onDo={(what) => calling.act(person, call, what)}
          onPutAway={() => calling.putAway(person)}
          owner={page.owner}
          waiting={pending?.says ?? null}
        />
      ) : (
        <BeforeCall
          busy={pending !== null}
          disabled={disabled}
          onCall={(isHidden) => calling.begin(person, isHidden)}
          onOwnerDoes={(does) => calling.setOwner(does, person)}
          owner={page.owner}
          ownerDoes={calling.ownerDoes}
          shop={page.shop}
        />
      )}
      {failure && (
        <p className="px-4 pb-3 text-error text-sm" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
