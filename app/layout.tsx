import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { siteUrl } from "@/lib/feed/site-url";
import Header from "./@header/default";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
});

export const metadata: Metadata = {
  // Link previews want whole addresses.
  metadataBase: new URL(siteUrl("/")),
  title: { default: "Polyduel: which 3D object is better?", template: "%s · Polyduel" },
  description:
    "A blind arena for 3D objects that language models wrote as Blender code. Compare two, pick one, see who made them.",
  applicationName: "Polyduel",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#111214" },
  ],
};

/** `header` is the slot app/@header: the site's header, or nothing in a frame. An address that is nowhere has no slots. */
type RootLayoutProps = { children: ReactNode; header?: ReactNode };

export default function RootLayout({ children, header }: RootLayoutProps) {
  return (
    <html lang="en" className={inter.variable}>
      <body className="flex min-h-dvh flex-col bg-canvas font-sans text-ink">
        {header ?? <Header />}
        {children}
        {/* React moves them into the head; in the metadata, a page with alternates of its own would drop them. */}
        <link rel="alternate" type="application/atom+xml" title="New entrants" href="/feed.xml" />
        <link rel="alternate" type="application/feed+json" title="New entrants" href="/feed.json" />
      </body>
    </html>
  );
}
