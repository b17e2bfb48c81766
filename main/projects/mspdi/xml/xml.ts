/** An element with a text. */
export const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** An element with others. */
export const tags = (name: string, content: readonly string[]): string => `<${name}>${content.join('')}</${name}>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
