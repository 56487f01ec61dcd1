import type { BattlePreview } from "@/lib/preview/battle-preview";
import { PREVIEW_SIZE } from "./preview-size";

const POSTER = 452;

/** A battle's link preview, drawn on the server: styles inline, because its renderer knows no classes. */
export function BattlePreviewImage({ title, sides }: BattlePreview) {
  return (
    <div
      style={{
        ...PREVIEW_SIZE,
        ...{ display: "flex", flexDirection: "column", padding: 40, gap: 28 },
        ...{ background: "#fafafb", color: "#1d1e26", fontSize: 32 },
      }}
    >
      <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
        <div style={{ display: "flex", fontSize: 40, maxWidth: 860 }}>{title}</div>
        <div style={{ display: "flex", color: "#5b5e70" }}>Polyduel</div>
      </div>
      <div style={{ display: "flex", gap: 24, flexGrow: 1 }}>
        {(sides ?? [null, null]).map((side, at) => (
          <div
            key={at === 0 ? "A" : "B"}
            style={{
              ...{ display: "flex", flexDirection: "column", flexGrow: 1, flexBasis: 0 },
              ...{ alignItems: "center", justifyContent: "space-between" },
              ...{ background: "#e4e4e7", borderRadius: 16, overflow: "hidden" },
            }}
          >
            {side?.picture ? (
              // biome-ignore lint/performance/noImgElement: this markup becomes a picture
              <img
                src={side.picture}
                alt=""
                width={POSTER}
                height={POSTER}
                style={{ marginTop: -18 }}
              />
            ) : (
              <div style={{ display: "flex", flexGrow: 1, alignItems: "center", fontSize: 160 }}>
                {at === 0 ? "A" : "B"}
              </div>
            )}
            {side && (
              <div
                style={{
                  ...{ display: "flex", width: "100%", height: 56, alignItems: "center" },
                  ...{ justifyContent: "center", background: "#ffffff", fontSize: 28 },
                }}
              >
                {side.name}
              </div>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
