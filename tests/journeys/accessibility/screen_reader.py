#!/usr/bin/python3
"""Reads the whole console as a screen reader does, over AT-SPI, and fails for a control that it could not tell about.

screen_reader.py PROGRAM: starts the console on a sample workspace, visits every place, section of the settings and window
that a menu opens, and looks at each control that can have the keyboard. Needs a display and a session bus.
"""
import os
import subprocess
import sys
import tempfile
import time

import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

warnings.simplefilter("ignore", DeprecationWarning)  # of names that Debian 12 has no others for

PATIENCE = 60  # seconds, on a busy machine
MEANINGLESS = {"unknown", "invalid", "redundant object", "filler"}
PLACES = ["Live", "My work", "Contacts", "Policies", "Settings"]
WINDOWS = [("Edit", "Search or run a command…"), ("Help", "Keyboard shortcuts"), ("Help", "About Signalbox"),
           ("View", "Wall board")]


def wait_for(what, tell):
    """Waits for a condition; GLib's loop runs meanwhile, as AT-SPI's cache is kept by it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        found = tell()
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"Waited {PATIENCE} s in vain: {what}.")


def children(node):
    node.clear_cache()
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def everything(node, depth=0):
    yield node
    if depth < 60:
        for child in list(children(node)):
            try:
                yield from everything(child, depth + 1)
            except GLib.Error:
                continue  # gone while it was read


def has(node, state):
    return node.get_state_set().contains(state)


def comes_to(node, state):
    node.clear_cache()
    return has(node, state)


def showing(node):
    return has(node, Atspi.StateType.SHOWING)


def console():
    desktop = Atspi.get_desktop(0)
    for application in list(children(desktop)):
        if (application.get_name() or "").lower() == "signalbox" and application.get_child_count() > 0:
            return application
    return None


def named(root, name, roles):
    for node in everything(root):
        if node.get_role_name() in roles and (node.get_name() or "").replace("&", "") == name:
            return node
    return None


def press(node):
    for i in range(node.get_n_actions()):
        if node.get_action_name(i) in ("Press", "ShowMenu", "Toggle"):
            return node.do_action(i)
    raise SystemExit(f"“{node.get_name()}” can be read and not pressed.")


def is_item_of_a_list(node):
    return has(node, Atspi.StateType.MANAGES_DESCENDANTS) or node.get_role_name() in (
        "list item", "table cell", "tree item", "table row")


def keys(*names):
    subprocess.run(["xdotool", "key", *names], check=True)


def click(node):
    """With the mouse, where the node says that it is: Qt 6.4 lets no list be chosen from over AT-SPI."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"], check=True)


def faults_of(window, where):
    """What could not be told: controls that take the keyboard without a name, or without a role of their own."""
    found = []
    for node in everything(window):
        try:
            if not showing(node) or not has(node, Atspi.StateType.FOCUSABLE) or is_item_of_a_list(node):
                continue
            role = node.get_role_name()
            if role in MEANINGLESS:
                found.append(f"{where}: “{node.get_name()}” has no role ({role})")
            if not (node.get_name() or "").strip():
                found.append(f"{where}: a {role} without a name, in “{node.get_parent().get_name()}”")
        except GLib.Error:
            continue
    return found


def count_of_controls(window):
    return sum(1 for node in everything(window) if showing(node) and has(node, Atspi.StateType.FOCUSABLE))


def windows(application):
    return [each for each in children(application) if showing(each)]


def visit_places(application, faults):
    read = 0
    for place in PLACES:
        main = windows(application)[0]
        button = named(main, place, ("radio button", "push button", "toggle button", "check box"))
        if button is None:
            continue
        press(button)
        wait_for(f"{place} to show", lambda: comes_to(button, Atspi.StateType.CHECKED))
        faults += faults_of(main, place)
        read += count_of_controls(main)
    return read


def visit_sections(application, faults):
    main = windows(application)[0]
    sections = named(main, "Sections of the settings", ("list", "table", "list box"))
    if sections is None:
        raise SystemExit("The settings have no list of sections.")
    for section in list(children(sections)):
        click(section)
        wait_for(f"{section.get_name()} to be chosen", lambda: comes_to(section, Atspi.StateType.SELECTED))
        faults += faults_of(main, f"Settings, {section.get_name()}")
    return sections.get_child_count()


def visit_windows(application, faults):
    for menu, entry in WINDOWS:
        main = windows(application)[0]
        item = named(main, entry, ("menu item", "check menu item"))
        if item is None:
            raise SystemExit(f"{menu} has no “{entry}”.")
        before = len(windows(application))
        press(item)
        wait_for(f"{entry} to open", lambda: len(windows(application)) > before)
        opened = windows(application)[-1]
        faults += faults_of(opened, entry)
        keys("Escape")
        wait_for(f"{entry} to close", lambda: len(windows(application)) == before)


def main(program, folder):
    os.environ.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", XDG_CONFIG_HOME=folder)
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    process = subprocess.Popen([program, "--sample", "--no-gateway", "--workspace", os.path.join(folder, "sample.signalbox")])
    faults = []
    try:
        application = wait_for("the console on the accessibility bus", console)
        wait_for("its window", lambda: windows(application))
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "signalbox", "windowactivate", "--sync"],
                       check=True, timeout=PATIENCE)
        read = visit_places(application, faults)
        sections = visit_sections(application, faults)
        visit_windows(application, faults)
    finally:
        process.kill()
        process.wait(PATIENCE)
        manager.kill()
    print(f"Read {read} controls, {sections} sections and {len(WINDOWS)} windows.")
    if read < 40:
        raise SystemExit("That is too few: the window was not there to be read.")
    for fault in sorted(set(faults)):
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        sys.exit(main(sys.argv[1], own))
