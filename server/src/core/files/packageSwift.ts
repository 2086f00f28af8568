import { insertPackage, replacePackage } from '../fixes/packageSwift';
import type { Dependency, FileKind } from '../model';
import { slashComment } from '../policy/comment';
import { bracketExtent } from '../policy/extent';
import { slotInPackageSwift } from '../slots/packageSwift';
import { type PackageCall, packageCalls, repositoryName } from '../syntax/packageSwift';
import type { Token } from '../syntax/script';

/** Swift's manifest, for any version of its tools: `Package.swift`, `Package@swift-5.9.swift`. */
export const packageSwift: FileKind = {
  id: 'package-swift',
  matches: ({ path }) => /(?:^|\/)Package(?:@swift-[\d.]+)?\.swift$/.test(path),
  read: (text) => packageCalls(text).flatMap((call) => dependencyOf(call) ?? []),
  replace: replacePackage,
  insert: insertPackage,
  extent: bracketExtent,
  comment: slashComment,
  slotAt: (text, offset) => slotInPackageSwift(text, offset, packageSwift.read),
};

function dependencyOf({ url, path, version }: PackageCall): Dependency | undefined {
  const place = url ?? path;
  if (!place?.value || place.isOpen) return undefined;
  const base = { ecosystem: 'swift', nameSpan: place.span, scope: 'dependencies' } as const;
  if (!url || isLocal(url.value)) return { ...base, name: place.value, skipReason: 'local' };
  if (isInterpolated(url)) return { ...base, name: url.value, skipReason: 'expression' };
  const name = repositoryName(url.value);
  const located = version?.value && !version.isOpen && !isInterpolated(version) ? version : undefined;
  return name
    ? { ...base, name, ...(located && { version: { value: located.value, span: located.span } }) }
    : undefined;
}

const isLocal = (url: string) => /^(?:\.{0,2}\/|~|file:)/.test(url);
const isInterpolated = ({ value }: Token) => value.includes('\\(');
