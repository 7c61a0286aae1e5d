/** A file as the text that it is: `page.css?raw`. The build and the tests know how to read it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
