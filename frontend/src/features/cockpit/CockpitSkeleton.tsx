import { Skeleton } from "@/components/Skeleton";

/** The cockpit's shape before the first answer. */
export function CockpitSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-6">
      <h1 className="sr-only">Cockpit</h1>
      <p className="sr-only" role="status">
        Loading
      </p>
      <Skeleton className="h-96 rounded-3xl lg:h-72" />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid content-start gap-6">
          <Skeleton className="h-44 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
        </div>
        <div className="grid content-start gap-6">
          <Skeleton className="h-52 rounded-card" />
          <Skeleton className="h-44 rounded-card" />
        </div>
      </div>
    </div>
  );
}
