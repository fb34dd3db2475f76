const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// A name for one intention: 48 bits of time, 80 of chance, 26 letters. The command keeps it when it
// is sent again, so that the server can tell a repeat from a second wish.
export function ulid(now = Date.now()): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = crockford[rest % 32] + time;
  }
  const chance = crypto.getRandomValues(new Uint8Array(16));
  return time + Array.from(chance, (byte) => crockford[byte % 32]).join('');
}
