// Repeatable chance: mulberry32 (Tommy Ettinger, public domain), seeded by a number and a word, so that a new outlet in
// the list does not change the numbers of the others.
const hash = (word) => {
  let h = 2166136261;
  for (const c of word) h = Math.imul(h ^ c.codePointAt(0), 16777619);
  return h >>> 0;
};

export const chance = (seed, word) => {
  let state = (seed ^ hash(word)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    one: (list) => list[Math.floor(next() * list.length)],
    between: (low, high) => low + next() * (high - low),
  };
};
