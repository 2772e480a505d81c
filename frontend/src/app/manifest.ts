import type { MetadataRoute } from "next";

export const dynamic = "force-static";

/** Lets the owner keep the desk on his home screen. There is no service worker: a remembered cockpit would lie. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "LINDA",
    short_name: "LINDA",
    description: "The desk of the one who answers the shop's phone.",
    start_url: "/desk/",
    display: "standalone",
    background_color: "#0d0e11",
    theme_color: "#0d0e11",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
