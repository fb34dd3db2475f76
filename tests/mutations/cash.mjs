// Is every rule of cash watched? Each file is compiled once more with all of its rules, each as it stands and as it is
// broken, and linked with the random test of src/domain/cash_random_test.cpp. WAYSTATION_BROKEN says which one rule is
// broken: the test must find it out, and must find nothing where none is. The list of mutations is part of the test:
// a rule that is rewritten must be broken anew here. So that both can stand beside one another, a mutation is an
// expression or a whole statement.
//
//   node tests/mutations/cash.mjs [build folder] [only this file or rule]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const build = process.argv[2] ?? 'build/release';
const only = process.argv[3];
const runs = '4000';

// [what is broken, file, the rule as it stands, the rule as it is broken]
const mutations = [
  ['the clock', 'cash_hold', 'now < *until', 'now + std::chrono::hours{1} < *until'],
  ['the seal around a bag', 'cash_hold', '*community->unsealed_at >= bag.since', 'false'],
  ['special sources', 'cash_bag', 'case Source::damaged:\n      return false', 'case Source::damaged:\n      return true'],
  ['the minutes of a run', 'cash_sanitise', 'if (minutes < needed)', 'if (minutes + 1 < needed)'],
  ['one source in a cabinet', 'cash_sanitise', 'bag.source != site.bags.at(c.bags.front()).source', 'false'],
  ['the second counter', 'cash_count', 'first->by == stamp.by', 'false'],
  ['a blind second count', 'cash_count', 'found == first->notes', 'true'],
  ['what is missing is booked', 'cash_count', 'post(site.book, account_of(bag), site.book, lost, missing);', ''],
  ['the second signer', 'cash_act', 'if (act.by == stamp.by)', 'if (false)'],
  ['the time to confirm', 'cash_act', 'at < act.expires_at && at >= act.expires_at - together', 'true'],
  ['both sides of a handover', 'cash_act', 'is_handing_over(act.deed.kind) && both_of_one_side', 'false'],
  ['who counted does not release', 'cash_deed_rule', 'std::ranges::find(bag.counted_by, a.stamp.by) != bag.counted_by.end()', 'false'],
  ['sanitised before the vault', 'cash_deed_rule', 'if (bag.stage != Stage::sanitised && bag.stage != Stage::counted)', 'if (false)'],
  ['only what is released is drawn', 'cash_deed_rule', 'if (bag.stage != Stage::released) return in_stage("cash.not-released", id, bag);', ''],
  ['the seal that is read', 'cash_deed_rule', 'bags.at(a.deed.bags[i]).seal != seals[i]', 'false'],
  ['clean and dirty apart', 'cash_deed_rule', 'compartment_of(bag) != *a.deed.compartment', 'false'],
  ['what a van may carry', 'cash_deed_rule', 'carried + more <= limit', 'true'],
  ['what an outlet may hold', 'cash_counter', 'held + more <= limit', 'true'],
  ['no more from a drawer than it holds', 'cash_counter', 'if (!holds(there, wanted))', 'if (false)'],
  ['damaged notes leave their bag', 'cash_doing', 'from.notes -= apart.notes;', ''],
  ['two places for one bag', 'cash_doing', 'from.bags.erase(id);', ''],
];

const folder = mkdtempSync(join(tmpdir(), 'waystation-mutants-'));
const compiler = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
const tests = join(build, 'CMakeFiles/domain_test.dir');
const wanted = mutations.filter(([rule, file]) => !only || only === file || only === rule);

// A rule both ways; `n` is its number.
const bothWays = (stands, broken, n) => {
  let front = 0;
  while (stands[front] === broken[front]) front += 1;
  const lead = stands.startsWith('if (') && broken.startsWith('if (') ? 4 : stands.startsWith('case ') ? front : 0;
  const trail = lead === 4 ? 1 : 0;
  const middle = (text) => text.slice(lead, text.length - trail);
  if (broken === '') return `if (broken_rule != ${n}) { ${stands} }`;
  return `${stands.slice(0, lead)}(broken_rule == ${n} ? (${middle(broken)}) : (${middle(stands)}))${stands.slice(stands.length - trail)}`;
};

const prelude = '#include <cstdlib>\nstatic const int broken_rule = std::atoi(std::getenv("WAYSTATION_BROKEN"));\n';

// With the very words of the build, so that its precompiled header serves.
const compile = (name, text) => {
  const entry = compiler.find(({ file }) => file.endsWith(`src/domain/${name}.cpp`));
  const source = join(folder, `${name}.cpp`);
  const object = join(folder, `${name}.o`);
  writeFileSync(source, text);
  const words = entry.command.split(' ').filter((word) => word && !/ccache$/.test(word) && word !== '-Werror');
  words[words.indexOf('-o') + 1] = object;
  words[words.indexOf('-c') + 1] = source;
  execFileSync(words[0], [...words.slice(1), '-w'], { cwd: entry.directory });
  return object;
};

// The random test stands first: of a template that several files make the first one counts, and it is optimised.
const link = (mutants) => {
  const program = join(folder, 'mutants');
  const objects = ['src/domain/cash_random_test.cpp.o', 'tests/main.cpp.o'].map((name) => join(tests, name));
  const libraries = ['libdomain.a', 'libcore.a'].map((name) => join(build, name));
  execFileSync('c++', ['-o', program, objects[0], ...mutants, objects[1], ...libraries, '-lsimdjson', '-ldate-tz']);
  return program;
};

const play = (program, number) =>
  new Promise((done) => {
    const env = { ...process.env, WAYSTATION_CASH_RUNS: runs, WAYSTATION_BROKEN: String(number) };
    const child = spawn(program, ['--test-case=in no order of commands is cash lost*'], { env });
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.on('close', (status) => done({ status, found: /seed \d+: [^\n]*/.exec(said)?.[0] }));
  });

let passed = 0;
const failures = [];
try {
  const texts = new Map();
  for (const [index, [rule, file, stands, broken]] of wanted.entries()) {
    const text = texts.get(file) ?? prelude + readFileSync(`src/domain/${file}.cpp`, 'utf8');
    if (text.split(stands).length !== 2) failures.push(`${rule}: "${stands}" does not stand once in ${file}.cpp`);
    else texts.set(file, text.replace(stands, () => bothWays(stands, broken, index + 1)));
  }
  const program = failures.length ? '' : link([...texts].map(([file, text]) => compile(file, text)));
  const untried = program ? [['nothing is broken'], ...wanted].map(([rule], number) => ({ rule, number })) : [];
  const player = async () => {
    for (let next = untried.shift(); next; next = untried.shift()) {
      const { status, found } = await play(program, next.number);
      const right = next.number === 0 ? status === 0 : status !== 0 && found;
      if (right) (passed += 1), console.log(`${next.rule}: ${found ?? 'nothing is found'}`);
      else failures.push(`${next.rule}: ${next.number === 0 ? found : 'nothing was noticed'}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, player));
} finally {
  rmSync(folder, { recursive: true });
}
for (const failure of failures) console.log(failure);
console.log(`mutants: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
