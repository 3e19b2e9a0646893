#!/usr/bin/env bash
# Validates what a check of a stranger's pull request left: two files of bounded size, SARIF of PostLint with relative paths, and text that commands nothing. What is not so is deleted.
# usage: validate.sh FOLDER
set -uo pipefail

folder=$1
mkdir -p "$folder"
find "$folder" -mindepth 1 \( -type l -o -type d \) -exec rm -rf {} + 2> /dev/null
find "$folder" -mindepth 1 -type f ! -name postlint.sarif ! -name postlint-comment.md -delete

refuse() {
  echo "::warning title=PostLint::$1 was left out: $2"
  rm -f "$folder/$1"
}

sarif="$folder/postlint.sarif"
if [ -f "$sarif" ]; then
  if [ "$(wc -c < "$sarif")" -gt 10000000 ]; then
    refuse postlint.sarif "it is larger than 10 MB"
  elif ! jq -e '
      .version == "2.1.0" and (.runs | length == 1) and .runs[0].tool.driver.name == "PostLint" and (.runs[0].results | length <= 5000)
      and ([.runs[0].results[] | (.ruleId | test("^[a-z-]+/[a-z0-9-]+$")) and (.message.text | length <= 4000)] | all)
      and ([.runs[0].results[].locations[].physicalLocation.artifactLocation.uri | (startswith("/") or startswith("../") or contains("/../") or test("^[A-Za-z][A-Za-z0-9+.-]*:")) | not] | all)' "$sarif" > /dev/null 2>&1; then
    refuse postlint.sarif "it is no SARIF of PostLint"
  fi
fi

comment="$folder/postlint-comment.md"
if [ -f "$comment" ]; then
  if [ "$(wc -c < "$comment")" -gt 60000 ]; then
    refuse postlint-comment.md "it is longer than a comment may be"
  elif ! head -n 1 "$comment" | grep -q '^## PostLint: '; then
    refuse postlint-comment.md "it is no comment of PostLint"
  elif grep -nE '<[A-Za-z!/]|!\[|\]\(|(^|[^A-Za-z0-9])@[A-Za-z0-9]|https?://|\$\{\{' "$comment" > /dev/null; then
    # PostLint escapes all of these; whoever changed what runs in the request may not have.
    refuse postlint-comment.md "it holds markup, links or mentions"
  fi
fi
exit 0
