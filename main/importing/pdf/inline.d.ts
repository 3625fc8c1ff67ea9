/** A file that the bundler puts into the program as a `data:` address. */
declare module '*?url&inline' {
  const address: string;
  export default address;
}
