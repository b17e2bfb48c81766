interface EmphasisProps {
  /** The stretches of one text, in order. */
  readonly stretches: readonly { readonly text: string; readonly strong: boolean }[];
}

/** A text with the words in bold that its source emphasised. */
export function Emphasis({ stretches }: EmphasisProps) {
  return stretches.map(({ text, strong }, place) => (strong ? <strong key={place}>{text}</strong> : text));
}
