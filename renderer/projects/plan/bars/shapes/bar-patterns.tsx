/** Hatching and arrow of a drawing; `id` keeps them apart from those of another. */
export function BarPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-overdue`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="bar-hatch-ground" width={6} height={6} />
        <rect className="bar-hatch" width={2.5} height={6} />
      </pattern>
      <marker id={`${id}-arrow`} viewBox="0 0 8 8" refX={8} refY={4} markerWidth={7} markerHeight={7} orient="auto">
        <path className="bar-arrow" d="M0 0L8 4L0 8z" />
      </marker>
    </defs>
  );
}
