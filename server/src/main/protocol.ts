// The library of the protocol, which the language server loads once for all of its bundles.
export * from 'vscode-languageserver/node';
