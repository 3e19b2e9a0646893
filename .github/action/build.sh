#!/usr/bin/env bash
# Builds PostLint from the action's own files, for the .NET runtime: it needs the SDK, and of packages those that the source names.
set -euo pipefail

folder="$RUNNER_TEMP/postlint"
if [ -x "$folder/postlint" ] || [ -x "$folder/postlint.exe" ]; then
  echo "PostLint is in the cache"
  exit 0
fi
# global.json of a repository that is checked must not choose the SDK, and nothing is written beside the action's files.
source="$RUNNER_TEMP/postlint-source"
rm -rf "$source" && mkdir -p "$source"
(cd "$POSTLINT_ACTION" && tar -cf - --exclude=bin --exclude=obj --exclude=.git --exclude=node_modules .github/workflows src rules fixtures global.json LICENSE README.md) | tar -xf - -C "$source"
cd "$source"
dotnet publish src/PostLint.Cli -c Release -o "$folder" --nologo -v quiet
