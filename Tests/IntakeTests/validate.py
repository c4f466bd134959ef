"""Prints the number of each line of a file that a JSON Schema refuses, and why."""

import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("no jsonschema")
    sys.exit(0)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(sys.argv[2], encoding="utf-8") as file:
    for number, line in enumerate(file):
        error = next(validator.iter_errors(json.loads(line)), None)
        if error is not None:
            while error.context:
                error = error.context[0]
            print(f"{number}: {error.json_path}: {error.message[:200]}")
