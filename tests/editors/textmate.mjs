// Tokenises scripts as VS Code does and checks what it sees. Arguments: the
// folder with node_modules, the grammar, then the scripts. "--" before the last
// means: print its tokens instead, "LINE:COLUMN SCOPE".
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, grammarPath, ...scripts] = process.argv.slice(2);
const require = createRequire(join(folder, 'here.js'));
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');
const wasm = readFileSync(join(folder, 'node_modules/vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath),
});
const grammar = await registry.loadGrammar('source.breathmark');

function* tokens(path) {
  let state = textmate.INITIAL;
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const result = grammar.tokenizeLine(lines[i], state);
    state = result.ruleStack;
    for (const t of result.tokens) {
      yield { line: i + 1, column: t.startIndex + 1, text: lines[i].slice(t.startIndex, t.endIndex),
              scope: t.scopes[t.scopes.length - 1] };
    }
  }
}

if (scripts[0] === '--') {
  for (const t of tokens(scripts[1])) console.log(`${t.line}:${t.column} ${t.scope.replace(/\.breathmark$/, '')}`);
  process.exit(0);
}
let faults = 0;
for (const path of scripts) {
  for (const t of tokens(path)) {
    // A word that no rule knows keeps the scope of the whole.
    const bare = t.scope === 'source.breathmark' && /\S/.test(t.text);
    if (bare || t.scope.startsWith('invalid')) {
      console.log(`${path}:${t.line}:${t.column}: "${t.text}" is ${t.scope}`);
      faults++;
    }
  }
}
console.log(`${scripts.length} scripts, ${faults} faults`);
process.exit(faults || scripts.length < 46 ? 1 : 0);
