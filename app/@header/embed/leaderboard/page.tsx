/** A frame in somebody else's page has no room for a header, and nowhere to skip to. */
export default function NoHeader() {
  return null;
}
