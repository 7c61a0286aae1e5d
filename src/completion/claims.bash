# Completion of claims in bash: the command itself says what may come next, for the line up to the cursor.
_claims() {
  local answer mode reply
  answer=$(command claims __complete --breaks="$COMP_WORDBREAKS" -- "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  COMPREPLY=()
  {
    IFS= read -r mode
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done
  } <<<"$answer"
  case $mode in
    files) compopt -o default 2>/dev/null ;;
    list) compopt -o nospace 2>/dev/null ;;
  esac
  return 0
}
complete -F _claims claims
