// The bin `stack-guidance`. `lsp` loads the language server and nothing else; every other command its own bundle.
require(process.argv[2] === 'lsp' ? './server.js' : './check.js');
