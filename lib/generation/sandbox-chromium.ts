import { dirname } from "node:path";
import { asUser, FIRST_UID, isolation, systemMounts } from "@/lib/generation/sandbox-command";

/** Next to the slots of Blender, and none of them. */
const UID = String(FIRST_UID - 1);
const HOME = "/tmp";
/** Shared memory that Chromium wants free; it takes far less. Its own start script asks for 3.8 GB. */
const SHARED_MEMORY_BYTES = 4 * 2 ** 30;
const HOME_BYTES = 512 * 2 ** 20;

/**
 * The command line that runs Chromium in namespaces of its own, without network and with nothing of the
 * host but programs to read: what parses and draws a GLB is more code than any gate can vouch for.
 * It speaks over the two inherited pipes of `--remote-debugging-pipe` alone.
 */
export function chromiumCommand(
  chromiumPath: string,
  { flags, asRoot }: { flags: readonly string[]; asRoot: boolean },
): { file: string; args: string[] } {
  const folder = dirname(chromiumPath);
  const bwrap = [
    ...isolation(UID, { PATH: "/usr/bin:/bin", HOME, LANG: "C.UTF-8" }),
    ...systemMounts(""),
    // Debian's start script reads its flags there.
    ...["--ro-bind-try", "/etc/chromium.d", "/etc/chromium.d"],
    ...(folder.startsWith("/usr/") ? [] : ["--ro-bind", folder, folder]),
    ...["--size", String(SHARED_MEMORY_BYTES), "--perms", "1777", "--tmpfs", "/dev/shm"],
    ...["--size", String(HOME_BYTES), "--perms", "0700", "--tmpfs", HOME, "--chdir", HOME],
    ...["--remount-ro", "/", "--", chromiumPath],
    ...[...flags, `--user-data-dir=${HOME}/profile`],
  ];
  return asUser(UID, asRoot, bwrap);
}
