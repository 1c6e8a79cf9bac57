"""``reviewparse serve``: where it listens, what it prints, how it stops."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from importlib import util
from urllib.request import urlopen

import pytest

from reviewparse.playground.server import LOOPBACK, listening
from tests.command import run

needs_flask = pytest.mark.skipif(util.find_spec("flask") is None, reason="the extra 'report' (flask) is not installed")


@needs_flask
@pytest.mark.slow
def test_it_prints_its_address_answers_there_and_stops() -> None:
    command = [sys.executable, "-m", "reviewparse", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:  # noqa: S603
        assert serving.stdout is not None
        line = serving.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None
        with urlopen(address[0]) as answered:  # noqa: S310 - our own server
            assert b"Paste text or HTML here" in answered.read()
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=20) == 0
        assert serving.stderr is not None
        assert serving.stderr.read() == ""


@needs_flask
def test_only_this_computer_can_reach_it() -> None:
    with listening(0) as (address, server):
        assert address.startswith(f"http://{LOOPBACK}:")
        assert server.socket.getsockname()[0] == "127.0.0.1"


@needs_flask
def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        assert run("serve", "--port", str(port), "--no-browser") == 1
    err = capsys.readouterr().err
    assert err.startswith(f"reviewparse: port {port}: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("port", ["-1", "65536", "http", "1.5"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run("serve", "--port", port)
    assert stop.value.code == 2
    assert "argument --port: not a whole number from 0 to 65535" in capsys.readouterr().err


def test_without_the_framework_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "flask", None)
    assert run("serve", "--no-browser") == 2
    assert 'pip install ".[report]"' in capsys.readouterr().err
