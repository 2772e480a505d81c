import type { Appointment } from "@/api/contract";

/** Who lets the customer know: LINDA texts those who chat on the web page, all others hear it from the owner. */
export function WhoTells({ appointment, what }: { appointment: Appointment; what: string }) {
  const isVisitor = appointment.customer.startsWith("web:");
  return (
    <p className="text-muted text-sm">
      {isVisitor
        ? `LINDA texts the customer ${what}.`
        : `LINDA does not text the customer ${what}: tell them yourself.`}
    </p>
  );
}
