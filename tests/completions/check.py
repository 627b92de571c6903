#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The completions: does the shell read the script, and what does it offer?

    check.py --lede PROGRAM SHELL       SHELL: bash, zsh or fish

A shell that is not there is not asked; its script is looked at all the same.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SYNTAX = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"],
          "fish": ["fish", "--no-config", "--no-execute"]}

# In bash "--name=value" is three words: "=" divides words.
BASH = r"""
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_lede lede "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, timeout=60,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          universal_newlines=True, **options).stdout


# zsh completes only at a prompt: one in a terminal of its own, where compadd
# tells what it is given. With -O, -A or -D it adds nothing.
ZSHRC = r"""
PROMPT='<READY>'
LISTMAX=10000
setopt extended_glob no_auto_list no_auto_menu no_beep
autoload -U compinit
compinit -u -d "$ZDOTDIR/dump"
source "$LEDE_SCRIPT"
bindkey '^I' complete-word
zle_highlight=(none)
compadd() {
    local -a offered
    if [[ " ${@[1,(i)(-|--)]} " != *\ -[a-zA-Z0-9]#[OAD]\ * ]]; then
        builtin compadd -A offered "$@"
        (( $#offered )) && print -rl -- '' '<R>'${^offered}
    fi
    builtin compadd "$@"
}
told() { print -r -- '<END>' }
comppostfuncs=(told)
"""
ZSH = r"""
zmodload zsh/zpty
zpty terminal zsh -i
zpty -r terminal output '*<READY>*'
zpty -w -n terminal "$1"$'\t'
zpty -r terminal output '*<END>*'
print -r -- "$output"
zpty -d terminal
"""


class Records:
    """Verbs and options, from the help."""

    def __init__(self, lede):
        text = run(lede, "help")
        self.verbs = re.findall(r"^  (\w+) {2,}", text.split("Options:")[0], re.M)
        self.options = {}
        for verb in self.verbs:
            found = re.findall(r"^  (?:(-\w), |    )(--[\w-]+)", run(lede, "help", verb), re.M)
            self.options[verb] = [name for names in found for name in names if name]
        self.languages = [entry["code"] for entry in
                          json.loads(run(lede, "languages", "--format", "json"))["languages"]]
        assert len(self.verbs) > 3 and "--method" in self.options["summarize"]


class Bash:
    """Asks the function that the script defines; {} as a reply: file names."""

    def __init__(self, script):
        self.script = script

    def offers(self, line):
        words = re.findall(r"=|[^ =]+", line) + ([""] if line[-1] in " =" else [])
        if line.endswith("="):
            words.pop()  # readline gives "=" itself as the current word
        return run("bash", "--norc", "-c", BASH, "bash", self.script, *words).split()


class Fish:
    def __init__(self, script):
        self.script = script

    def offers(self, line):
        text = run("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]",
                   self.script, line, cwd=self.script.parent)
        # "--lang=en" is offered whole.
        return [row.split("\t")[0].split("=")[-1] for row in text.splitlines()]


class Zsh:
    def __init__(self, script):
        self.script = script
        (script.parent / ".zshrc").write_text(ZSHRC, encoding="utf-8")

    def offers(self, line):
        text = run("zsh", "-f", "-c", ZSH, "zsh", line, cwd=self.script.parent,
                   env={**os.environ, "ZDOTDIR": str(self.script.parent),
                        "LEDE_SCRIPT": str(self.script), "TERM": "dumb"})
        rows = [row.strip() for row in text.splitlines()]
        return sorted({row[3:].rstrip("=") for row in rows if row.startswith("<R>")})


def same(shell, line, wanted):
    got = sorted(shell.offers(line))
    assert got == sorted(wanted), f"{line!r}: {got} instead of {sorted(wanted)}"


def check_words(shell, records):
    same(shell, "lede ", records.verbs)
    same(shell, "lede su", ["summarize"])
    same(shell, "lede help sp", ["split"])
    same(shell, "lede completions ", ["bash", "zsh", "fish"])
    # Where no operand can stand, zsh names the options at once.
    same(shell, "lede languages ",
         records.options["languages"] if isinstance(shell, Zsh) else [])
    same(shell, "lede summarize --method ", [
        "auto", "news", "directed", "centrality", "tfidf", "lexrank", "lead"])
    same(shell, "lede summarize --method=t", ["tfidf"])
    same(shell, "lede summarize a.txt --method lea", ["lead"])
    same(shell, "lede split --newlines=", ["auto", "soft", "hard"])
    same(shell, "lede split --lang ", ["auto", *records.languages])
    same(shell, "lede split --format ", ["lines", "json"])
    same(shell, "lede summarize -o t", ["text"])
    same(shell, "lede split --no-such-option-", [])


def check_options(shell, records):
    for verb in records.verbs:
        names = [name for name in records.options[verb] if name.startswith("--")]
        same(shell, f"lede {verb} --", names)
    assert "--method" not in shell.offers("lede split --")
    assert "--method" not in shell.offers("lede help summarize --")


def check_bash(script, records):
    shell = Bash(script)
    check_words(shell, records)
    check_options(shell, records)
    for line in ("lede summarize ", "lede split a.txt b", "lede summarize -- --me",
                 "lede summarize -o json=", "lede summarize --output=json=su",
                 "lede split --stdin-filename "):
        same(shell, line, [])  # readline offers file names then,
        code = f'source "$1"; compopt() {{ echo none; }}; {BASH.split("shift", 1)[1]}'
        words = re.findall(r"=|[^ =]+", line) + ([""] if line.endswith(" ") else [])
        said = run("bash", "--norc", "-c", code.replace('COMP_WORDS=("$@")',
                   'COMP_WORDS=("${@:2}")'), "bash", script, *words)
        assert "none" not in said, line  # for nothing has switched that off
    text = run("bash", "--norc", "-c", 'source "$1"; complete -p lede', "bash", script)
    assert "-o default" in text and "-F _lede" in text, text


def check_fish(script, records):
    shell = Fish(script)
    check_words(shell, records)
    check_options(shell, records)
    (script.parent / "article.txt").write_text("", encoding="utf-8")
    same(shell, "lede summarize art", ["article.txt"])
    same(shell, "lede split --stdin-filename art", ["article.txt"])
    same(shell, "lede languages art", [])


def check_zsh(script, records):
    shell = Zsh(script)
    check_words(shell, records)
    check_options(shell, records)
    (script.parent / "article.txt").write_text("", encoding="utf-8")
    same(shell, "lede summarize art", ["article.txt"])
    same(shell, "lede split -o json=art", ["article.txt"])
    same(shell, "lede split a.txt -- art", ["article.txt"])


def check_text(text, records):
    """What holds for any shell: every verb and option is there."""
    for verb in records.verbs:
        assert re.search(rf"\b{verb}\b", text), verb
        for name in records.options[verb]:
            word = re.escape(name.lstrip("-"))
            assert re.search(rf"(?<![\w-])(-+|-[sl] ){word}(?![\w-])", text), name


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True)
    parser.add_argument("shell", choices=sorted(SYNTAX))
    arguments = parser.parse_args()
    records = Records(arguments.lede)
    text = run(arguments.lede, "completions", arguments.shell)
    check_text(text, records)
    if shutil.which(arguments.shell) is None:
        print(f"no {arguments.shell}: its script is not run")
        return 0
    with tempfile.TemporaryDirectory(prefix="lede-completions-") as folder:
        os.environ["HOME"] = folder
        script = pathlib.Path(folder) / "script"
        script.write_text(text, encoding="utf-8")
        run(*SYNTAX[arguments.shell], script)
        check = globals().get("check_" + arguments.shell)
        if check is not None:
            check(script, records)
    return 0


if __name__ == "__main__":
    sys.exit(main())
