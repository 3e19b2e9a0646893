#!/usr/bin/env bash
# Finds a PostLint for the action: the command that is named, else the native one of the release that the action was taken from, with its checksum; else it is built from the action's own
# files. Writes to GITHUB_OUTPUT: command, and build=true with a key for the cache where it has to be built first.
set -uo pipefail

out() { echo "$1=$2" >> "$GITHUB_OUTPUT"; }
say() { echo "::notice title=PostLint::$1"; }

if [ -n "${POSTLINT_COMMAND:-}" ]; then
  out command "$POSTLINT_COMMAND"
  exit 0
fi

folder="$RUNNER_TEMP/postlint"
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$POSTLINT_ACTION/src/Directory.Build.props")
case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
  Linux-X64) rid=linux-x64 ;;
  Linux-ARM64) rid=linux-arm64 ;;
  macOS-ARM64) rid=osx-arm64 ;;
  Windows-X64) rid=win-x64 ;;
  *) rid='' ;;
esac

# A branch or a commit is not what was released; only a tag is.
if [ -n "$rid" ] && [ "${POSTLINT_REF:-}" = "v$version" ]; then
  base=${POSTLINT_RELEASES:-https://github.com/$POSTLINT_REPOSITORY/releases/download}/v$version
  archive="postlint-$rid.tar.gz"
  download="$RUNNER_TEMP/postlint-download"
  rm -rf "$folder" "$download" && mkdir -p "$folder" "$download"
  get() { curl --fail --silent --show-error --location --retry 2 --max-time 120 --output "$download/$1" "$base/$1"; }
  if get "$archive" && get SHA256SUMS; then
    sum() { if command -v sha256sum > /dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1; }
    expected=$(sed -n "s/^\([0-9a-f]\{64\}\) [ *]$archive\$/\1/p" "$download/SHA256SUMS")
    if [ -z "$expected" ] || [ "$expected" != "$(sum "$download/$archive")" ]; then
      echo "::error title=PostLint::the checksum of $archive is not that of its release; nothing of it is run"
      exit 1
    fi
    # Who built it: the release's own workflow, as GitHub attests.
    if [ -z "${POSTLINT_RELEASES:-}" ] && [ -n "${GH_TOKEN:-}" ] && command -v gh > /dev/null &&
      ! gh attestation verify "$download/$archive" --repo "$POSTLINT_REPOSITORY" > /dev/null; then
      echo "::error title=PostLint::GitHub does not attest that $archive was built by $POSTLINT_REPOSITORY; nothing of it is run"
      exit 1
    fi
    tar -xzf "$download/$archive" -C "$folder" --strip-components 1 || exit 1
    out command "$folder/postlint"
    exit 0
  fi
  say "there is no release of v$version for $rid to download; PostLint is built from its source"
fi

# What it is built from, so that a cache never holds another.
key=$(cd "$POSTLINT_ACTION" && find .github/workflows src rules fixtures global.json -type f ! -path '*/bin/*' ! -path '*/obj/*' -print0 | LC_ALL=C sort -z | xargs -0 cat | git hash-object --stdin)
out key "$key"
out build true
out command "$folder/postlint"
