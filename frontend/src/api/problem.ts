/** An answer that says no: an RFC 9457 problem document, or no answer at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, detail: string, body: Record<string, unknown> = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.body = body;
  }

  /** True when LINDA could not be reached: show what we had and disable what writes. */
  get isUnreachable(): boolean {
    return this.status === 0;
  }

  /** What is in force now, when a write was refused because it was stale. */
  current<T>(): T | null {
    return this.status === 409 ? ((this.body.current as T | undefined) ?? null) : null;
  }

  /** The openings LINDA offers instead, when a start was refused. */
  get nearest(): { date: string; time: string }[] {
    return Array.isArray(this.body.nearest) ? this.body.nearest : [];
  }

  /** What is wrong where ("services[0].price"), when the server found the input invalid. */
  get errors(): { at: string; says: string }[] {
    return Array.isArray(this.body.errors) ? this.body.errors : [];
  }
}

/** A sentence fit to show, whatever was thrown. */
export function sentence(error: unknown): string {
  return error instanceof Problem ? error.message : "Something went wrong here. Try again.";
}
