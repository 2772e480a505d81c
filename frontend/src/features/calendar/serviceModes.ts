import type { NewBooking, Service } from "@/api/contract";

export type ServiceMode = NonNullable<NewBooking["service_mode"]>;

/** Where a repair happens, in words. */
export const WHERE: Record<string, string> = {
  in_shop: "In the shop",
  on_site: "At the customer's",
  remote: "From afar",
} satisfies Record<ServiceMode, string>;

/** Where a service can be done, the likeliest first. */
export function placesOf(service: Service): ServiceMode[] {
  if (service.remote && !service.on_site) return ["remote", "in_shop"];
  return [
    "in_shop",
    ...(service.on_site ? ["on_site" as const] : []),
    ...(service.remote ? ["remote" as const] : []),
  ];
}
