"""Becomes a confined program: what SANDBOX=landlock starts instead of bubblewrap.

    python3 confine.py --probe          prints the kernel's Landlock version, 0 without
    python3 confine.py SPECIFICATION    execs the program that the JSON names, or ends with code 126

For machines without user namespaces. Nothing here can be undone by the program: it loses root and
every capability, gets hard rlimits, can open nothing but the listed paths (Landlock), and is denied
processes, sockets and signals (the seccomp filter on `seccompFd`, made by lib/generation/seccomp.ts).
"""

import ctypes
import json
import os
import resource
import signal
import struct
import sys

LIBC = ctypes.CDLL(None, use_errno=True)

LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
CREATE_RULESET_VERSION = 1
RULE_PATH_BENEATH = 1

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SECCOMP_MODE_FILTER = 2

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << n for n in range(6))
MAKE_DIR, MAKE_REG = 1 << 7, 1 << 8
REFER, TRUNCATE = 1 << 13, 1 << 14
ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

READ = EXECUTE | READ_FILE | READ_DIR
CHANGE = REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
WRITE = READ_FILE | READ_DIR | WRITE_FILE | CHANGE


def last_error(what):
    code = ctypes.get_errno()
    return OSError(code, "%s: %s" % (what, os.strerror(code)))


def landlock_version():
    version = LIBC.syscall(LANDLOCK_CREATE_RULESET, None, 0, CREATE_RULESET_VERSION)
    return max(version, 0)


def handled_rights(version):
    """Every right that this kernel can take away: files, then TCP ports, then scopes."""
    files = (1 << (16 if version >= 5 else 15 if version >= 3 else 14 if version >= 2 else 13)) - 1
    network = 3 if version >= 4 else 0
    scopes = 3 if version >= 6 else 0
    return files, network, scopes


def restrict_paths(readable, writable):
    version = landlock_version()
    if version < 1:
        raise OSError("this kernel has no Landlock")
    files, network, scopes = handled_rights(version)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    attributes = struct.pack("<QQQ", files, network, scopes)[:size]
    ruleset = LIBC.syscall(LANDLOCK_CREATE_RULESET, attributes, size, 0)
    if ruleset < 0:
        raise last_error("landlock_create_ruleset")
    for paths, rights in ((readable, READ), (writable, WRITE)):
        for path in paths:
            allow(ruleset, path, rights & files)
    if LIBC.syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0) != 0:
        raise last_error("landlock_restrict_self")
    os.close(ruleset)


def allow(ruleset, path, rights):
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not os.path.isdir(path):
        rights &= ON_FILES
    rule = struct.pack("<Qi", rights, fd)
    if LIBC.syscall(LANDLOCK_ADD_RULE, ruleset, RULE_PATH_BENEATH, rule, 0) != 0:
        raise last_error("landlock_add_rule " + path)
    os.close(fd)


def lose_root(uid):
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def count_threads(uid):
    """Threads of a user, which RLIMIT_NPROC counts together."""
    total = 0
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat("/proc/" + name).st_uid == uid:
                total += len(os.listdir("/proc/%s/task" % name))
        except OSError:
            pass
    return total


def set_limits(limits):
    for name, (soft, hard) in limits.items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (soft, hard))


def set_filter(program):
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    if LIBC.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, header, 0, 0) != 0:
        raise last_error("seccomp")


def read_all(fd):
    with open(fd, "rb") as file:
        return file.read()


def confine(spec):
    program = read_all(spec["seccompFd"])
    threads = spec["limits"].pop("NPROC")
    if spec["uid"] is None:
        threads += count_threads(os.getuid())
    if spec["root"]:
        os.chroot(spec["root"])
    os.chdir(spec["folder"])
    if spec["uid"] is not None:
        lose_root(spec["uid"])
    # After the change of user, which would clear it. The filter forbids to take it back.
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != spec["parent"]:
        raise OSError("whoever started this is gone")
    set_limits({**spec["limits"], "NPROC": [threads, threads]})
    if LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise last_error("no_new_privs")
    restrict_paths(spec["readable"], spec["writable"])
    set_filter(program)
    os.execve(spec["program"], [spec["program"], *spec["args"]], spec["env"])


if sys.argv[1] == "--probe":
    print(landlock_version())
else:
    try:
        confine(json.loads(sys.argv[1]))
    except OSError as error:
        print("landlock: %s" % error, file=sys.stderr)
        sys.exit(126)
