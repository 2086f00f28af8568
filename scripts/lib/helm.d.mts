// Types of helm.mjs, for tests written in TypeScript.
export declare function findHelm(options?: object): Promise<string | undefined>;
export declare function readZip(archive: Buffer, name: string): Buffer;
