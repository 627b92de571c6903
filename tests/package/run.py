#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can others use what `cmake --install` puts into a folder?

    run.py --build FOLDER TEST

FOLDER is a build of the project; TEST is one of the functions test_* below.
Every test installs into a fresh folder of its own.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CONSUMER = HERE / "consumer"
TIMEOUT = 300  # seconds


def run(*command, cwd=None, **changes):
    """Standard output. The environment is ours, with changes; None removes."""
    environment = {**os.environ, **{k: str(v) for k, v in changes.items() if v is not None}}
    for name in [name for name, value in changes.items() if value is None]:
        environment.pop(name, None)
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=TIMEOUT,
                          universal_newlines=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}"
                         f"ended with status {done.returncode}")
    return done.stdout


def files(top):
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*")
                  if path.is_symlink() or not path.is_dir())


class Build:
    """The build that is installed, and the compilers it was made with."""

    def __init__(self, folder):
        self.folder = folder
        text = (folder / "CMakeCache.txt").read_text(encoding="utf-8")
        cache = dict(re.findall(r"^([\w-]+):\w+=(.*)$", text, re.M))
        self.cmake = cache["CMAKE_COMMAND"]
        self.generator = cache["CMAKE_GENERATOR"]
        self.cc = cache["CMAKE_C_COMPILER"]
        self.cxx = cache.get("CMAKE_CXX_COMPILER")
        self.version = cache["CMAKE_PROJECT_VERSION"]
        self.libdir = cache["CMAKE_INSTALL_LIBDIR"]
        self.languages = ["C"] + (["CXX"] if self.cxx else [])
        self.answer = f"lede {self.version}: 2 sentences\n"

    def install(self, prefix, **changes):
        run(self.cmake, "--install", self.folder, "--prefix", prefix, **changes)
        return prefix

    def configure(self, source, build, *options, **changes):
        run(self.cmake, "-S", source, "-B", build, "-G", self.generator,
            f"-DCMAKE_C_COMPILER={self.cc}", *options, **changes)

    def make(self, build, **changes):
        run(self.cmake, "--build", build, **changes)

    def check(self, program, **changes):
        got = run(program, **changes)
        assert got == self.answer, f"{program} says {got!r}"

    def consume(self, build, *options):
        """Builds and runs the consumer in each language, with each library."""
        for language in self.languages:
            folder = build / language
            self.configure(CONSUMER, folder, f"-DCONSUMER_LANGUAGE={language}",
                           f"-DCONSUMER_VERSION={self.version}",
                           *([f"-DCMAKE_CXX_COMPILER={self.cxx}"] if self.cxx else []),
                           *options)
            self.make(folder)
            for library in ("lede", "lede_static"):
                self.check(folder / f"with_{library}", LD_LIBRARY_PATH=None)

    def pkg_config(self, prefix, *options):
        pkg_config = os.environ.get("PKG_CONFIG", "pkg-config")
        place = prefix / self.libdir / "pkgconfig"
        return run(pkg_config, *options, "lede", PKG_CONFIG_PATH=place).split()

    def compile(self, prefix, scratch, *options):
        """The consumers by pkg-config; yields the programs."""
        flags = self.pkg_config(prefix, "--cflags", "--libs", *options)
        for compiler, name in ((self.cc, "consumer.c"), (self.cxx, "consumer.cpp")):
            if compiler:
                program = scratch / (name + "".join(options))
                run(compiler, CONSUMER / name, "-o", program, *flags)
                yield program


# What everyone gets, the licences of what is compiled in among it.
ALWAYS = ("bin/lede", "include/lede/lede.h", "share/man/man1/lede.1",
          "share/man/man3/lede.3", "share/bash-completion/completions/lede",
          "share/zsh/site-functions/_lede", "share/fish/vendor_completions.d/lede.fish",
          "share/doc/lede/LICENSE", "share/doc/lede/THIRD_PARTY.md",
          "share/doc/lede/LICENSES/CMUdict.txt",
          "share/doc/lede/LICENSES/Unicode-DFS-2016.txt",
          "share/doc/lede/LICENSES/WHATWG.txt",
          "share/doc/lede/examples/summarize.c")


# ---- The tests ----------------------------------------------------------------

def test_find_package(build, scratch):
    prefix = build.install(scratch / "tree")
    build.consume(scratch / "build", f"-DCMAKE_PREFIX_PATH={prefix}")


def test_pkg_config(build, scratch):
    prefix = build.install(scratch / "tree")
    for program in build.compile(prefix, scratch):
        build.check(program, LD_LIBRARY_PATH=prefix / build.libdir)
    # With nothing else to link, -llede must be the static library, and the
    # program must stand without it.
    for library in (prefix / build.libdir).glob("liblede.so*"):
        library.unlink()
    programs = list(build.compile(prefix, scratch, "--static"))
    shutil.rmtree(prefix)
    for program in programs:
        build.check(program, LD_LIBRARY_PATH=None)


def test_moved(build, scratch):
    """Nothing in the tree knows where it stood before."""
    prefix = build.install(scratch / "before").rename(scratch / "after")
    build.consume(scratch / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    for program in build.compile(prefix, scratch):
        build.check(program, LD_LIBRARY_PATH=prefix / build.libdir)
    assert run(prefix / "bin" / "lede", "--version").startswith(f"lede {build.version}\n")


def names(content, place):
    """Is the folder named, alone or behind an option? "lib/cmake/lede" names no /lede."""
    option = rb"(?<=-[IL])|(?<=-isystem)"
    path = re.escape(str(place).encode()) + rb"(?![\w-]|\.\w)"
    return re.search(rb"(?:(?<![\w.}+-])|" + option + rb")" + path, content) is not None


def test_staged(build, scratch):
    """DESTDIR: the same files, and no text file names a folder of the build."""
    prefix = build.install(scratch / "tree")
    build.install("/opt/lede", DESTDIR=scratch / "stage")
    staged = scratch / "stage" / "opt" / "lede"
    assert files(staged) == files(prefix), (files(staged), files(prefix))
    missing = set(ALWAYS) - set(files(staged))
    assert not missing, missing
    for name in files(staged):
        content = (staged / name).read_bytes()
        if b"\0" not in content:
            for place in (scratch, build.folder, ROOT):
                assert not names(content, place), f"{name} names {place}"


def test_subdirectory(build, scratch):
    build.consume(scratch / "build", f"-DCONSUMER_SUBDIRECTORY={ROOT}")


def link_tools(folder, *names):
    """A folder for PATH that holds these programs and nothing else."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        if found is not None:
            (folder / pathlib.Path(name).name).symlink_to(found)
    return folder


def minimal_environment(build, scratch):
    """Changes that hide Python, C++ compilers and every library but those lede needs."""
    tools = link_tools(scratch / "bin", build.cc, "as", "ld", "ar", "ranlib", "sh",
                       "ninja", "make", "pkg-config")
    assert shutil.which("python3", path=tools) is None
    assert shutil.which("c++", path=tools) is None
    modules = scratch / "modules"
    modules.mkdir()
    for module in ("libutf8proc", "md4c", "yaml-0.1"):
        source = run("pkg-config", "--variable=pcfiledir", module).strip()
        (modules / f"{module}.pc").symlink_to(f"{source}/{module}.pc")
    return {"PATH": tools, "PKG_CONFIG_LIBDIR": modules, "PKG_CONFIG_PATH": None,
            "CXX": "/nonexistent"}


def check_uninstall(build, folder, prefix, changes):
    """The target takes back every file, and the folders that are ours alone."""
    top = pathlib.Path(changes.get("DESTDIR", prefix))
    run(build.cmake, "--install", folder, **changes)
    assert files(top)
    (top / "another").write_text("of someone else", encoding="utf-8")
    for _ in range(2):  # what is gone already is no error
        run(build.cmake, "--build", folder, "--target", "uninstall", **changes)
        assert files(top) == ["another"], files(top)
    ours = list(pathlib.Path(f"{changes.get('DESTDIR', '')}{prefix}").rglob("*lede*"))
    assert not ours, ours


def test_alone(build, scratch):
    """Without tests: no cmocka, jansson, Python or C++ compiler is needed."""
    changes = minimal_environment(build, scratch)
    prefix = scratch / "tree"
    build.configure(ROOT, scratch / "build", "-DBUILD_TESTING=OFF",
                    "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_INSTALL_PREFIX={prefix}",
                    **changes)
    build.make(scratch / "build", **changes)
    run(build.cmake, "--install", scratch / "build", **changes)
    assert run(prefix / "bin" / "lede", "--version")
    check_uninstall(build, scratch / "build", prefix, changes)
    check_uninstall(build, scratch / "build", prefix,
                    {**changes, "DESTDIR": scratch / "stage"})


def test_examples(build, scratch):
    """The commands of examples/README.md, in a copy of the folder."""
    prefix = build.install(scratch / "tree")
    folder = scratch / "examples"
    shutil.copytree(ROOT / "examples", folder)
    text = (folder / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    (.*)$", text, re.M)
    wanted = [line for line in lines if re.match(r"c(c|\+\+|make) ", line)]
    assert len(wanted) == 11, wanted
    for line in wanted:
        if build.cxx or not line.startswith("c++"):
            run("sh", "-ec", line.replace("/opt/lede", str(prefix)), cwd=folder,
                PKG_CONFIG_PATH=prefix / build.libdir / "pkgconfig",
                CMAKE_PREFIX_PATH=prefix, CMAKE_GENERATOR=build.generator)
    for program in folder.glob("[!C]*"):
        if program.is_file() and not program.suffix:
            check = HERE.parent / "examples" / "check.py"
            run(sys.executable, check, "--lede", prefix / "bin" / "lede", program,
                LD_LIBRARY_PATH=prefix / build.libdir)
            run(sys.executable, check, "--lede", prefix / "bin" / "lede",
                folder / "build" / program.name)


def main():
    tests = {name[len("test_"):]: test for name, test in globals().items()
             if name.startswith("test_")}
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("test", choices=sorted(tests))
    arguments = parser.parse_args()
    for name in ("DESTDIR", "CMAKE_PREFIX_PATH", "PKG_CONFIG_PATH", "CMAKE_BUILD_TYPE",
                 "CMAKE_GENERATOR"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="lede-package-") as scratch:
        tests[arguments.test](Build(arguments.build.resolve()), pathlib.Path(scratch).resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
