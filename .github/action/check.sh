#!/usr/bin/env bash
# What the action runs: checks the pull request of the event, annotates its lines, writes summary and outputs. Inputs come as POSTLINT_…, see action.yml.
set -uo pipefail

command=${POSTLINT_COMMAND:-$RUNNER_TEMP/postlint/postlint}
report="$RUNNER_TEMP/postlint.json"
arguments=(pr --repository "${POSTLINT_PATH:-.}" --phase "${POSTLINT_PHASE:-submission}" --fail-on "${POSTLINT_FAIL_ON:-error}" --format github --format "json=$report")
[ -n "${POSTLINT_PROFILE:-}" ] && arguments+=(--profile "$POSTLINT_PROFILE")
[ "${POSTLINT_REVEAL:-false}" = true ] && arguments+=(--reveal)
[ -n "${POSTLINT_SARIF:-}" ] && arguments+=(--format "sarif-github=$POSTLINT_SARIF")
[ "${POSTLINT_SUMMARY:-true}" = true ] && arguments+=(--format "summary=$RUNNER_TEMP/postlint.md")
[ -n "${POSTLINT_COMMENT:-}" ] && arguments+=(--format "comment=$POSTLINT_COMMENT")

# What a post says must not be taken for a command of the runner where PostLint itself prints none.
rm -f "$report" "$RUNNER_TEMP/postlint.md"
"$command" "${arguments[@]}"
status=$?
[ -f "$RUNNER_TEMP/postlint.md" ] && cat "$RUNNER_TEMP/postlint.md" >> "$GITHUB_STEP_SUMMARY"

count() { grep -o "\"$1\":[0-9]*" "$report" 2> /dev/null | tail -n 1 | cut -d: -f2; }
case $status in 0) verdict=clean ;; 1) verdict=findings ;; 2) verdict=unread ;; *) verdict=fault ;; esac
{
  echo "verdict=$verdict"
  echo "errors=$(count errors)"
  echo "warnings=$(count warnings)"
  echo "notes=$(count notes)"
} >> "$GITHUB_OUTPUT"
exit "$status"
