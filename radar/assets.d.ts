// What the bundler puts in as a text.
declare module '*.txt' {
  const content: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader has a default export
  export default content;
}
declare module '*.css' {
  const content: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader has a default export
  export default content;
}
