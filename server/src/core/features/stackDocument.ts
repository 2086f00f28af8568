/** What an editor shows of a stack document: findings, fixes and hover. */
export { documentFindings } from './stackDocumentFindings';
export { documentFixes } from './stackDocumentFixes';
export { documentHover } from './stackDocumentHover';
