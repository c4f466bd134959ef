"""Packs files with Python's own gzip and zipfile: make_packed_files.py FOLDER."""

import gzip
import pathlib
import random
import sys
import zipfile

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
random.seed(20251103)
(folder / "zeros.gz").write_bytes(gzip.compress(bytes(16 << 20), 9))
with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("folder/", "")
    for number in range(20):
        words = [f"{random.choice('abcå')}{random.randrange(50)}" for _ in range(number * 300)]
        text = " ".join(words).encode()
        (folder / f"text{number}").write_bytes(text)
        half = len(text) // 2
        level = random.randrange(10)
        members = gzip.compress(text[:half], level) + gzip.compress(text[half:], 9 - level)
        (folder / f"text{number}.gz").write_bytes(members)
        way = zipfile.ZIP_STORED if number % 3 == 0 else zipfile.ZIP_DEFLATED
        with archive.open(zipfile.ZipInfo(f"folder/text{number}"), "w",
                          force_zip64=number % 2 == 0) as entry:
            entry.write(text)
        archive.writestr(f"again/text{number}", text, way)
with zipfile.ZipFile(folder / "zeros.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("zeros", bytes(64 << 20))
with zipfile.ZipFile(folder / "bzip2.zip", "w", zipfile.ZIP_BZIP2) as archive:
    archive.writestr("a", b"text")
