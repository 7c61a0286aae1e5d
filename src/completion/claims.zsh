#compdef claims
# Completion of claims in zsh: the command itself says what may come next, for the words up to the cursor.
_claims() {
  local line word
  local -a before answer offered suffix
  (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
  answer=("${(@f)$(command claims __complete -- "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case $answer[1] in
    files)
      compset -P '--*='
      _files
      return
      ;;
    list) suffix=(-S '') ;;
  esac
  for line in "${(@)answer[2,-1]}"; do
    # What stands before the first colon is the word; a backslash takes the meaning from either sign.
    line=${line//\\/\\\\}
    word=${${line%%$'\t'*}//:/\\:}
    [[ $line == *$'\t'* ]] && word+=":${line#*$'\t'}"
    offered+=("$word")
  done
  _describe -t claims claims offered "${suffix[@]}"
}
if [[ ${funcstack[1]} == _claims ]]; then
  _claims "$@"
else
  compdef _claims claims
fi
