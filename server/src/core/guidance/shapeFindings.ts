import type { Finding, Locale } from '../model';
import type { ShapeProblem } from '../policy/shape';

/** What is wrong with a file of technologies or roles. */
export const shapeFindings = (_text: string, problems: readonly ShapeProblem[], _locale: Locale): Finding[] =>
  problems.map(({ span, what }) => ({
    ...{ rule: 'configuration', severity: 'error', span, message: what },
    ...{ identifier: null, technology: null, role: null, recommended: [], struck: false },
  }));
