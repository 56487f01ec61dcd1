import { DEPTHS, layOutRanks, type RankLayout, type RankSize } from "@/lib/plots/rank-layout";
import type { RankShares } from "@/lib/plots/rank-shares";
import { rectanglesPath, roundPixels } from "@/lib/plots/svg-path";
import { PlotPicture } from "./plot-picture";
import { SHARE_COLOUR } from "./series-style";

type RankPlotProps = {
  id: string;
  shares: RankShares;
  finding: string;
  size: RankSize;
};

/** A strip an entrant: the deeper a cell, the more rounds put it on that rank. */
export function RankPlot({ id, shares, finding, size }: RankPlotProps) {
  const layout = layOutRanks(shares, size);
  const { width, height, fontPx } = layout;
  const picture = (
    <PlotPicture {...{ id, finding, width, height }} title="Distribution of ranks">
      <Columns layout={layout} />
      <Cells layout={layout} />
      <g fontSize={fontPx} className="fill-ink">
        {layout.rows.map(({ name, nameX, nameY }) => (
          <text key={nameY} x={nameX} y={nameY} textAnchor={nameX > 0 ? "end" : "start"}>
            {name}
          </text>
        ))}
      </g>
    </PlotPicture>
  );
  if (width <= size.width) return picture;
  return (
    <section
      aria-label="Distribution of ranks, scrolls sideways"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <div style={{ width }}>{picture}</div>
    </section>
  );
}

function Columns({ layout: { columns, fontPx, left } }: { layout: RankLayout }) {
  return (
    <g fontSize={fontPx} className="fill-ink-3 tabular-nums">
      {left > 0 && (
        <text x={left - 12} y={fontPx} textAnchor="end">
          Rank
        </text>
      )}
      {columns.map(({ rank, x }) => (
        <text key={rank} x={roundPixels(x)} y={fontPx} textAnchor="middle">
          {rank}
        </text>
      ))}
    </g>
  );
}

function Cells({ layout }: { layout: RankLayout }) {
  const { cell, columns, rows, depths, figures, left, fontPx } = layout;
  const inner = { width: cell.width - 2, height: cell.height };
  const strip = { width: columns.length * cell.width - 2, height: cell.height };
  const { light, dark } = SHARE_COLOUR;
  return (
    <>
      <path
        d={rectanglesPath(
          rows.map(({ top }) => ({ x: left, y: top })),
          strip,
        )}
        className="fill-sunk"
      />
      {depths.map(({ depth, cells }) => (
        <path
          key={depth}
          d={rectanglesPath(cells, inner)}
          style={{
            fill: `color-mix(in oklab, light-dark(${light}, ${dark}) ${(depth / DEPTHS) * 100}%, var(--color-sunk))`,
          }}
        />
      ))}
      <g fontSize={fontPx - 1} textAnchor="middle" className="fill-ink tabular-nums">
        {figures.map(({ x, y, share }) => (
          <text key={`${x} ${y}`} x={roundPixels(x - 1)} y={roundPixels(y)}>
            {Math.round(share * 100)}
          </text>
        ))}
      </g>
    </>
  );
}
