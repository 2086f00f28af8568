import { commands, type Disposable, l10n, window } from 'vscode';
import type { Server } from './server';

/** What the server answers to `stackGuidance/checkWorkspace`. */
interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly isCancelled: boolean;
}

/** The command `Check Workspace`: the server shows the progress and puts what it finds into Problems. */
export function registerCheckWorkspace(server: Server): Disposable {
  return commands.registerCommand('stackGuidance.checkWorkspace', async () => {
    const client = await server.started();
    const summary = await client.sendRequest<Summary | null>('stackGuidance/checkWorkspace', {});
    if (!summary || summary.isCancelled) return;
    const { files, errors, warnings } = summary;
    // No pop-up: whoever asked looks at the status bar and at Problems.
    window.setStatusBarMessage(
      l10n.t('Stack Guidance: {0} files checked, {1} errors, {2} warnings', files, errors, warnings),
      10_000,
    );
  });
}
