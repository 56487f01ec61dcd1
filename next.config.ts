import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Every page that shows live data is dynamic; an ETag of the whole page would only cost time.
  generateEtags: false,
  typescript: { ignoreBuildErrors: false },
  experimental: { typedEnv: false },
};

export default config;
