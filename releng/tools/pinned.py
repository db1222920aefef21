#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes from target-platform/pinned.txt everything that repeats it: the target definition, the dependencyManagement of
the root pom, the platform feature's plug-ins and the table of third-party notices.

usage: releng/tools/pinned.py [--check]      --check: write nothing, exit 1 if a file is out of step

The build does not run this; run it after a change of pinned.txt and commit what it wrote.
"""
import pathlib
import re
import sys
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]


@dataclass
class Artifact:
    section: str
    group: str
    name: str
    version: str
    options: dict = field(default_factory=dict)

    @property
    def bundle(self):
        return self.options["bundle"]

    @property
    def wrapped(self):
        return "wrap" in self.options


def read_pinned(path):
    section, artifacts = None, []
    for line in path.read_text().splitlines():
        line = line.strip()
        if line.startswith("["):
            section = line[1:line.index("]")]
        elif line and not line.startswith("#"):
            coordinates, *words = line.split()
            options = dict(w.split("=", 1) if "=" in w else (w, "") for w in words)
            artifacts.append(Artifact(section, *coordinates.split(":"), options))
    return artifacts


def dependency(a, indent, kind):
    return (f"{indent}<dependency><groupId>{a.group}</groupId><artifactId>{a.name}</artifactId>"
            f"<version>{a.version}</version>{kind}</dependency>\n")


def location(label, artifacts, missing_manifest, instructions=None):
    out = (f'    <location includeDependencyDepth="none" includeDependencyScopes="" includeSource="false" '
           f'label="{escape(label)}" missingManifest="{missing_manifest}" type="Maven">\n      <dependencies>\n')
    out += "".join(dependency(a, " " * 8, "<type>jar</type>") for a in artifacts)
    out += "      </dependencies>\n"
    if instructions:
        out += "      <instructions><![CDATA[\n" + "\n".join(instructions) + "\n]]></instructions>\n"
    return out + "    </location>\n"


def wrapping(a):
    """What bnd is told about a jar without a manifest of its own."""
    needed = a.options.get("import")
    exported = ",".join(p + ";-noimport:=true" for p in a.options.get("export", "*").split(","))
    return [f"Bundle-Name: {a.name}",
            f"Bundle-SymbolicName: {a.bundle}",
            "version: ${version_cleanup;${mvnVersion}}",
            "Bundle-Version: ${version}",
            "Import-Package: " + (needed + "," if needed else "") + "*;resolution:=optional",
            f"Export-Package: {exported}",
            "-noextraheaders: true"]


def target(artifacts):
    bundles = [a for a in artifacts if not a.wrapped]
    out = ('<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?pde version="3.8"?>\n'
           '<!-- Written by releng/tools/pinned.py from pinned.txt; change that. -->\n'
           '<target name="loupe" sequenceNumber="1">\n  <locations>\n')
    for label, section in (("Loupe", "loupe"), ("Eclipse IDE application", "platform"), ("Tests", "test")):
        out += location(label, [a for a in bundles if a.section == section], "error")
    for a in artifacts:
        if a.wrapped:
            out += location(a.name, [a], "generate", wrapping(a))
    return out + "  </locations>\n</target>\n"


def between(text, start, end, new):
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.S)
    if not pattern.search(text):
        sys.exit(f"pinned.py: no markers '{start}' ... '{end}'")
    return pattern.sub(lambda _: start + "\n" + new + end, text)


def pom(text, artifacts):
    managed = "".join(dependency(a, " " * 6, "") for a in artifacts)
    return between(text, "<!-- pinned -->", "<!-- /pinned -->", managed)


def plugin_line(a):
    where = "".join(f' {k}="{a.options[k]}"' for k in ("os", "ws", "arch") if k in a.options)
    return f'  <plugin id="{a.bundle}" version="0.0.0"{where}/>\n'


def platform_feature(text, artifacts):
    plugins = sorted((a for a in artifacts if a.section == "platform"), key=lambda a: a.bundle)
    return between(text, "<!-- pinned -->", "<!-- /pinned -->", "".join(map(plugin_line, plugins)))


def notices(text, artifacts):
    rows = "| Artifact | Version | Licence |\n| --- | --- | --- |\n"
    for a in sorted((a for a in artifacts if a.section != "test"), key=lambda a: (a.group, a.name)):
        rows += f"| {a.group}:{a.name} | {a.version} | {a.options['license']} |\n"
    return between(text, "<!-- pinned -->", "<!-- /pinned -->", rows)


def main():
    artifacts = read_pinned(ROOT / "target-platform/pinned.txt")
    wanted = {"target-platform/loupe.target": lambda old: target(artifacts),
              "pom.xml": lambda old: pom(old, artifacts),
              "features/org.loupe.platform.feature/feature.xml": lambda old: platform_feature(old, artifacts),
              "NOTICE.md": lambda old: notices(old, artifacts)}
    stale = []
    for name, make in wanted.items():
        path = ROOT / name
        old = path.read_text() if path.exists() else ""
        new = make(old)
        if new != old:
            stale.append(name)
            if "--check" not in sys.argv[1:]:
                path.write_text(new)
    for name in stale:
        print(("out of step with pinned.txt: " if "--check" in sys.argv[1:] else "wrote ") + name)
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
