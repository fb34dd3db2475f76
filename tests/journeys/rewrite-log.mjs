// What an intruder does to a log who knows the program but holds none of its keys: changes one entry's bytes and makes
// every hash from there on anew, so that the log by itself is whole.
//
//   node tests/journeys/rewrite-log.mjs LOG.sqlite TYPE 'from' 'to'      the last entry of that type; prints its number
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

const [log, type, from, to] = process.argv.slice(2);
const sqlite = (sql) =>
  execFileSync("sqlite3", ["-json", log], {
    input: sql,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
const entries = JSON.parse(
  sqlite(`SELECT seq, hex(CAST(stream AS BLOB)) stream, ver, hex(CAST(type AS BLOB)) type, schema, CAST(at_us AS TEXT) at_us,
    hex(CAST(actor AS BLOB)) actor, hex(cmd_id) cmd, hex(body) body FROM event ORDER BY seq;`),
);

const number = (value) => {
  const out = Buffer.alloc(8);
  out.writeBigInt64BE(BigInt(value));
  return out;
};
const framed = (bytes) => Buffer.concat([number(bytes.length), bytes]);
const hex = (text) => Buffer.from(text, "hex");
const link = (before, e) =>
  createHash("sha256")
    .update(framed(Buffer.from("waystation log entry 1")))
    .update(framed(before))
    .update(number(e.seq))
    .update(framed(hex(e.stream)))
    .update(number(e.ver))
    .update(framed(hex(e.type)))
    .update(number(e.schema))
    .update(number(e.at_us))
    .update(framed(hex(e.actor)))
    .update(framed(hex(e.cmd)))
    .update(framed(hex(e.body)))
    .digest();

const changed = entries
  .filter((e) => hex(e.type).toString() === type && hex(e.body).includes(from))
  .at(-1);
if (!changed) throw new Error(`no ${type} says ${from}`);
changed.body = Buffer.from(
  hex(changed.body).toString().replace(from, to),
).toString("hex");
let before = Buffer.alloc(32);
const updates = entries.map((e) => {
  const hash = link(before, e);
  const row = `UPDATE event SET body = x'${e.body}', prev = x'${before.toString("hex")}', hash = x'${hash.toString("hex")}' WHERE seq = ${e.seq};`;
  before = hash;
  return row;
});
sqlite(["BEGIN;", ...updates, "COMMIT;"].join("\n"));
console.log(changed.seq);
