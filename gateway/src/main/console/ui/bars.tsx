// A small chart of our own: one bar a month, drawn as SVG, with its figures as a table for those who do not see it.
import { readable } from '../data/amounts';

interface Given {
  caption: string;
  bars: { label: string; amount: string }[];
}

const HEIGHT = 120;
const WIDTH = 40;

export function Bars({ caption, bars }: Given) {
  const most = Math.max(1, ...bars.map((bar) => Math.abs(Number(bar.amount))));
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${Math.max(1, bars.length) * WIDTH} ${HEIGHT + 20}`} role="img" aria-label={`${caption}: ${bars.map((bar) => `${bar.label} ${readable(bar.amount)}`).join(', ')}`}>
        {bars.map((bar, index) => {
          const height = (Math.abs(Number(bar.amount)) / most) * HEIGHT;
          return (
            <g key={bar.label}>
              <rect x={index * WIDTH + 6} y={HEIGHT - height} width={WIDTH - 12} height={height} class={bar.amount.startsWith('-') ? 'minus' : undefined}>
                <title>{`${bar.label} ${readable(bar.amount)}`}</title>
              </rect>
              <text x={index * WIDTH + WIDTH / 2} y={HEIGHT + 14}>
                {bar.label.slice(5)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
