import { Skeleton } from "@/components/Skeleton";

/** A thread before its lines are there. */
export function ThreadSkeleton() {
  return (
    <div aria-busy="true" className="grid flex-1 content-start gap-4 p-4">
      <Skeleton className="h-12 w-3/5 rounded-2xl" />
      <Skeleton className="ml-auto h-20 w-3/4 rounded-2xl" />
      <Skeleton className="h-12 w-2/5 rounded-2xl" />
    </div>
  );
}

/** The list before its conversations are there. */
export function ListSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-px">
      {["first", "second", "third", "fourth"].map((row) => (
        <div className="grid gap-2 p-4" key={row}>
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
