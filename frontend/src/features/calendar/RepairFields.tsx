import type { Service } from "@/api/contract";
import { Field, FieldFrame, INPUT_CLASS } from "@/components/Field";
import { dollars } from "@/format/money";
import { type ServiceMode, WHERE } from "./serviceModes";

const inCents = (price: string) => Math.round(Number(price) * 100);

function line({ name, price, minutes }: Service): string {
  const cents = inCents(price);
  return `${name}, ${cents === 0 ? "free" : dollars(cents)}, ${minutes} min`;
}

type Props = {
  services: readonly Service[];
  repair: string;
  onRepair: (id: string) => void;
  device: string;
  onDevice: (device: string) => void;
  modes: readonly ServiceMode[];
  mode: ServiceMode | undefined;
  onMode: (mode: ServiceMode) => void;
  /** What a visit costs on top, in dollars as text. */
  surcharge: string;
};

/** What is to be done, with which phone, and where. */
export function RepairFields(props: Props) {
  const { services, repair, onRepair, device, onDevice, modes, mode, onMode, surcharge } = props;
  const extra = inCents(surcharge);
  return (
    <>
      <FieldFrame label="Repair">
        {(control) => (
          <select
            {...control}
            className={INPUT_CLASS}
            onChange={(event) => onRepair(event.target.value)}
            required
            value={repair}
          >
            <option disabled value="">
              Pick one
            </option>
            {services.map((service) => (
              <option key={service.id} value={service.id}>
                {line(service)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <Field
        autoComplete="off"
        label="Phone or tablet"
        maxLength={60}
        onChange={(event) => onDevice(event.target.value)}
        placeholder="iPhone 13"
        required
        value={device}
      />
      {mode && (
        <FieldFrame label="Where">
          {(control) => (
            <select
              {...control}
              className={INPUT_CLASS}
              onChange={(event) => onMode(event.target.value as ServiceMode)}
              value={mode}
            >
              {modes.map((each) => (
                <option key={each} value={each}>
                  {WHERE[each]}
                  {each === "on_site" && extra > 0 && `, ${dollars(extra)} more`}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
    </>
  );
}
