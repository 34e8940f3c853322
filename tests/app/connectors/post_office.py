#!/usr/bin/python3
"""A real SMTP and HTTP server for tests. Says its ports on the first line, then each delivery on a line of JSON.
POST /down is answered with 503. Ends when its standard input does."""
import asyncio
import http.server
import json
import sys
import threading

from aiosmtpd.smtp import SMTP

saying = threading.Lock()


def say(**what):
    with saying:
        print(json.dumps(what), flush=True)


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        say(mail=envelope.content.decode("ascii"), sender=envelope.mail_from, to=envelope.rcpt_tos)
        return "250 OK"


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        say(path=self.path, body=body, signature=self.headers.get("X-Signalbox-Signature", ""))
        self.send_response(503 if self.path == "/down" else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


hook = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
threading.Thread(target=hook.serve_forever, daemon=True).start()


async def main():
    loop = asyncio.get_running_loop()
    mail = await loop.create_server(lambda: SMTP(Mailbox(), loop=loop), "127.0.0.1", 0)
    say(smtp=mail.sockets[0].getsockname()[1], http=hook.server_address[1])
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
