# Completion of claims in fish: the command itself says what may come next, for the words up to the cursor.
function __claims_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l word (commandline -ct)
    set -l answer (command claims __complete -- $words "$word" 2>/dev/null)
    set -l mode $answer[1]
    set -e answer[1]
    if test "$mode" = files
        set -l lead (string match -r -- '^--[^=]*=' "$word")
        for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$word"))
            echo -- "$lead$path"
        end
    else if set -q answer[1]
        printf '%s\n' $answer
    end
end
complete -c claims -f -a '(__claims_complete)'
