"""A PostgreSQL server of one's own, in a temporary folder, for the time of one command.

Usage: postgres_server.py COMMAND [ARGUMENT]...

The command finds it by PGHOST and PGUSER, as psql and createdb do. Exits as the command does, and
with 77 where there is no PostgreSQL.
"""

import getpass
import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile


def programs():
    """The folder of initdb and pg_ctl; None where there is none, or nobody who may run them."""
    if os.getuid() == 0 and "postgres" not in [user.pw_name for user in pwd.getpwall()]:
        return None
    folders = [pathlib.Path(path).parent for path in [shutil.which("initdb")] if path]
    folders += [pathlib.Path(path) for path in sorted(glob.glob("/usr/lib/postgresql/*/bin"))]
    return next((folder for folder in reversed(folders) if (folder / "pg_ctl").exists()), None)


class Server:
    """A cluster in a folder, run by an unprivileged user."""

    def __init__(self, folder, bin):
        self.folder, self.bin = folder, bin
        self.user = "postgres" if os.getuid() == 0 else getpass.getuser()
        if os.getuid() == 0:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.run("initdb", "-U", "ledger", "-A", "trust", "-E", "UTF8", "--no-sync",
                 "--locale=C.UTF-8")
        self.run("pg_ctl", "-w", "-l", f"{folder}/log", "-o",
                 f"-k {folder} -c listen_addresses= -c fsync=off -c jit=off", "start")

    def run(self, program, *arguments):
        as_user = {"user": self.user} if os.getuid() == 0 else {}
        subprocess.run([self.bin / program, "-D", f"{self.folder}/data", *arguments], check=True,
                       stdout=subprocess.DEVNULL, cwd=self.folder, **as_user)

    def stop(self):
        self.run("pg_ctl", "-m", "immediate", "stop")


def main(command):
    bin = programs()
    if bin is None or shutil.which("psql") is None:
        print("PostgreSQL is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = Server(folder, bin)
        try:
            found = {"PGHOST": folder, "PGUSER": "ledger", "PGTZ": "UTC"}
            return subprocess.run(command, env={**os.environ, **found}, check=False).returncode
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
