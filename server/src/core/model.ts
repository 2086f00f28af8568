/**
 * The nouns. Everything here is plain immutable data; no noun knows LSP, VS Code or a disk.
 */
export * from './model/dependency';
export * from './model/document';
export * from './model/fileKind';
export * from './model/finding';
export * from './model/knowledge';
export * from './model/radar';
export * from './model/text';
