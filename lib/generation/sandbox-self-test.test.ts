import { expect, test } from "vitest";
import { attackSandbox, testSandbox } from "@/lib/generation/sandbox-self-test";
import { findBlender } from "@/lib/generation/tools";

test.each(["bwrap", "landlock"] as const)(
  "level %s holds, and says which Blender is in it",
  { timeout: 60_000 },
  async (sandbox) => {
    const { blenderVersion } = await testSandbox(await findBlender({ sandbox }));
    expect(blenderVersion).toMatch(/^\d+\.\d+\.\d+/);
  },
);

test("without a sandbox the same attacks get through, and are noticed", {
  timeout: 60_000,
}, async () => {
  const { breaches } = await attackSandbox(await findBlender({ sandbox: "none" }));
  expect(breaches).toEqual(
    expect.arrayContaining([
      ...["read a file of the host", "connect to a port of the host"],
      ...["start a process", "make any system call", "reach a server on the host"],
      ...["change the mode of a file of the host", "signal a process of the host"],
    ]),
  );
});
