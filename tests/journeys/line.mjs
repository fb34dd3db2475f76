// The line between a tablet and the server, in the journey's hand: it counts what comes over it, can be cut, can
// swallow an answer after the server has given it, and can lead to another server.
import { createServer, connect } from "node:net";

export class Line {
  bytes = 0; // From the server to the tablet.
  #server;
  #port;
  #target;
  #open = new Set();
  #toSwallow = 0;

  static async to(address) {
    const line = new Line();
    line.lead(address);
    await line.#listen(0);
    return line;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  lead(address) {
    this.#target = Number(new URL(address).port);
    for (const socket of this.#open) socket.destroy();
  }

  async cut() {
    const closed = new Promise((done) => this.#server.close(done));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  // The next commands reach the server and are recorded there; their answers never arrive.
  async mend({ swallowing = 0 } = {}) {
    this.#toSwallow = swallowing;
    await this.#listen(this.#port);
  }

  get swallowed() {
    return this.#toSwallow === 0;
  }

  async #listen(port) {
    this.#server = createServer((tablet) => this.#join(tablet));
    await new Promise((done) =>
      this.#server.listen(port, "127.0.0.1", () => done()),
    );
    this.#port = this.#server.address().port;
  }

  #join(tablet) {
    const server = connect(this.#target, "127.0.0.1");
    let swallows = false;
    const end = () => {
      tablet.destroy();
      server.destroy();
      this.#open.delete(tablet);
    };
    this.#open.add(tablet);
    tablet.on("data", (bytes) => {
      if (this.#toSwallow > 0 && bytes.includes("POST /api/commands/")) {
        this.#toSwallow--;
        swallows = true;
      }
      server.write(bytes);
    });
    server.on("data", (bytes) => {
      if (swallows) return end();
      this.bytes += bytes.length;
      tablet.write(bytes);
    });
    for (const socket of [tablet, server]) {
      socket.on("error", end);
      socket.on("close", end);
    }
  }
}
