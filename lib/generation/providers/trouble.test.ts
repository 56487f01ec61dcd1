import { describe, expect, test } from "vitest";
import { createProvider } from "@/lib/generation/providers/provider";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import {
  entrantOf,
  LOCAL_MODEL,
  openTestProvider,
  TEST_KEY,
  TEST_REQUEST,
} from "@/lib/generation/providers/test-entrant";
import { startTestProvider, type TestAnswer } from "@/lib/generation/test-provider-server";

const failureOf = async (asked: Promise<unknown>): Promise<ProviderError> => {
  const error = await asked.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ProviderError);
  return error;
};

describe("a provider that has trouble", () => {
  const error = (message: string) => ({ error: { message, type: "x", code: null } });

  test("is asked again after as long as it said", async () => {
    const { server, provider } = await openTestProvider((_, n) =>
      n === 0
        ? { status: 429, headers: { "retry-after": "1" }, body: error("slow down") }
        : { text: "x" },
    );
    const waits: unknown[] = [];
    const reply = await provider.ask(TEST_REQUEST, { onRetry: (wait) => waits.push(wait) });
    expect(reply).toMatchObject({ text: "x", retries: 1 });
    expect(waits).toEqual([{ reason: "429 slow down", waitSeconds: 1, retries: 1 }]);
    const [first, second] = server.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
    // The time it took is that of the answer.
    expect(reply?.seconds).toBeLessThan(0.9);
  });

  test("holds back the others that use its key", async () => {
    const { server, provider } = await openTestProvider((_, n) =>
      n === 0 ? { status: 429, headers: { "retry-after": "1" }, body: error("no") } : { text: "x" },
    );
    const baseUrl = `${server.origin}/v1`;
    const other = createProvider(entrantOf(LOCAL_MODEL.replace("id: m", "id: other")), {
      readApiKey: () => TEST_KEY,
      baseUrl,
    });
    const first = provider.ask(TEST_REQUEST);
    while (server.requests.length === 0) await new Promise((next) => setTimeout(next, 10));
    await new Promise((next) => setTimeout(next, 100));
    await Promise.all([first, other.ask(TEST_REQUEST)]);
    const [refused, ...later] = server.requests.map(({ atMs }) => atMs);
    for (const at of later) expect(at - (refused ?? 0)).toBeGreaterThanOrEqual(950);
  });

  test("keeps its distance when the file says how many a minute", async () => {
    const fields = `${LOCAL_MODEL}\nrequestsPerMinute: 120`;
    const { server, provider } = await openTestProvider(() => ({ text: "x" }), { fields });
    await Promise.all([1, 2, 3].map(() => provider.ask(TEST_REQUEST)));
    const times = server.requests.map(({ atMs }) => atMs);
    // Half a second between departures; a busy machine may delay any arrival.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(250);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(250);
  });

  test.each<[string, TestAnswer]>([
    ["a 500", { status: 500, body: error("oops") }],
    ["a 529", { status: 529, body: error("overloaded") }],
    ["a 409", { status: 409, body: error("conflict") }],
    ["a dropped connection", "drop"],
    ["an answer that is not JSON", { status: 200, body: "<html>bad gateway</html>" }],
    ["an answer without choices", { status: 200, body: { choices: [] } }],
  ])("%s is no answer, and the next call is", async (_, trouble) => {
    const { provider } = await openTestProvider((_request, n) =>
      n === 0 ? trouble : { text: "x" },
    );
    expect(await provider.ask(TEST_REQUEST)).toMatchObject({ text: "x", retries: 1 });
  });

  test("is given up after so many tries", async () => {
    const { server, provider } = await openTestProvider(() => ({
      status: 503,
      body: error("busy"),
    }));
    const failure = await failureOf(provider.ask(TEST_REQUEST));
    expect(failure).toMatchObject({ code: "unavailable", statusCode: 503, retries: 5 });
    expect(failure.message).toBe("openai-compatible (m) gave no answer after 6 tries: 503 busy");
    expect(server.requests).toHaveLength(6);
  });

  test("that does not answer in time is asked again, and given up", async () => {
    const fields = `${LOCAL_MODEL}\ntimeoutSeconds: 0.3`;
    const { server, provider } = await openTestProvider(
      (_, n) => (n === 1 ? { text: "x" } : "hang"),
      { fields },
    );
    expect(await provider.ask(TEST_REQUEST)).toMatchObject({ text: "x", retries: 1 });
    const failure = await failureOf(provider.ask(TEST_REQUEST));
    expect(failure).toMatchObject({ code: "timeout", retries: 2 });
    expect(server.requests).toHaveLength(5);
  });

  test.each([400, 401, 403, 404, 422])("is asked once when it says %d", async (status) => {
    const { server, provider } = await openTestProvider(() => ({
      status,
      body: error("Not like this."),
    }));
    const failure = await failureOf(provider.ask(TEST_REQUEST));
    expect(failure).toMatchObject({ code: "refused", statusCode: status, retries: 0 });
    expect(failure.message).toContain(`${status} Not like this.`);
    expect(server.requests).toHaveLength(1);
  });

  test("is asked once when there is no money left", async () => {
    const body = { error: { message: "You exceeded your quota", code: "insufficient_quota" } };
    const { provider } = await openTestProvider(() => ({ status: 429, body }));
    expect(await failureOf(provider.ask(TEST_REQUEST))).toMatchObject({
      code: "refused",
      retries: 0,
    });
  });

  test("ends at once when it is stopped, also while it waits", async () => {
    const { provider } = await openTestProvider((_, n) =>
      n === 0 ? { status: 429, headers: { "retry-after": "60" }, body: error("no") } : "hang",
    );
    const stop = new AbortController();
    const asked = provider.ask(TEST_REQUEST, {
      signal: stop.signal,
      onRetry: () => stop.abort(new Error("enough")),
    });
    await expect(asked).rejects.toThrow("enough");
  });
});

describe("a key", () => {
  const everything = (error: unknown) =>
    error instanceof Error
      ? `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
      : JSON.stringify(error);

  test.each([401, 500])(
    "is in no error, though the server sends it back with %d",
    async (status) => {
      const { server, provider } = await openTestProvider(({ headers }) => ({
        status,
        headers: { "x-echo": String(headers.authorization) },
        body: { error: { message: `Bad header: Authorization: ${headers.authorization}` } },
      }));
      const failure = await failureOf(provider.ask(TEST_REQUEST));
      expect(server.requests[0]?.headers.authorization).toContain(TEST_KEY);
      expect(everything(failure)).not.toContain(TEST_KEY);
      expect(everything(failure)).not.toContain("do_not_tell");
      expect(failure.message).toContain("Bad header");
    },
  );

  test("is in no error when the body is not JSON, nor in an answer", async () => {
    const { provider } = await openTestProvider(({ headers }, n) =>
      n === 0
        ? { status: 403, body: `<b>Forbidden</b> ${headers.authorization}` }
        : { text: `# ${headers.authorization}\nimport bpy` },
    );
    const failure = await failureOf(provider.ask(TEST_REQUEST));
    expect(everything(failure)).not.toContain(TEST_KEY);
    expect(failure.message).toContain("Forbidden");
    expect((await provider.ask(TEST_REQUEST))?.text).toBe("# Bearer [key]\nimport bpy");
  });

  test("does not follow a redirect", async () => {
    const elsewhere = await startTestProvider(() => ({ text: "stolen" }));
    const { provider } = await openTestProvider(
      () => ({
        status: 307,
        headers: { location: `${elsewhere.origin}/v1/chat/completions` },
        body: "",
      }),
      { deps: { patience: { tries: 1 } } },
    );
    await failureOf(provider.ask(TEST_REQUEST));
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });

  test("that is missing is named by its variable, before anything is asked", () => {
    const spec = entrantOf("model: { provider: openai, id: gpt-5.5, name: G }");
    expect(() => createProvider(spec, { readApiKey: () => null })).toThrow(
      "OPENAI_API_KEY is not set: openai needs it",
    );
  });
});
