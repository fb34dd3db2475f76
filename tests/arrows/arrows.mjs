// The build test of the architecture: includes point one way, files stay under 400 lines and functions
// under 50. Prints each finding with its place, and "N passed, N failed" by file.
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const allowed = {
  core: ['core'],
  domain: ['core', 'domain'],
  planning: ['core', 'domain', 'planning'],
  foresight: ['core', 'domain', 'foresight'],
  checking: ['checking'],
  application: ['core', 'domain', 'planning', 'foresight', 'application'],
  storage: ['core', 'domain', 'application', 'storage'],
  http: ['core', 'domain', 'planning', 'foresight', 'application', 'storage', 'http'],
  cli: ['core', 'domain', 'planning', 'foresight', 'checking', 'application', 'storage', 'http', 'cli'],
};
const longestFile = 400, longestFunction = 50;
const generated = /contract\.ts$|package-lock\.json$|locales\//;

const files = execSync("git ls-files 'src/*' 'tests/*' 'bench/*' 'web/src/*'", { encoding: 'utf8' })
  .split('\n').filter((f) => /\.(cpp|h|ts|tsx|css|mjs)$/.test(f) && !generated.test(f));

function includeFindings(file, lines) {
  const room = /^src\/(\w+)\//.exec(file)?.[1];
  if (!room) return [];
  return lines.flatMap((line, i) => {
    const target = /^#include "(\w+)\//.exec(line)?.[1];
    if (!target || !(target in allowed) || allowed[room].includes(target)) return [];
    return [`${file}:${i + 1}: ${room} may not include ${target}`];
  });
}

// In formatted C++ a function's body opens at a line that ends with "{" and closes at a lone "}" of its indent;
// a constructor's list of members stands four deeper.
function functionFindings(file, lines) {
  if (!/\.(cpp|h)$/.test(file)) return [];
  const findings = [];
  let open = null;
  lines.forEach((line, i) => {
    if (open) {
      if (line.startsWith(`${open.indent}}`) && !line.startsWith(`${open.indent} `)) {
        const length = i - open.at - 1;
        if (length > longestFunction)
          findings.push(`${file}:${open.at + 1}: a function of ${length} lines (most ${longestFunction})`);
        open = null;
      }
      return;
    }
    const start = /^( {0,6})([^ #/}]).*\{$/.exec(line);
    const isFunction = start && /[)]( const| noexcept| override| try|->.*|mutable)* ?(: .*)?\{?/.test(line) && line.includes(')');
    if (isFunction && !/^\s*(namespace|struct|class|enum|union|extern)\b/.test(line))
      open = { at: i, indent: start[2] === ':' ? start[1].slice(4) : start[1] };
  });
  return findings;
}

let failed = 0;
for (const file of files) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const findings = [...includeFindings(file, lines), ...functionFindings(file, lines)];
  if (lines.length - 1 > longestFile)
    findings.push(`${file}: ${lines.length - 1} lines (most ${longestFile})`);
  if (findings.length) failed += 1, console.log(findings.join('\n'));
}
console.log(`arrows: ${files.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
