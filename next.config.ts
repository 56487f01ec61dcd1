import type { NextConfig } from "next";

/** Only what is under /embed may stand in a frame of another site: a framed battle could be voted in by trickery. */
const FRAMING = [
  {
    source: "/((?!embed/).*)",
    headers: [
      { key: "Content-Security-Policy", value: "frame-ancestors 'self'" },
      { key: "X-Frame-Options", value: "SAMEORIGIN" },
    ],
  },
  {
    source: "/embed/:path*",
    headers: [{ key: "Content-Security-Policy", value: "frame-ancestors *" }],
  },
];

/** Nobody may lay these pages under theirs, and the secrets in some of their addresses go nowhere else. */
const PRIVATE_PAGES = ["/sign-in", "/invite", "/account", "/admin"].map((path) => ({
  source: `${path}/:rest*`,
  headers: [
    { key: "Content-Security-Policy", value: "frame-ancestors 'none'" },
    { key: "Referrer-Policy", value: "same-origin" },
    { key: "X-Robots-Tag", value: "noindex, nofollow" },
  ],
}));

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  // Every page that shows live data is dynamic; an ETag of the whole page would only cost time.
  generateEtags: false,
  // Gives a page that a role may not see the status 403 (app/forbidden.tsx).
  experimental: { authInterrupts: true },
  // `npm test` checks types; checking them again here would only slow the first `npm start`.
  typescript: { ignoreBuildErrors: true },
  // The last one that names a header wins.
  headers: async () => [...FRAMING, ...PRIVATE_PAGES],
};

export default config;
