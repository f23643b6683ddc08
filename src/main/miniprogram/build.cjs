/*
 * Makes the mini-program: src/main/miniprogram and the client that it shares with the web pages become JavaScript in
 * target/miniprogram, which WeChat's developer tools open. With --check the types are checked first, with --test its tests
 * run, with --with-tests these are made alone.
 *
 * What it needs are npm's packages, in node_modules here or where NODE_PATH says.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const own = __dirname;
const root = path.resolve(own, '../../..');
const client = path.join(root, 'src/main/web/common/client');
const tests = path.join(root, 'src/test/miniprogram');
const target = path.join(root, 'target/miniprogram');
const made = path.join(target, 'dist');
const madeTests = path.join(target, 'test');

const OPTIONS = ts.readConfigFile(path.join(own, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions;

function files(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const file = path.join(folder, one.name);
    if (one.isDirectory()) return one.name === 'node_modules' ? [] : files(file);
    return [file];
  });
}

/** Of types alone, files of the web pages are imported too: nothing of these is left. */
function transpiled(file, to) {
  const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { ...OPTIONS, module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2018, paths: undefined, noEmit: false },
  });
  const up = path.relative(path.dirname(to), path.join(made, 'client')).split(path.sep).join('/');
  const dist = path.relative(path.dirname(to), made).split(path.sep).join('/');
  return outputText
    .replace(/require\("client\//g, `require("${up.startsWith('.') ? up : `./${up}`}/`)
    .replace(/require\("dist\//g, `require("${dist}/`);
}

function copy(from, to) {
  for (const file of files(from)) {
    const name = path.relative(from, file);
    if (/^(package(-lock)?\.json|tsconfig\.json|build\.cjs|README\.md)$/.test(name)) continue;
    const script = name.endsWith('.ts');
    const out = path.join(to, script ? name.replace(/\.ts$/, '.js') : name);
    fs.mkdirSync(path.dirname(out), { recursive: true });
    if (script) fs.writeFileSync(out, transpiled(file, out));
    else fs.copyFileSync(file, out);
  }
}

function build() {
  fs.rmSync(made, { recursive: true, force: true });
  copy(own, made);
  copy(client, path.join(made, 'client'));
}

function check() {
  const typings = path.dirname(path.dirname(require.resolve('miniprogram-api-typings/package.json')));
  const compiler = require.resolve('typescript/bin/tsc');
  run([compiler, '-p', path.join(own, 'tsconfig.json'), '--typeRoots', typings]);
}

function buildTests() {
  fs.rmSync(madeTests, { recursive: true, force: true });
  copy(tests, madeTests);
}

function test() {
  buildTests();
  const scripts = files(madeTests).filter((file) => file.endsWith('.test.js'));
  run(['--test', '--test-reporter=spec', ...scripts], { MINIPROGRAM: made, SCREENS: path.join(target, 'screens') });
}

function run(command, environment = {}) {
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, ...environment, NODE_PATH: [path.join(own, 'node_modules'), process.env.NODE_PATH].filter(Boolean).join(path.delimiter) },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const wanted = process.argv.slice(2);
if (wanted.includes('--check') || wanted.includes('--test')) check();
build();
if (wanted.includes('--test')) test();
else if (wanted.includes('--with-tests')) buildTests();
