/** Where whoever manages creations finds one and its files, hidden or not. */
export function managedAddresses(id: string) {
  const files = `/api/admin/creations/${id}`;
  const posters = [0, 1, 2, 3].map((view) => `${files}/poster/${view}`);
  return {
    page: `/admin/creations/${id}`,
    glb: `${files}/glb`,
    posters,
    paintedPosters: posters.map((poster) => `${poster}?materials`),
  };
}
