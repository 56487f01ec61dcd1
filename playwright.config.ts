import { defineConfig, devices } from "@playwright/test";

const chromium = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-gpu-blocklist",
    "--enable-unsafe-swiftshader",
  ],
};

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 720 } };

/** Every page and state once for each theme and size: minutes of axe. */
const THEMES = /@themes/;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/fixtures/build.ts",
  // Each has an arena of its own. WebGL in software takes a core and more; the rest is mostly waiting.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { launchOptions: chromium, trace: "retain-on-failure" },
  projects: [
    {
      name: "desktop",
      testIgnore: [/\.phone\.spec\.ts$/, /\.long\.spec\.ts$/],
      grepInvert: THEMES,
      use: desktop,
    },
    {
      name: "phone",
      testMatch: /\.phone\.spec\.ts$/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
    {
      // `npm run test:long` runs this one and the next.
      name: "long",
      testMatch: /\.long\.spec\.ts$/,
      // What measures memory is measured alone.
      workers: 1,
      use: desktop,
    },
    {
      name: "themes",
      testIgnore: [/\.phone\.spec\.ts$/, /\.long\.spec\.ts$/],
      grep: THEMES,
      use: desktop,
    },
  ],
});
