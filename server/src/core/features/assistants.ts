// What language models ask for: a bundle of its own in the language server, loaded with the first question.
export { assistantTexts } from '../assistantTexts';
export { explainTexts } from '../explainTexts';
export { verdictOnManifest } from './assistantManifest';
export { verdictOnName } from './assistantName';
export { recommend } from './assistantRecommend';
export { snippetFor } from './assistantSnippet';
export { sourceWith } from './explain';
