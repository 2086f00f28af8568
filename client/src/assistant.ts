import { Disposable, LanguageModelTextPart, LanguageModelToolResult, l10n, lm } from 'vscode';
import type { Server } from './server';

/** What the server answers; the requests are described in ARCHITECTURE.md. */
type Answer = { readonly text: string } | { readonly problem: string };

/** The tools of language models in the manifest: each is a request to the server. */
export function registerAssistant(server: Server): Disposable {
  // Editors that are built on VS Code need not have it.
  if (!lm?.registerTool) return new Disposable(() => {});
  return Disposable.from(
    tool(server, 'recommend', () => l10n.t('Asking the recommended stack')),
    tool(server, 'verdict', () => l10n.t('Checking against the recommended stack')),
    tool(server, 'snippet', () => l10n.t('Looking for a snippet of the recommended stack')),
  );
}

const tool = (server: Server, name: string, doing: () => string): Disposable =>
  lm.registerTool<object>(`stackGuidance_${name}`, {
    prepareInvocation: () => ({ invocationMessage: doing() }),
    async invoke({ input }, token) {
      const client = await server.started();
      const answer = await client.sendRequest<Answer | null>(`stackGuidance/${name}`, input, token);
      // What is thrown is told to the model.
      if (!answer || 'problem' in answer) throw new Error(answer?.problem ?? l10n.t('The stack cannot be asked now.'));
      return new LanguageModelToolResult([new LanguageModelTextPart(answer.text)]);
    },
  });
