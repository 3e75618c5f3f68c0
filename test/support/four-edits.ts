/** A spec of four edits, `first` to `fourth`, each of one picture: its prompt is `The first.` and so on. */
export const FOUR_EDITS = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  first: { prompt: The first., images: [a.png] }
  second: { prompt: The second., images: [a.png] }
  third: { prompt: The third., images: [a.png] }
  fourth: { prompt: The fourth., images: [a.png] }
`;
