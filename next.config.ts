import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  // Every page that shows live data is dynamic; an ETag of the whole page would only cost time.
  generateEtags: false,
  // `npm test` checks types; checking them again here would only slow the first `npm start`.
  typescript: { ignoreBuildErrors: true },
};

export default config;
