export function sourceWords(markdown: string): string[];
export function builtWords(html: string): string[];
export function lostWords(source: readonly string[], built: readonly string[]): string[];
