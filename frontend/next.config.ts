import type { NextConfig } from "next";

// Nothing is reported to anybody, also on a machine where nobody said so.
process.env.NEXT_TELEMETRY_DISABLED = "1";

const developing = process.env.NODE_ENV === "development";
const server = process.env.LINDA_DEV_SERVER ?? "http://127.0.0.1:8000";

const shared: NextConfig = {
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  agentRules: false,
  devIndicators: false,
  poweredByHeader: false,
};

// A static export forbids rewrites, so that `next dev` alone forwards the API to a running LINDA.
const config: NextConfig = developing
  ? {
      ...shared,
      rewrites: async () => [{ source: "/api/:path*", destination: `${server}/api/:path*` }],
    }
  : { ...shared, output: "export" };

export default config;
