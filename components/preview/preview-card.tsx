import type { PagePreview } from "@/lib/preview/page-preview";
import { PREVIEW_SIZE } from "./preview-size";

/** A page's link preview, drawn on the server: styles inline, because its renderer knows no classes. */
export function PreviewCard({ kicker, title, lines, pictures }: PagePreview) {
  const hasPictures = pictures.length > 0;
  const size = pictures.length === 1 ? 510 : 247;
  return (
    <div
      style={{
        ...PREVIEW_SIZE,
        ...{ display: "flex", padding: 60, gap: 48, justifyContent: "space-between" },
        ...{ background: "#fafafb", color: "#1d1e26" },
      }}
    >
      <div
        style={{
          ...{ display: "flex", flexDirection: "column", justifyContent: "space-between" },
          width: hasPictures ? 522 : 1080,
        }}
      >
        <div style={{ display: "flex", flexDirection: "column", gap: 16 }}>
          <div style={{ display: "flex", fontSize: 28, color: "#5b5e70" }}>{kicker}</div>
          <div
            style={{
              ...{ display: "block", lineClamp: 4 },
              ...{ fontSize: hasPictures ? 52 : 64, lineHeight: 1.15 },
            }}
          >
            {title}
          </div>
          {lines.map((line) => (
            <div
              key={line}
              style={{ ...{ display: "block", lineClamp: 1 }, fontSize: 30, color: "#42444f" }}
            >
              {line}
            </div>
          ))}
        </div>
        <div style={{ display: "flex", fontSize: 32, fontWeight: 600 }}>Polyduel</div>
      </div>
      {hasPictures && (
        <div style={{ display: "flex", flexWrap: "wrap", width: 510, height: 510, gap: 16 }}>
          {pictures.map((picture) => (
            // biome-ignore lint/performance/noImgElement: this markup becomes a picture
            <img
              key={picture}
              src={picture}
              alt=""
              width={size}
              height={size}
              style={{ borderRadius: 16, background: "#e4e4e7" }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
