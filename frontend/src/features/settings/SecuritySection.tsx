import { Panel } from "./Panel";
import { SecondFactor } from "./SecondFactor";
import { SessionList } from "./SessionList";

/** Who gets into the desk, and how. */
export function SecuritySection() {
  return (
    <Panel id="security">
      <div className="grid gap-6">
        <SecondFactor />
        <div className="border-line border-t" />
        <SessionList />
      </div>
    </Panel>
  );
}
