#!/usr/bin/env bash
# What the action runs: checks the pull request of the event, annotates its lines, writes summary and outputs. Inputs come as POSTLINT_…, see action.yml.
set -uo pipefail

command=${POSTLINT_COMMAND:-$RUNNER_TEMP/postlint/postlint}

# Nobody asks for a request outside of one: a queue has only requests that were checked, and what is pushed or started by hand is none.
case ${GITHUB_EVENT_NAME:-pull_request} in
  pull_request | pull_request_target) ;;
  *)
    told="The event $GITHUB_EVENT_NAME is no pull request, so there is none to check. PostLint checks each request when it is opened, changed or edited."
    echo "::notice title=PostLint::$told"
    printf '## PostLint: nothing to check\n\n%s\n' "$told" >> "$GITHUB_STEP_SUMMARY"
    printf 'verdict=clean\nerrors=0\nwarnings=0\nnotes=0\n' >> "$GITHUB_OUTPUT"
    exit 0
    ;;
esac
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
