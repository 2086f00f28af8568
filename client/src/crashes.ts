import { l10n, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { isTooOften } from './tooOften';

/**
 * What happens when the server ends by itself: it is started again, without a word. Where that goes on and on it is
 * left alone, and whoever works here is told once, with a button that starts it.
 */
export function crashHandler(startAgain: () => Promise<unknown>): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    // What is broken for good is closed next.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      crashes = [...crashes, Date.now()];
      if (!isTooOften(crashes)) return { action: CloseAction.Restart, handled: true };
      crashes = [];
      void offer(startAgain);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offer(startAgain: () => Promise<unknown>): Promise<void> {
  const button = l10n.t('Start Again');
  const said = l10n.t(
    'The server of Stack Guidance has ended five times in three minutes and is not started any more.',
  );
  if ((await window.showWarningMessage(said, button)) === button) await startAgain();
}
