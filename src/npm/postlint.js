#!/usr/bin/env node
// Starts the native command of this platform, which npm installed as an optional dependency.
'use strict';

const { spawn } = require('node:child_process');
const { chmodSync, accessSync, constants } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const platform = `${process.platform}-${process.arch}`;
const name = `@postlint/${platform}`;

function find() {
  try {
    const folder = path.dirname(require.resolve(`${name}/package.json`));
    return path.join(folder, process.platform === 'win32' ? 'postlint.exe' : 'postlint');
  } catch {
    return null;
  }
}

const command = find();
if (command === null) {
  const known = Object.keys(require('./package.json').optionalDependencies);
  console.error(
    known.includes(name)
      ? `postlint: the package ${name} is not installed; install again without --omit=optional or --no-optional`
      : `postlint: there is no native command for ${platform}; with .NET 10, use: dnx PostLint.Tool`,
  );
  process.exit(2);
}

// Some tools unpack without the right to execute.
if (process.platform !== 'win32') {
  try {
    accessSync(command, constants.X_OK);
  } catch {
    try {
      chmodSync(command, 0o755);
    } catch {
      // Starting it says why it cannot be started.
    }
  }
}

const child = spawn(command, process.argv.slice(2), { stdio: 'inherit' });
child.on('error', (error) => {
  console.error(`postlint: ${command} cannot be started: ${error.message}`);
  process.exit(2);
});
// A terminal sends these to the command, too, which decides when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)));
