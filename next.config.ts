import type { NextConfig } from "next";

/** Only what is under /embed may stand in a frame of another site: a framed battle could be voted in by trickery. */
const framing = [
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

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  // Every page that shows live data is dynamic; an ETag of the whole page would only cost time.
  generateEtags: false,
  // `npm test` checks types; checking them again here would only slow the first `npm start`.
  typescript: { ignoreBuildErrors: true },
  headers: async () => framing,
};

export default config;
