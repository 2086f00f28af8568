// The commands but for `check`, whose bundle has what most runs need.
export { runExplain } from '../cli/commands/explain';
export { runExport } from '../cli/commands/export';
export { runImport } from '../cli/commands/import';
export { assistantOf } from '../cli/commands/mcp';
export { runMerge } from '../cli/commands/merge';
export { runReport } from '../cli/commands/report';
