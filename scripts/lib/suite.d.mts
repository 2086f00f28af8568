export declare function runSuite(files: readonly string[], options?: Mocha.MochaOptions): Promise<void>;
