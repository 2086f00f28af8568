export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
export const allowed: ReadonlySet<string>;
export function bundledPackages(inputs: readonly string[], root: string): BundledPackage[];
export function problemOf(one: BundledPackage): string | undefined;
export function noticesOf(packages: readonly BundledPackage[]): string;
