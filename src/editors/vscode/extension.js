// Starts the language server of PostLint and shows what it says.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

let client;

function settings() {
  const { profile, phase } = vscode.workspace.getConfiguration('postlint');
  return { profile: profile || null, phase };
}

async function start() {
  const command = vscode.workspace.getConfiguration('postlint').get('command') || 'postlint';
  const server = { command, args: ['server'], transport: TransportKind.stdio };
  client = new LanguageClient('postlint', 'PostLint', server, {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'quarto' },
      { scheme: 'file', language: 'rmd' },
      { scheme: 'file', language: 'html' },
      { scheme: 'file', pattern: '**/*.{bib,ipynb,qmd}' },
      { scheme: 'file', pattern: '**/.postlint.yml' },
    ],
    initializationOptions: settings(),
  });
  try {
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(`PostLint: ${command} cannot be started: ${error.message}`, 'How to install it');
    if (choice) vscode.env.openExternal(vscode.Uri.parse('https://github.com/postlint/postlint#install'));
  }
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('postlint.restart', async () => {
      await client?.stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('postlint.command')) await vscode.commands.executeCommand('postlint.restart');
      else if (change.affectsConfiguration('postlint'))
        client?.sendNotification('workspace/didChangeConfiguration', { settings: { postlint: settings() } });
    }),
  );
  await start();
};

exports.deactivate = () => client?.stop();
