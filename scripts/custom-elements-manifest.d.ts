declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** Runs the command line with these arguments. @returns the manifest. */
  export function cli(input: { argv: string[]; cwd?: string; noWrite?: boolean }): Promise<unknown>;
}
