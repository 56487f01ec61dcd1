import { LaunchError } from "@/lib/errors";
import {
  ArgumentError,
  GENERATE_USAGE,
  type GenerateCommand,
  parseGenerateArguments,
} from "@/lib/generation/commands/generate-arguments";
import type { CommandContext } from "@/lib/generation/commands/generation-command";
import { ToolError } from "@/lib/generation/tool-error";

async function main(): Promise<number> {
  const stop = new AbortController();
  const end = new AbortController();
  const context = { print: console.log, stop: stop.signal, end: end.signal };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => (stop.signal.aborted ? end : stop).abort(new Error("Stopped.")));
  try {
    return await run(parseGenerateArguments(process.argv.slice(2)), context);
  } catch (error) {
    if (error instanceof ArgumentError) {
      console.error(`${error.message}\n\n${GENERATE_USAGE}`);
      return 2;
    }
    if (stop.signal.aborted) console.error("Stopped.");
    else if (error instanceof ToolError || error instanceof LaunchError)
      console.error(error.message);
    else throw error;
    return stop.signal.aborted ? 130 : 1;
  }
}

/** Each command loads what it needs and no more: help opens no database. */
async function run(command: GenerateCommand, context: CommandContext): Promise<number> {
  switch (command.name) {
    case "help":
      console.log(GENERATE_USAGE);
      return 0;
    case "make":
      return (await import("@/lib/generation/commands/make-creations")).makeCreations(
        command.options,
        context,
      );
    case "status":
      return (await import("@/lib/generation/commands/show-queue")).showQueue(context);
    case "import-prompts":
      return (await import("@/lib/generation/commands/import-prompts")).importPrompts(
        command,
        context,
      );
    case "fetch-blender":
      return (await import("@/lib/generation/commands/fetch-blender-command")).fetchBlenderCommand(
        command.options,
        context,
      );
    case "samples":
      return (await import("@/lib/generation/commands/bake-samples-command")).bakeSamples(
        command.options,
        context,
      );
  }
}

process.exitCode = await main();
