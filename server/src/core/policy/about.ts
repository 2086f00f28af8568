import type { KnowledgeIndex } from '../catalog/catalog';
import { fold } from '../catalog/names';
import type { Finding } from '../model';

/** What exceptions and severities name, each as one text: what they are about is found once, not for each finding. */
export const named = {
  rule: (id: string) => `rule ${id}`,
  role: (id: string | null) => `role ${id}`,
  technology: (id: string | null) => `technology ${id}`,
  identifier: (name: string | null) => `identifier ${name}`,
};

/** Nothing for a name that no technology has. */
export function namedTechnology(name: string, { lexicon }: KnowledgeIndex): string[] {
  const id = lexicon.technologies.get(fold(name));
  return id === undefined ? [] : [named.technology(id)];
}

/** How exceptions in a file name a finding. */
export const namesInFile = ({ rule, technology }: Pick<Finding, 'rule' | 'technology'>): string[] => [
  named.rule(rule),
  named.technology(technology),
];

/** How exceptions of a configuration name it. */
export const namesInConfiguration = ({ technology, identifier }: Pick<Finding, 'technology' | 'identifier'>) => [
  named.technology(technology),
  named.identifier(identifier),
];
