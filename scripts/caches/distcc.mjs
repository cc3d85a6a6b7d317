/** distcc: all that is compiled is compiled by another process, which has no file of ours. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { buildModule, compiledFiles } from "./module.mjs";

export const distcc = { program: "distccd", package: "distcc", tryOut };

/** Its server is a process of the user's on this machine; what it can't compile fails. */
async function tryOut(scratch, [folder], { python, environment }) {
  const port = await freePort();
  const home = join(scratch, "distcc");
  mkdirSync(home, { recursive: true });
  const server = spawn(
    "distccd",
    [
      ...["--daemon", "--no-detach", "--listen", "127.0.0.1", "--allow", "127.0.0.1"],
      // Nobody else reaches it, so that it need not be told which compilers it may run.
      ...["--port", `${port}`, "--jobs", "2", "--enable-tcp-insecure"],
      ...["--log-stderr", "--log-level", "info"],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const log = [];
  server.stderr.on("data", (chunk) => log.push(chunk));
  const ended = new Promise((resolve) => server.on("close", resolve));
  try {
    await listening(port);
    rmSync(join(folder, "build"), { recursive: true, force: true });
    const own = {
      ...environment,
      DISTCC_DIR: home,
      DISTCC_HOSTS: `127.0.0.1:${port}`,
      DISTCC_FALLBACK: "0",
    };
    const definitions = { CMAKE_DISABLE_PRECOMPILE_HEADERS: "ON" };
    await buildModule(folder, { launcher: "distcc", python, environment: own, definitions });
  } finally {
    server.kill();
    await ended;
  }
  const done =
    Buffer.concat(log)
      .toString()
      .match(/COMPILE_OK/g) ?? [];
  const share = Number(((100 * done.length) / compiledFiles).toFixed(1));
  return ["distcc: files compiled by its server, percent", share];
}

/** Waits until something listens there. */
async function listening(port) {
  for (let left = 100; left > 0; left -= 1) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
}
