import type { LeadRow } from "@/api/contract";

export type StageChoice = "all" | LeadRow["stage"];

export const STAGES: readonly { value: StageChoice; label: string }[] = [
  { value: "all", label: "All" },
  { value: "new", label: "New" },
  { value: "quoted", label: "Quoted" },
  { value: "booked", label: "Booked" },
  { value: "done", label: "Done" },
  { value: "opted_out", label: "Opted out" },
];

export const STAGE_SAYS = Object.fromEntries(STAGES.map(({ value, label }) => [value, label]));

/** How many of `leads` are at this stage. */
export function counted(leads: readonly LeadRow[], stage: StageChoice): number {
  return stage === "all" ? leads.length : leads.filter((lead) => lead.stage === stage).length;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Whether a lead is at this stage and holds what is searched for in name, number or device. */
export function fits(lead: LeadRow, stage: StageChoice, search: string): boolean {
  if (stage !== "all" && lead.stage !== stage) return false;
  return plain(`${lead.name} ${lead.phone_display} ${lead.device}`).includes(plain(search));
}
