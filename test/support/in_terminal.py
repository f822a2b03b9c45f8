"""Drives a program in a pseudo-terminal.

Standard input: a JSON list of steps, each [text to wait for, keys to press then] (or the name of a
signal to send), or with a third part: a command line that somebody else runs, as a list of words, before the keys are pressed.
Arguments: the program and its words. Standard output: JSON with the whole screen and the status.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

steps = json.load(sys.stdin)
# A person's terminal, wherever the tests run: a machine that checks may say that nothing is coloured.
colourless = ("CI", "NO_COLOR", "FORCE_COLOR", "NODE_DISABLE_COLORS")
inherited = {name: value for name, value in os.environ.items() if name not in colourless}
child, screen = pty.fork()
if child == 0:
    os.execvpe(sys.argv[1], sys.argv[1:], {**inherited, "TERM": "xterm-256color"})
fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

shown = b""
running = True
limit = time.monotonic() + 30


def read_on():
    """Reads what the program shows next; on Linux the end of a terminal is an error."""
    global shown, running
    if not select.select([screen], [], [], 0.1)[0]:
        return
    try:
        piece = os.read(screen, 65536)
    except OSError:
        piece = b""
    running = bool(piece)
    shown += piece


seen = 0
for wanted, keys, *meanwhile in steps:
    while wanted.encode() not in shown[seen:] and running and time.monotonic() < limit:
        read_on()
    seen = len(shown)
    for words in meanwhile:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if keys in signal.Signals.__members__:
        os.kill(child, signal.Signals[keys])
    else:
        os.write(screen, keys.encode())
while running and time.monotonic() < limit:
    read_on()
if running:
    os.kill(child, signal.SIGKILL)
_, status = os.waitpid(child, 0)
print(json.dumps({"screen": shown.decode(errors="replace"), "status": os.waitstatus_to_exitcode(status)}))
