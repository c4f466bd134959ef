"""Runs programs, and tells what they took and whether that meets a goal."""

import dataclasses
import hashlib
import os
import statistics
import time


@dataclasses.dataclass
class Taken:
    """What one run of a program took."""
    wall: float  # seconds, from its start until it has ended
    cpu: float  # seconds, its own and the kernel's for it
    peak: float  # MB of memory
    status: int  # what it exits with

    # Where other programs run as well, the clock tells of them too.
    is_by_cpu = False

    @property
    def time(self):
        """What is compared: the time by the clock, or the processor's."""
        return self.cpu if Taken.is_by_cpu else self.wall


class Failed(Exception):
    pass


def take(command, stdin=os.devnull, stdout=os.devnull, statuses=(0,), folder="."):
    """Runs a command to its end.

    The peak counts from the fork on, so this process has to stay small: what reads much is run as a
    program of its own.
    """
    errors = os.path.join(folder, "stderr")
    files = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
    ]
    command = [str(word) for word in command]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    status = os.waitstatus_to_exitcode(status)
    if status not in statuses:
        with open(errors, encoding="utf-8", errors="replace") as file:
            raise Failed(f"{' '.join(command)} exits with {status}: {file.read(2000)}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, status)


def hash_of(path):
    """The SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def middle(runs):
    """The median of the times."""
    return statistics.median(run.time for run in runs)


class Report:
    """The goals, one after the other, with what was measured."""

    def __init__(self):
        self.rows = []
        self.runs = {}
        self.missed = False

    def note(self, name, runs):
        """Keeps the runs for the file of all runs."""
        self.runs.setdefault(name, []).extend(dataclasses.asdict(run) for run in runs)

    def ratio(self, goal, limit, ours, theirs, slack=0):
        """How many times as long we take as another program: the ratio of the medians, and the
        least and greatest of the pairs. So many seconds more are no matter."""
        pairs = [one.time / other.time for one, other in zip(ours, theirs)]
        value = middle(ours) / middle(theirs)
        self.add(
            goal, f"{limit:g} ×", f"**{value:.2f} ×** ({min(pairs):.2f}–{max(pairs):.2f})",
            f"{seconds(middle(ours))} : {seconds(middle(theirs))}",
            value <= limit or middle(ours) - limit * middle(theirs) <= slack)

    def figure(self, goal, limit, unit, value, note=""):
        """A figure with a greatest value."""
        self.add(goal, f"{limit:g} {unit}", f"**{value:.3g}** {unit}", note, value <= limit)

    def check(self, goal, holds, note=""):
        """Something that is so or not."""
        self.add(goal, "yes", "**yes**" if holds else "**no**", note, holds)

    def tell(self, what, measured, note=""):
        """A figure without a goal."""
        self.rows.append((what, "", measured, note, ""))

    def skip(self, goal, why):
        """A goal that cannot be measured here."""
        self.rows.append((goal, "", "skipped", why, ""))

    def add(self, goal, limit, measured, note, holds):
        self.missed = self.missed or not holds
        self.rows.append((goal, limit, measured, note, "PASS" if holds else "MISS"))

    def markdown(self):
        """A table."""
        lines = ["| goal | at most | measured | medians, notes | |", "|---|---|---|---|---|"]
        return "\n".join(lines + [f"| {' | '.join(row)} |" for row in self.rows])


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"
