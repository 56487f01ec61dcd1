"""Hostile on purpose: tries what the sandbox must stop and prints what it got away with.

The host puts a line `TARGETS = {...}` in front of this file: a file, a TCP port and a UNIX socket that
it planted for the test, its own process id, and the environment's names that are meant to be here.
"""

import ctypes
import json
import os
import resource
import socket

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWUSER = 0x10000000
CAPABILITY_VERSION = 0x20080522
PR_GET_SECCOMP, PR_GET_NO_NEW_PRIVS = 21, 39
breaches = []


def attempt(breach, action):
    """Notes a breach when the action succeeds: it fails by an error or by answering False."""
    try:
        if action() is not False:
            breaches.append(breach)
    except (OSError, ValueError, AttributeError):
        pass


def read(path):
    with open(path, "rb") as file:
        file.read(1)


def write(path):
    with open(path, "ab") as file:
        file.write(b"x")


def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        connection.connect(address)


def fork():
    if os.fork() == 0:
        os._exit(0)


def has_capability():
    """By the system call: /proc may not be there to ask."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    data = (ctypes.c_uint32 * 6)()
    return LIBC.capget(header, data) != 0 or any(data)


def count_processes():
    return sum(name.isdigit() for name in os.listdir("/proc"))


def inherited():
    """Names of the environment as it was handed over, to which Blender adds some of its own; where
    /proc cannot tell them apart, those that the host has too."""
    try:
        with open("/proc/self/environ", "rb") as file:
            return {entry.split(b"=")[0].decode() for entry in file.read().split(b"\0") if entry}
    except OSError:
        return set(os.environ) & set(targets["hostEnvironment"])


targets = TARGETS  # noqa: F821
planted = targets["file"]
host = targets["process"]
elsewhere = ("/usr", "/etc", "/", "/in", "/dev", os.path.dirname(planted))
local_port = ("127.0.0.1", targets["port"])
expected = set(targets["environment"])

attempt("read a file of the host", lambda: read(planted))
attempt("read a file of the host through /proc", lambda: read("/proc/1/root" + planted))
attempt("read /etc/passwd", lambda: read("/etc/passwd"))
attempt("change the mode of a file of the host", lambda: os.chmod(planted, 0o600))
attempt("shorten a file of the host", lambda: os.truncate(planted, 1))
for folder in elsewhere:
    attempt("write to " + folder, lambda: write(os.path.join(folder, "polyduel-self-test")))
attempt("connect to a port of the host", lambda: connect(socket.AF_INET, local_port))
attempt("connect to a socket of the host", lambda: connect(socket.AF_UNIX, targets["socket"]))
attempt("open a network socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close())
attempt("start a process", fork)
attempt("signal a process of the host", lambda: os.kill(host, 0))
attempt("limit a process of the host", lambda: resource.prlimit(host, resource.RLIMIT_NOFILE))
attempt("read the environment of a process", lambda: read("/proc/%d/environ" % host))
attempt("make a namespace", lambda: LIBC.unshare(CLONE_NEWUSER) == 0)
attempt("run as root", lambda: os.getuid() == 0 or os.geteuid() == 0)
attempt("keep a capability", has_capability)
attempt("gain privileges", lambda: LIBC.prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
attempt("make any system call", lambda: LIBC.prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 2)
attempt("see the processes of the host", lambda: count_processes() > 4)
attempt("see an environment that is not its own", lambda: bool(inherited() - expected))

try:
    import numpy  # noqa: F401

    has_numpy = True
except ImportError:
    has_numpy = False

print("\nSELF-TEST " + json.dumps({"breaches": breaches, "numpy": has_numpy}))
